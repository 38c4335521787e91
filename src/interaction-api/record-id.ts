/** The characters of a checksum, by the number that they stand for. */
const CHECKSUM_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

const SHORT_LENGTH = 15;
const LONG_ID = /^[A-Za-z0-9]{18}$/;

/**
 * Returns whether two ids belong to the same CRM record.
 *
 * Salesforce has two forms of one id: 15 characters, in which upper and lower case differ, and 18 characters. The long
 * form is the short form with a checksum of three characters, which contains the case of the first 15 characters. A
 * long id whose checksum is wrong is the id of another record.
 */
export const isSameRecord = (one: string, other: string): boolean => recordKey(one) === recordKey(other);

/** Returns a text that is the same for all ids of a record: the short form of a Salesforce id, or the id itself. */
export function recordKey(id: string): string {
  if (!LONG_ID.test(id)) return id;
  const short = id.slice(0, SHORT_LENGTH);
  return id.endsWith(checksumOf(short)) ? short : id;
}

/** Returns the checksum: one character for each five characters, with a bit for each upper-case letter. */
function checksumOf(short: string): string {
  let checksum = '';
  for (let start = 0; start < SHORT_LENGTH; start += 5) {
    let bits = 0;
    for (let place = 0; place < 5; place++) {
      if (/[A-Z]/.test(short.charAt(start + place))) bits += 1 << place;
    }
    checksum += CHECKSUM_CHARACTERS.charAt(bits);
  }
  return checksum;
}

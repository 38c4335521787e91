import type {NumberFound} from 'libphonenumber-js/min';

/** A phone number in a text. */
export interface Found {
  /** Where it starts in the text. */
  start: number;
  /** Where it ends: the index after its last character. */
  end: number;
  /** What is dialled. */
  number: string;
  /** `tel:` address of the number. */
  href: string;
}

/** Finds the phone numbers of a text, a stretch at a time: whoever is short of time stops between two. */
export type Finder = (text: string) => Generator<Found[], void>;

/** What finds numbers. */
export interface FinderKit {
  /** Makes a finder that takes numbers without a country's code for those of `country`; without one it leaves them alone. */
  finder(country: string | undefined): Finder;
  /** Whether it knows a country's code. */
  isCountry(code: string): boolean;
}

/** Length of a stretch. It ends where no number can: at most as long again after that. */
const STRETCH = 400;
/** Between two lines, two words, or two things of a list. */
const SEAM = /\n|\p{L}\s(?=\p{L})|,\s(?=[\d+(])/gu;
/** Written as a number, and none to dial. */
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:19|20)\\d\\d';
const NO_NUMBER = new RegExp(
  [
    // A date, with a time after it perhaps. Five pairs with dots between are a number in France.
    `^(?:${YEAR}([./-])${DAY}\\1${DAY}|${DAY}([./-])${DAY}\\2(?:${YEAR}|\\d\\d))(?![./-]?\\d)`,
    // An IP address.
    '^(?=.*\\d{3})(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}$',
  ].join('|'),
);
/** Fewer digits are a number only with its country's code before it. */
const MIN_DIGITS = 6;
/** So many are a whole number, also without the national prefix that its country writes. */
const WHOLE = 10;

/**
 * Loads libphonenumber-js, and makes a finder of it.
 *
 * @throws where the package is not installed
 */
export async function loadFinder(): Promise<FinderKit> {
  try {
    const {searchPhoneNumbersInText, isSupportedCountry} = await import('libphonenumber-js/min');
    return {
      isCountry: isSupportedCountry,
      finder: (defaultCountry) => (text) =>
        find(text, (part) => [
          ...searchPhoneNumbersInText(part, {
            ...(defaultCountry && {defaultCountry: defaultCountry as 'US'}),
          }),
        ]),
    };
  } catch (cause) {
    throw new Error('five9-dial-links needs the package libphonenumber-js: npm install libphonenumber-js', {cause});
  }
}

function* find(text: string, search: (part: string) => NumberFound[]): Generator<Found[], void> {
  for (let start = 0; start < text.length;) {
    const end = seam(text, start + STRETCH);
    // A stretch without a seam is no text that people read: to look for numbers in it takes long, and to cut it could cut one.
    if (end - start <= 2 * STRETCH && /\p{Nd}/u.test(text.slice(start, end))) {
      const {plain, at} = collapse(text.slice(start, end));
      yield trusted(plain, search(plain)).map((match) => ({
        start: start + at(match.startsAt),
        end: start + at(match.endsAt - 1) + 1,
        ...dialled(plain, match),
      }));
    }
    start = end;
  }
}

/** The next place at or after an index where no number is cut. */
function seam(text: string, from: number): number {
  SEAM.lastIndex = from;
  return from < text.length && SEAM.test(text) ? SEAM.lastIndex : text.length;
}

/** A text as a page shows it, white space collapsed, and where each of its characters stands in the source. */
function collapse(text: string): {plain: string; at: (index: number) => number} {
  if (!/[\t\n\f\r]| {2}/.test(text)) return {plain: text, at: (index) => index};
  const places: number[] = [];
  let plain = '';
  for (const {0: piece, index} of text.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]/g)) {
    places.push(index);
    plain += /\s/.test(piece) && piece !== '\u00a0' ? ' ' : piece;
  }
  return {plain, at: (index) => places[index] ?? text.length};
}

/** Those that are phone numbers, and not only could be: a wrong number dialled is worse than one that is not found. */
function trusted(text: string, matches: NumberFound[]): NumberFound[] {
  const kept = matches.filter((match) => isTrusted(text.slice(match.startsAt, match.endsAt), match));
  // A part of a longer run of digits is no number: the card `4111 1111 1111 1111`. Two numbers one after the other are.
  const alone = kept.filter(
    ({startsAt, endsAt}) =>
      (/^[+＋]/.test(text.slice(startsAt)) ||
        !/\p{Nd}[\s.-]?$/u.test(text.slice(Math.max(0, startsAt - 2), startsAt)) ||
        kept.some((other) => startsAt - other.endsAt < 2 && other.endsAt <= startsAt)) &&
      (!/^[\s.-]?\p{Nd}/u.test(text.slice(endsAt, endsAt + 2)) ||
        kept.some((other) => other.startsAt - endsAt < 2 && endsAt <= other.startsAt)),
  );
  return alone.length === matches.length ? alone : trusted(text, alone);
}

function isTrusted(written: string, {number}: NumberFound): boolean {
  if (/^[+＋]/.test(written.replace(/^\(/, ''))) return true;
  const digits = digitsOf(withoutExtension(written, number.ext));
  const national = number.formatNational().replace(/\D/g, '');
  return (
    !NO_NUMBER.test(written) &&
    digits.length >= MIN_DIGITS &&
    // Where the country writes a national prefix, a short number without it is an order, an account, a price.
    (digits.length >= WHOLE || digits === national.slice(0, national.length - (number.ext?.length ?? 0)))
  );
}

/** What `five9-click2dial` dials for the text: it adds nothing to a number without its country's code. */
function dialled(text: string, {startsAt, endsAt, number}: NumberFound): Pick<Found, 'number' | 'href'> {
  const written = withoutExtension(text.slice(startsAt, endsAt), number.ext);
  const digits = written.replace(/\D/g, '');
  return {
    number: !/[+＋]/.test(written) && digits.endsWith(number.nationalNumber) ? digits : number.number,
    href: number.getURI(),
  };
}

const withoutExtension = (written: string, extension: string | undefined): string =>
  extension ? written.slice(0, written.lastIndexOf(extension)) : written;

/** Digits of any script, one character each. */
const digitsOf = (text: string): string => text.replace(/\P{Nd}/gu, '');

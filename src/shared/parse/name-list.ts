/** The entries of an attribute: between commas, if it has one, else between spaces. So a name that holds spaces needs a comma. */
export const nameList = (attribute: string): string[] =>
  attribute
    .split(attribute.includes(',') ? ',' : /\s/)
    .map((name) => name.trim())
    .filter(Boolean);

/** The names of methods or events, by the name with an upper-case first letter. */
export type NamesByKey<Functions> = {readonly [Name in keyof Functions & string as Capitalize<Name>]: Name};

/** Returns the names by key, for example `{Search: 'search'}`. */
export function namesByKey(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.freeze(Object.fromEntries(names.map((name) => [name.charAt(0).toUpperCase() + name.slice(1), name])));
}

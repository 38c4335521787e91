/**
 * The window of the page. Do not use `self`: a script of the page may have a global variable `self`. The property
 * `window` cannot be replaced.
 */
export const ownWindow: Window = window;

/** Returns the origin of the page; `null`, as a text, if the page has none. */
export function ownOrigin(): string {
  const {origin} = ownWindow as {origin?: unknown};
  if (origin === 'null') return origin;
  // A script of the page may have a global variable `origin` with any value. A frame without an address of its own, such
  // as `about:blank`, has the origin of its page, which is only in this property.
  const isOrigin = typeof origin === 'string' && URL.canParse(origin) && new URL(origin).origin === origin;
  return isOrigin ? origin : location.origin;
}

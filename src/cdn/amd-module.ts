/** The window with the global variables of an AMD loader and of an SDK. */
interface Page {
  define?: {(make: () => unknown): void; amd?: unknown};
  Five9?: {CrmSdk?: unknown};
}

/**
 * Returns the SDK as the value of the module if RequireJS loads this file instead of the SDK, because the page then uses
 * this value, and not the global variable `Five9`. Does not call `define` in any other case, because an unexpected call
 * breaks the page.
 *
 * @param script The script that contains this file; `null` for a module.
 */
export function defineAmdModule(script: HTMLOrSVGScriptElement | null): void {
  const {define} = window as Page;
  if (script?.dataset['requiremodule'] && define?.amd) define(() => (window as Page).Five9?.CrmSdk);
}

/** The name that the Five9 SDK 1.0.11 gives to its AMD module. */
const MODULE = 'crmsdk';

/** The window with the global variables of an AMD loader and of an SDK. */
interface Page {
  define?: {(make: () => unknown): void; (name: string, needs: string[], make: () => unknown): void; amd?: unknown};
  requirejs?: RequireJs;
  Five9?: {CrmSdk?: unknown};
}

/** The parts of RequireJS that show whether the page has a module. */
interface RequireJs {
  specified?: (name: string) => boolean;
  s?: {contexts?: {_?: {config?: {paths?: Record<string, unknown>}}}};
}

/**
 * Makes the SDK a module of an AMD loader, because code that uses such a loader reads this module, and not the global
 * variable `Five9`. If the page has its own module `crmsdk`, for example an official SDK, that module stays.
 *
 * @param script The script that contains this file; `null` for a module.
 */
export function defineAmdModule(script: HTMLOrSVGScriptElement | null): void {
  const {define} = window as Page;
  if (!define?.amd) return;
  // Read the SDK when the module is used, because an official SDK may have replaced the drop-in by then.
  const sdk = (): unknown => (window as Page).Five9?.CrmSdk;
  // If the loader has loaded this file, it waits for a module without a name. In any other script, a module without a
  // name breaks the page.
  if (script?.dataset['requiremodule']) define(sdk);
  else if (!hasModule()) {
    try {
      define(MODULE, [], sdk);
    } catch {
      // Ignore the error of a loader that accepts no module from a script that it has not loaded.
    }
  }
}

/** Returns whether the page has a module `crmsdk`, or has set its address. */
function hasModule(): boolean {
  const {requirejs} = window as Page;
  try {
    return requirejs?.specified?.(MODULE) === true || MODULE in (requirejs?.s?.contexts?._?.config?.paths ?? {});
  } catch {
    return false;
  }
}

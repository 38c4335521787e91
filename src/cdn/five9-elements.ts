/**
 * Every element, and `Five9.CrmSdk.interactionApi` for code that was written for the Five9 SDK: `five9-elements.js` and
 * `five9-elements.iife.js`.
 */
import {install} from '../service/install.js';

export * from '../index.js';
export * from '../all.js';

const {currentScript} = document;
install(currentScript);

/** The window with the global variables of an AMD loader and of an SDK. */
interface Page {
  define?: {(make: () => unknown): void; amd?: unknown};
  Five9?: {CrmSdk?: unknown};
}

// Return the SDK as the value of the module if RequireJS loads this file instead of the SDK, because the page then uses
// this value, and not the global variable `Five9`. Do not call `define` in any other case, because an unexpected call
// breaks the page.
const {define} = window as Page;
if (currentScript?.dataset['requiremodule'] && define?.amd) define(() => (window as Page).Five9?.CrmSdk);

import {install} from '../service/install.js';

export * from '../index.js';
export * from '../all.js';

const {currentScript} = document;
install(currentScript);

/** What the page has of an AMD loader and of an SDK. */
interface Page {
  define?: {(make: () => unknown): void; amd?: unknown};
  Five9?: {CrmSdk?: unknown};
}

// RequireJS loads it as a module, in the place of the SDK: the page will look at what it is given, and at no global. Never where the page did not ask for
// it: a `define` that no loader waits for breaks the page.
const {define} = window as Page;
if (currentScript?.dataset['requiremodule'] && define?.amd) define(() => (window as Page).Five9?.CrmSdk);

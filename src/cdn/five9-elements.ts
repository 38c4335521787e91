/**
 * Every element, and `Five9.CrmSdk.interactionApi` for code that was written for the Five9 SDK: `five9-elements.js` and
 * `five9-elements.iife.js`.
 */
import {install} from '../service/install.js';
import {defineAmdModule} from './amd-module.js';

export * from '../index.js';
export * from '../all.js';

const {currentScript} = document;
install(currentScript);

defineAmdModule(currentScript);

/**
 * Every API of the CRM SDK, without Lit. Also installs `Five9.CrmSdk`, for code that was written for the Five9 SDK:
 * `sdk.js` and `sdk.iife.js`.
 */
import {installDropIn, makeApis} from '../sdk.js';
import {defineAmdModule} from './amd-module.js';

export {createCrmSdk, HookStatusCode, InteractionApiError, NotImplemented} from '../sdk.js';

const {currentScript} = document;
installDropIn(makeApis({adapterOrigin: currentScript?.dataset['adapterOrigin']}));
defineAmdModule(currentScript);

/**
 * Every API of the CRM SDK, without Lit. Also installs `Five9.CrmSdk`, for code that was written for the Five9 SDK:
 * `sdk.js` and `sdk.iife.js`.
 */
import {callSafely} from '../interaction-api/call-safely.js';
import {installDropIn, makeApis} from '../sdk.js';
import {originRule} from '../transport/origins.js';
import {defineAmdModule} from './amd-module.js';

export {
  ApiErrorCode,
  createCrmSdk,
  createInteractionApi,
  HookStatusCode,
  InteractionApiError,
  NotImplemented,
} from '../sdk.js';

const {currentScript} = document;
installDropIn(makeApis({adapterOrigin: originOf(currentScript)}));
defineAmdModule(currentScript);

/**
 * Returns the attribute `data-adapter-origin` of a script. If it is no origin, reports the error and returns nothing,
 * because the code of the page needs an SDK.
 */
function originOf(script: HTMLOrSVGScriptElement | null): string | undefined {
  const written = script?.dataset['adapterOrigin'];
  let valid: string | undefined;
  callSafely(() => {
    originRule(written ?? '');
    valid = written;
  });
  return valid;
}

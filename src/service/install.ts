import {callSafely} from '../interaction-api/call-safely.js';
import type {MakeApi} from '../sdk/crm-sdk.js';
import {installDropIn} from '../sdk/drop-in.js';
import type {SisterApis} from './interaction-service.js';
import {pageService} from './page.js';

/**
 * Installs the drop-in for the Five9 SDK: `Five9.CrmSdk.interactionApi()` and the other factories return the APIs of the
 * page's service. The drop-in also works on a page without elements of this package. If the script has the attribute `data-adapter-origin`,
 * the value of this attribute becomes the setting `adapterOrigin` of the service.
 *
 * @param script The classic script that contains the bundle; `null` for a module.
 */
export function install(script: HTMLOrSVGScriptElement | null = null): void {
  const service = pageService();
  const adapterOrigin = script?.dataset['adapterOrigin'];
  // If the origin is misspelled, report the error, but install the drop-in, because the code of the page needs an SDK.
  if (adapterOrigin !== undefined) callSafely(() => service.configure({adapterOrigin}));
  // Read the page's service at each use, because `resetPageService` may have replaced it.
  installDropIn({
    interactionApi: (name) => (name ? pageService().createApi(name) : pageService().api),
    crmApi: sisterApi('crmApi'),
    hookApi: sisterApi('hookApi'),
    customComponentsApi: sisterApi('customComponentsApi'),
    applicationApi: sisterApi('applicationApi'),
    customMethodsApi: sisterApi('customMethodsApi'),
    sfNativeApi: sisterApi('sfNativeApi'),
  });
}

function sisterApi<Name extends keyof SisterApis>(api: Name): MakeApi<SisterApis[Name]> {
  return (name) => (name ? pageService().createSdkApi(api, name) : pageService().sdkApi(api));
}

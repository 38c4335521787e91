import {callSafely} from '../interaction-api/call-safely.js';
import {installDropIn} from '../sdk/drop-in.js';
import {pageService} from './page.js';

/**
 * Installs the drop-in for the Five9 SDK: `Five9.CrmSdk.interactionApi()` returns the API of the page's service. The
 * drop-in also works on a page without elements of this package. If the script has the attribute `data-adapter-origin`,
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
  installDropIn((name) => (name ? pageService().createApi(name) : pageService().api));
}

import {installDropIn} from '../sdk/drop-in.js';
import {pageService} from './page.js';

/**
 * Installs the SDK drop-in, which also works on a page without our elements: `Five9.CrmSdk.interactionApi()` returns
 * the API of the page's service. The attribute `data-adapter-origin` of a classic script configures the service.
 *
 * @param script The classic script that contains the bundle.
 */
export function install(script: HTMLOrSVGScriptElement | null = null): void {
  const service = pageService();
  const adapterOrigin = script?.dataset['adapterOrigin'];
  if (adapterOrigin !== undefined) service.configure({adapterOrigin});
  installDropIn((name) => (name ? service.createApi(name) : service.api));
}

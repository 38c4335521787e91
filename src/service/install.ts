import {installDropIn} from '../sdk/drop-in.js';
import {pageService} from './page.js';

/**
 * Prepares a page that has none of our elements: `Five9.CrmSdk.interactionApi()` returns the API of the page's service, and `data-adapter-origin` of the
 * classic script configures the service.
 *
 * @param script The script that contains the bundle.
 */
export function install(script: HTMLOrSVGScriptElement | null = null): void {
  const service = pageService();
  const adapterOrigin = script?.dataset['adapterOrigin'];
  if (adapterOrigin !== undefined) service.configure({adapterOrigin});
  installDropIn((name) => (name ? service.createApi(name) : service.api));
}

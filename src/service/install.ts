import {InteractionApi} from '../interaction-api/interaction-api.js';
import {adapterTransport} from '../transport/adapter-transport.js';
import {installDropIn} from '../sdk/drop-in.js';
import {pageService} from './page.js';

/**
 * Makes the page ready without any tag of ours: `Five9.CrmSdk.interactionApi()` is the page's service, and a classic script's `data-adapter-origin`
 * sets it up.
 */
export function install(script: HTMLOrSVGScriptElement | null = null): void {
  const {adapterOrigin} = script?.dataset ?? {};
  const service = pageService();
  if (adapterOrigin !== undefined) service.configure({adapterOrigin});
  installDropIn((name) => (name ? new InteractionApi(adapterTransport({...service.settings, name})) : service.api));
}

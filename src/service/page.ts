import {serviceContext} from './context.js';
import {InteractionService} from './interaction-service.js';
import {provide} from './provide.js';

interface Page {
  [SERVICE]?: InteractionService | undefined;
  /** The document element at which the service is provided. */
  [ROOT]?: Element | undefined;
}

const SERVICE = Symbol.for('five9-elements/page@1');
const ROOT = Symbol.for('five9-elements/root@1');

/**
 * The page's one service, provided at the document element: every tag finds it, wherever it was pasted and whatever loaded first.
 * Copies of the bundle share it; the copy that needed it first made it.
 */
export function pageService(): InteractionService {
  const page = document as Page;
  const service = (page[SERVICE] ??= new InteractionService(document));
  const root = document.documentElement;
  // A document that is written anew has another.
  if (root !== page[ROOT]) {
    page[ROOT] = root;
    provide(root, serviceContext, service);
    // Its listeners are gone with the old one.
    service.configure(service.settings);
  }
  return service;
}

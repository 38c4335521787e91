import {ContextEvent} from '@lit/context';
import {serviceContext} from './context.js';
import {InteractionService} from './interaction-service.js';

type Request = ContextEvent<typeof serviceContext>;

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
    provide(root, service);
  }
  return service;
}

/** What Lit's ContextProvider does, for a value that never changes: half of it would be for nothing in every page. */
function provide(root: Element, service: InteractionService): void {
  /** Who asked here, by what each is answered with. */
  const asked = new Map<Request['callback'], Element>();
  root.addEventListener('context-request', (event) => {
    const {context, contextTarget, callback} = event as Request;
    if (context !== serviceContext) return;
    event.stopPropagation();
    asked.set(callback, contextTarget);
    callback(service, () => asked.delete(callback));
  });
  // A provider that came later may be nearer to some of them; asking again for another's is harmless.
  root.addEventListener('context-provider', () => {
    for (const [callback, host] of asked) {
      host.dispatchEvent(new ContextEvent(serviceContext, host, callback, true));
    }
  });
}

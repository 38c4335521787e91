import {ContextEvent} from '@lit/context';
import {serviceContext} from './context.js';
import type {InteractionService} from './interaction-service.js';

type Request = ContextEvent<typeof serviceContext>;

/** What Lit's ContextProvider does, for a value that never changes: half of it would be for nothing in every page. */
export function provide(at: Element, service: InteractionService): void {
  /** Who asked here, and what ends it, by what each is answered with. */
  const asked = new Map<Request['callback'], readonly [asker: Element, end: () => void]>();
  at.addEventListener('context-request', (event) => {
    const {context, contextTarget, callback, subscribe} = event as Request;
    if (context !== serviceContext) return;
    event.stopPropagation();
    // Who asks again gets the same end again: what differs, a consumer takes for another provider's, and ends what it had.
    const [, end] = asked.get(callback) ?? [0, () => void asked.delete(callback)];
    if (subscribe) asked.set(callback, [contextTarget, end]);
    callback(service, end);
  });
  // A provider that came later may be nearer to some of them; asking again for another's is harmless.
  at.addEventListener('context-provider', () => {
    for (const [callback, [asker]] of asked) {
      asker.dispatchEvent(new ContextEvent(serviceContext, asker, callback, true));
    }
  });
}

import {type Context, ContextEvent} from '@lit/context';

/**
 * What Lit's ContextProvider does, for a value that stays the same: half of it would be for nothing in every page.
 * Who has the value is given it again when `at` hears `context-provider`.
 */
export function provide<Value>(at: Element, context: Context<unknown, Value>, value: Value): void {
  /** Who asked here, and what ends it, by what each is answered with. */
  const asked = new Map<ContextEvent<typeof context>['callback'], readonly [asker: Element, end: () => unknown]>();
  at.addEventListener('context-request', (event) => {
    const {context: wanted, contextTarget, callback, subscribe} = event as ContextEvent<typeof context>;
    if (wanted !== context) return;
    event.stopPropagation();
    // Who asks again gets the same end again: what differs, a consumer takes for another provider's, and ends what it had.
    const end = asked.get(callback)?.[1] ?? (() => asked.delete(callback));
    if (subscribe) asked.set(callback, [contextTarget, end]);
    callback(value, end);
  });
  // A provider that came later may be nearer to some of them; asking again for another's is harmless.
  at.addEventListener('context-provider', () => {
    for (const [callback, [asker]] of asked) asker.dispatchEvent(new ContextEvent(context, asker, callback, true));
  });
}

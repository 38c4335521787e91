import {ContextProvider, createContext} from '@lit/context';
import type {Interaction} from '../../service/interactions.js';

/** An element, such as `five9-interaction-panel`, that sets the interaction for the elements inside it. */
export interface InteractionScope {
  /** The interaction; `undefined` while there is none. */
  readonly interaction: Interaction | undefined;
}

/**
 * Lit context with the scope around an element; `undefined` if there is no scope. Its key is made by `Symbol.for`, so
 * all copies of the bundle share the context.
 */
export const interactionScope = createContext<InteractionScope | undefined>(Symbol.for('five9-elements/interaction@1'));

const PROVIDED = Symbol.for('five9-elements/interaction-root@1');

/**
 * Provides `undefined` as the scope at the document element. Only the first call has an effect. This provider is
 * necessary for an element that is defined before the panel around it, because the panel can later become the provider
 * only of elements that already have a provider.
 */
export function provideNoScope(): void {
  const root = document.documentElement as HTMLElement & {[PROVIDED]?: true};
  if (root[PROVIDED]) return;
  root[PROVIDED] = true;
  new ContextProvider(root, {context: interactionScope}).hostConnected();
}

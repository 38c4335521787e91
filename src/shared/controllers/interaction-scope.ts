import {ContextProvider, createContext} from '@lit/context';
import type {Interaction} from '../../service/interactions.js';

/** An element that names an interaction for the elements inside it. */
export interface InteractionScope {
  /** The interaction. Missing while there is none. */
  readonly interaction: Interaction | undefined;
}

/** The scope around an element; nothing if there is none. The key is made by `Symbol.for`: all copies of the bundle share the context. */
export const interactionScope = createContext<InteractionScope | undefined>(Symbol.for('five9-elements/interaction@1'));

const PROVIDED = Symbol.for('five9-elements/interaction-root@1');

/**
 * Provides "no scope" at the document element, once. An element that is defined before the panel around it asks in vain
 * otherwise: a provider at the root lets the panel take over its elements later.
 */
export function provideNoScope(): void {
  const root = document.documentElement as HTMLElement & {[PROVIDED]?: true};
  if (root[PROVIDED]) return;
  root[PROVIDED] = true;
  new ContextProvider(root, {context: interactionScope}).hostConnected();
}

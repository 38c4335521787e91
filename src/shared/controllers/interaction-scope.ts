import {createContext} from '@lit/context';
import type {Interaction} from '../../service/interactions.js';

/** An element that names an interaction for the elements inside it. */
export interface InteractionScope {
  /** The interaction. Missing while there is none. */
  readonly interaction: Interaction | undefined;
}

/** The key is made by `Symbol.for`: all copies of the bundle share the context. */
export const interactionScope = createContext<InteractionScope>(Symbol.for('five9-elements/interaction@1'));

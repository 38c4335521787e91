import {createContext} from '@lit/context';
import type {Interaction} from '../../service/interactions.js';

/** An element around others that says which interaction they act on, where they name none. */
export interface InteractionScope {
  /** The interaction. Missing while there is none. */
  readonly interaction: Interaction | undefined;
}

/** By `Symbol.for`, so that the tags of every copy of the bundle find what is around them. */
export const interactionScope = createContext<InteractionScope>(Symbol.for('five9-elements/interaction@1'));

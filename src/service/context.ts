import {createContext} from '@lit/context';
import type {InteractionService} from './interaction-service.js';

/** By `Symbol.for`, so that the tags of every copy of the bundle find the same service. */
export const serviceContext = createContext<InteractionService>(Symbol.for('five9-elements/service@1'));

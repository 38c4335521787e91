import {createContext} from '@lit/context';
import type {InteractionService} from './interaction-service.js';

/**
 * Lit context of the service. Its key is made by `Symbol.for`, so the elements of all copies of the bundle find the
 * same service.
 */
export const serviceContext = createContext<InteractionService>(Symbol.for('five9-elements/service@1'));

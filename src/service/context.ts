import {createContext} from '@lit/context';
import type {InteractionService} from './interaction-service.js';

/**
 * Context of the service. The key is made by `Symbol.for`, so the elements of all copies of the bundle find the same
 * service.
 */
export const serviceContext = createContext<InteractionService>(Symbol.for('five9-elements/service@1'));

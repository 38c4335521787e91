import {createContext} from '@lit/context';
import type {InteractionService} from './interaction-service.js';

/** Context of the service. The key is a symbol of the registry, so elements of every copy of the bundle find the same service. */
export const serviceContext = createContext<InteractionService>(Symbol.for('five9-elements/service@1'));

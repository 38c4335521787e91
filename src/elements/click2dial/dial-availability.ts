import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionService} from '../../service/interaction-service.js';

/** Text for an agent who cannot dial now. */
export const NOT_READY = 'You can dial when you are ready.';

/** Returns whether the adapter has reported that the agent cannot dial now. */
export const isNotReady = (service: InteractionService | undefined): boolean => service?.agentSession.canDial === false;

/** Returns the error of a dial while the agent cannot dial. */
export const notReady = (): InteractionApiError => new InteractionApiError('Generic', NOT_READY, 'click2dial');

/** Returns whether an error is that of a dial while the agent could not dial. */
export const isNotReadyError = (error: InteractionApiError | undefined): boolean => error?.errorMessage === NOT_READY;

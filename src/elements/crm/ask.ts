import {toInteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionParams} from '../../sdk/crm-api/crm-api.types.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {QuestionLimits} from '../../shared/controllers/question.js';
import type {CrmHost} from './crm-host.js';
import {interactionIdOf} from './customer.js';

/** The limits of a question, and the objects that ask it. */
export interface AskedFrom extends QuestionLimits {
  readonly target: EventTarget;
  readonly service: InteractionService | undefined;
}

/**
 * Returns the limits of a question.
 *
 * @param method Name of the question, for errors.
 * @param params The question, if it ends with its interaction.
 */
export function askedFrom({element}: CrmHost, method: string, params?: InteractionParams): AskedFrom {
  const {service, timeout} = element;
  return {target: element, service, method, timeout, interactionId: params && interactionIdOf(params)};
}

/**
 * Answers a question. If there is an error, shows the error and resolves with `undefined`, so that the adapter
 * continues.
 */
export async function orShow<Answer>(
  host: CrmHost,
  method: string,
  answer: () => Answer | Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await answer();
  } catch (cause) {
    host.fail(toInteractionApiError(cause, method));
    return undefined;
  }
}

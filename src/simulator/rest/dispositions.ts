import {textIn} from './body.js';
import {APPLICATION_ERROR, RestError} from './rest-error.js';
import type {Exchange} from './router.js';

/** Sets the disposition in the body. Throws if the interaction is not finished then, because a page has stopped this. */
export async function setDisposition(exchange: Exchange, id: string, timeout?: string): Promise<void> {
  const {body, center, settings, state} = exchange;
  await center.dispose(id, textIn(body, 'dispositionId'), timeout);
  const interaction = state().interactions.find((it) => it.id === id);
  if (!interaction || interaction.state === 'FINISHED') return;
  const message =
    interaction.logged === 'failed' ? 'The log was not saved.' : 'A hook of the page has stopped the disposition.';
  throw new RestError(APPLICATION_ERROR, settings.otherErrorCode, 'DISPOSITION_STOPPED', message, id);
}

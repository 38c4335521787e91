import {toInteractionApiError} from '../../interaction-api/errors.js';
import {isNotImplemented, NotImplemented} from '../../sdk/base/not-implemented.js';
import type {SaveLogParams} from '../../sdk/crm-api/crm-api.types.js';
import {Question} from '../../shared/controllers/question.js';
import {PageError} from '../../shared/words/page-error.js';
import {askedFrom} from './ask.js';
import type {CrmHost} from './crm-host.js';
import {SaveLogEvent} from './crm.events.js';
import {csrfHeaders} from './csrf-header.js';
import {interactionValues} from './customer.js';
import {postLog} from './log-request.js';
import {notSaved} from './not-saved.js';
import {addressOf} from './safe-address.js';
import {showAgain} from './screen-pop.js';

/** Milliseconds for saving a log, if the page sets no other time. */
const LOG_TIME = 30_000;

/**
 * Saves a log: the page saves it, or else the element posts it to `log-href`. Rejects if the log was not saved. The
 * agent then sees this, and can save the log again.
 *
 * @throws `NotImplemented` if nobody saves logs
 */
export function saveLog(host: CrmHost, params: SaveLogParams): Promise<unknown> {
  const {element} = host;
  // The log is saved at the end of the interaction, so the question does not end with the interaction.
  const question = new Question(element.service, {...askedFrom(host, 'saveLog'), defaultTimeout: LOG_TIME});
  const event = new SaveLogEvent(params, question.signal);
  element.dispatchEvent(event);
  const isSaved = event.isAnswered || (element.logHref?.trim() && !event.defaultPrevented);
  if (!isSaved) {
    question.end();
    throw new NotImplemented('saveLog');
  }
  return carryOut(host, params, question, event);
}

async function carryOut(
  host: CrmHost,
  params: SaveLogParams,
  question: Question,
  event: SaveLogEvent,
): Promise<unknown> {
  const {work, report} = host;
  const {saved, delayed, failed} = work.save(params);
  // The page may save the log after the time is over.
  event.answer?.then(saved, () => undefined);
  try {
    const result = await question.wait(event.answer ?? post(host, params, question.signal, delayed));
    saved();
    showAgain(host, params);
    return result;
  } catch (cause) {
    const error = toInteractionApiError(cause, 'saveLog');
    failed(error.errorMessage);
    report(error);
    throw cause;
  }
}

async function post(
  {element}: CrmHost,
  params: SaveLogParams,
  signal: AbortSignal,
  delayed: (reason: string) => void,
): Promise<null> {
  const address = addressOf(element.logHref, interactionValues(params), element, 'saveLog');
  if (!address) {
    throw new PageError('NoData', notSaved('it has no values for log-href.'), 'saveLog');
  }
  await postLog({address, params, headers: csrfHeaders(element, address), signal, delayed});
  return null;
}

/** Saves a log again, because the agent requests it. Shows the result. */
export async function saveAgain(host: CrmHost, params: SaveLogParams): Promise<void> {
  try {
    await saveLog(host, params);
  } catch (cause) {
    // The element shows every other error already.
    if (!isNotImplemented(cause)) return;
    host.fail(new PageError('NotSupported', 'This page saves no logs. Open the page that saves them.', 'saveLog'));
  }
}

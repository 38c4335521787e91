import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {Interaction} from '../../service/interactions.js';
import {dialable} from '../../service/phone-number.js';
import type {ActionController} from '../../shared/controllers/action-controller.js';
import {crmRecord, type RecordAttributes} from '../../shared/parse/crm-record.js';
import {notConnected} from '../../transport/refusals.js';
import {BeforeDialEvent, DialEvent, type DialRequest} from './click2dial.events.js';

/**
 * The element that dials. It dispatches the events of the dial, and its attributes describe the CRM record of the call.
 */
export interface DialHost extends Pick<EventTarget, 'dispatchEvent'>, RecordAttributes {
  readonly service: InteractionService | undefined;
  campaign?: string | null | undefined;
}

/**
 * Dials the number in a text. First dispatches `five9-before-dial`, which the page may cancel or change. Then dials,
 * and dispatches `five9-dial`.
 *
 * Resolves with the call that starts. Resolves with `undefined` if the page cancelled the dial or the dial failed.
 *
 * @param action Runs the dial. Shows that the dial is pending, and shows its error.
 * @param started Called with the call as soon as the call starts.
 */
export async function dial(
  host: DialHost,
  text: string,
  action: Pick<ActionController, 'run'>,
  started: (call: Interaction) => void,
): Promise<Interaction | undefined> {
  const request: DialRequest = {
    number: dialable(text) ?? text,
    campaign: host.campaign ?? undefined,
    crmObject: crmRecord(host),
  };
  if (!host.dispatchEvent(new BeforeDialEvent(request))) return undefined;
  return action.run(async () => {
    if (!canBeDialled(request.number, text)) {
      throw new InteractionApiError(
        'Generic',
        `“${request.number}” is not a number that can be dialled.`,
        'click2dial',
      );
    }
    const {service} = host;
    if (!service) throw notConnected({status: 'connecting'}, 'click2dial');
    const progress = {isSent: false};
    const sent = (): void => {
      progress.isSent = true;
    };
    const call = service.dial(request.number, {...request, started, sent});
    if (progress.isSent) host.dispatchEvent(new DialEvent(request, call));
    return call;
  });
}

/**
 * Returns the state of a dial, or of the call that the dial started, as text for the agent. Returns an empty text if
 * there is no dial and no call.
 */
export function dialWords(pending: boolean, call: Interaction | undefined): string {
  if (pending) return 'Dialling…';
  if (!call) return '';
  return call.state === 'ended' ? 'Call ended' : 'On call';
}

/**
 * Returns whether a number can be dialled. `text` is the original number. If the page has changed the number in
 * `five9-before-dial`, the number may have any format.
 */
function canBeDialled(number: string, text: string): boolean {
  // Refuse a number that begins with `agent:`, because it contains the login of an agent. A transferred call may have
  // such a number.
  if (!number || number.startsWith('agent:')) return false;
  return number !== text || dialable(text) !== undefined;
}

import {BeforeDialEvent, DialEvent, type DialRequest} from './click2dial.events.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {Interaction} from '../../service/interactions.js';
import {dialable} from '../../service/phone-number.js';
import {notConnected} from '../../transport/refusals.js';
import type {ActionController} from '../../shared/controllers/action-controller.js';
import {crmRecord, type RecordAttributes} from '../../shared/parse/crm-record.js';

/** Who dials, where the page is asked and told, and what the call is about. */
export interface Dialler extends Pick<EventTarget, 'dispatchEvent'>, RecordAttributes {
  readonly service: InteractionService | undefined;
  campaign?: string | null | undefined;
}

/**
 * Dials what a text says: asks the page, dials, and tells. Resolves with the call that starts; with nothing where the page cancelled it or it failed.
 *
 * @param started Hears of the call as soon as there is one.
 */
export async function dial(
  host: Dialler,
  text: string,
  action: Pick<ActionController, 'run'>,
  started: (call: Interaction) => void,
): Promise<Interaction | undefined> {
  const number = dialable(text);
  const request: DialRequest = {
    number: number ?? text,
    campaign: host.campaign ?? undefined,
    crmObject: crmRecord(host),
  };
  if (!host.dispatchEvent(new BeforeDialEvent(request))) return undefined;
  return action.run(async () => {
    const {number: asked} = request;
    // A page that amends a number knows what its dialler takes. Another agent is no number for anybody's.
    if (!asked || asked.startsWith('agent:') || (asked === text && !number)) {
      throw new InteractionApiError('Generic', `“${asked}” is not a number that can be dialled.`, 'click2dial');
    }
    if (!host.service) throw notConnected({status: 'connecting'}, 'click2dial');
    const call = host.service.dial(asked, {...request, started});
    if (host.service.connected) host.dispatchEvent(new DialEvent(request, call));
    return call;
  });
}

/** What becomes of a dial, in words. */
export const dialWords = (pending: boolean, call: Interaction | undefined): string =>
  pending ? 'Dialling…' : !call ? '' : call.state === 'ended' ? 'Call ended' : 'On call';

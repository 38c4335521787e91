import type {Click2DialData} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {Interaction} from '../../service/interactions.js';
import {readNumber} from '../../service/phone-number/index.js';
import type {ActionController} from '../../shared/controllers/action-controller.js';
import {crmRecord, type RecordAttributes} from '../../shared/parse/crm-record.js';
import {text} from '../../shared/parse/records.js';
import {notConnected} from '../../transport/refusals.js';
import {isNotReady, notReady} from './dial-availability.js';
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
 * and dispatches `five9-dial`. While the agent cannot dial, fails at once.
 *
 * Resolves with the call that starts. Resolves with `undefined` if the page cancelled the dial or the dial failed.
 *
 * @param input The number as it is written: a text, which may have an extension, a `tel:` address, or a whole number.
 * @param action Runs the dial. Shows that the dial is pending, and shows its error.
 * @param started Called with the call as soon as the call starts.
 */
export async function dial(
  host: DialHost,
  input: unknown,
  action: Pick<ActionController, 'run'>,
  started: (call: Interaction) => void,
): Promise<Interaction | undefined> {
  if (isNotReady(host.service)) return action.run(() => Promise.reject(notReady()));
  const {number, extension} = readNumber(input);
  const written = number ?? (typeof input === 'string' ? input : '');
  const request: DialRequest = {
    number: written,
    extension,
    campaign: host.campaign ?? undefined,
    crmObject: crmRecord(host),
  };
  if (!host.dispatchEvent(new BeforeDialEvent(request))) return undefined;
  return action.run(async () => {
    const {service} = host;
    // The page may change the number to any format. Otherwise pass the original value, because an error message shows it.
    const isChanged = request.number !== written;
    if (!service) throw notConnected({status: 'connecting'}, 'click2dial');
    const progress = {isSent: false};
    const sent = (): void => {
      progress.isSent = true;
    };
    const {extension: requested} = request;
    const options = {...request, extension: requested, asWritten: isChanged, started, sent};
    const call = service.dial((isChanged ? request.number : input) as string, options);
    if (progress.isSent) host.dispatchEvent(new DialEvent(asTexts(request), call));
    return call;
  });
}

/**
 * Returns the dial of a number as the adapter takes it; an empty list if the text is not exactly one number.
 *
 * @param host Its attributes describe the campaign and the CRM record of the call.
 */
export function dialData(
  input: unknown,
  host: RecordAttributes & {campaign?: string | null | undefined},
): Click2DialData[] {
  const {number} = readNumber(input);
  const crmObject = crmRecord(host);
  const {campaign} = host;
  if (!number) return [];
  return [
    {
      clickToDialNumber: number,
      ...(crmObject && {crmObject}),
      ...(campaign && {preselectedCampaignName: campaign}),
    },
  ];
}

/** Returns a request with texts, also if the page has set the number or the extension to a JSON number. */
const asTexts = (request: DialRequest): DialRequest => ({
  ...request,
  number: text(request.number),
  extension: text(request.extension) || undefined,
});

/**
 * Returns the state of a dial, or of the call that the dial started, as text for the agent. Returns an empty text if
 * there is no dial and no call.
 */
export function dialWords(pending: boolean, call: Interaction | undefined): string {
  if (pending) return 'Dialling…';
  if (!call) return '';
  return call.state === 'ended' ? 'Call ended' : 'On call';
}

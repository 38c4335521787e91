import {reportUnusual} from '../../sdk/base/console.js';
import {API_CHANNELS, ASKING_CONNECT, type Envelope} from '../../transport/envelope.js';
import {reachableWindows} from '../../transport/frames.js';
import {ownWindow} from '../../transport/own-window.js';
import {sdkFactoryOf} from '../../transport/sdk-presence.js';

/** Key of the property of a document whose page answers the adapter. It is the same in all copies of the bundle. */
const ANSWERS = Symbol.for('five9-elements/crm@1');

interface AnsweringDocument extends Document {
  /** Number of elements that answer. */
  [ANSWERS]?: number;
}

/**
 * Reports on the console, once, if another client may answer the same questions of the adapter: an official SDK of this
 * page, a `five9-crm` in another frame, or a client of the channel in another frame. The first two are found in frames of
 * this origin, and the last one in every frame that connects later.
 */
export class OtherClients {
  readonly #reported = new Set<string>();
  readonly #channel: string;

  /** @param name Name of the channel; empty for the channel of `crmApi()`. */
  constructor(name: string) {
    this.#channel = API_CHANNELS.crmApi + name;
    countAnswering(1);
    ownWindow.addEventListener('message', this.#onMessage);
    this.look();
  }

  stop(): void {
    countAnswering(-1);
    ownWindow.removeEventListener('message', this.#onMessage);
  }

  /** Searches for other clients. Call this method again later, because an SDK may load at any time. */
  look(): void {
    if (hasOfficialCrmApi(ownWindow)) {
      this.#report(
        'This page has an official Five9 SDK. If the page calls its crmApi(), that SDK answers the adapter too',
      );
    }
    const others = reachableWindows(ownWindow).filter((other) => other !== ownWindow);
    if (others.some(answersIn))
      this.#report('Another frame of this tab has a five9-crm, which answers the adapter too');
    if (others.some(hasOfficialCrmApi)) {
      this.#report('Another frame has an official Five9 SDK. If it calls crmApi(), that SDK answers the adapter too');
    }
  }

  /** Reports a client in another frame that searches for the adapter. */
  readonly #onMessage = ({data, source}: MessageEvent): void => {
    const {iframeName, message} = Object(data) as Partial<Envelope>;
    if (iframeName !== this.#channel || message !== ASKING_CONNECT || !source || source === ownWindow) return;
    this.#report('Another frame of this tab connects to crmApi of the adapter, and answers the adapter too');
  };

  #report(text: string): void {
    if (this.#reported.has(text)) return;
    this.#reported.add(text);
    reportUnusual(`${text}. Only the first answer counts, and a log may be saved twice. Use one of them.`);
  }
}

/** Changes the number of elements of this page that answer. */
function countAnswering(change: 1 | -1): void {
  const page: AnsweringDocument = document;
  page[ANSWERS] = (page[ANSWERS] ?? 0) + change;
}

function answersIn(other: Window): boolean {
  try {
    return Boolean((other.document as AnsweringDocument)[ANSWERS]);
  } catch {
    // A page of another origin cannot be read.
    return false;
  }
}

function hasOfficialCrmApi(other: Window): boolean {
  try {
    const sdk = (other as {Five9?: {CrmSdk?: {crmApi?: unknown}}}).Five9?.CrmSdk;
    return sdkFactoryOf(sdk) !== undefined && typeof sdk?.crmApi === 'function';
  } catch {
    // A page of another origin cannot be read.
    return false;
  }
}

import {reportUnusual} from '../sdk/base/console.js';
import type {SisterApis} from '../sdk/sister-apis.js';
import {API_CHANNELS, ASKING_CONNECT, type Envelope} from '../transport/envelope.js';
import {reachableWindows} from '../transport/frames.js';
import {ownWindow} from '../transport/own-window.js';
import {sdkFactoryOf} from '../transport/sdk-presence.js';

/** An element that answers an API of the CRM SDK. */
export interface AnsweringElement {
  readonly api: keyof SisterApis;
  /** Name of the channel; empty for the channel of `crmApi()`. */
  readonly name: string;
  /** Name of the tag, for messages. */
  readonly tag: string;
}

/** The part of a document that counts the elements that answer the adapter. */
type Counts = Partial<Record<symbol, number>>;

/**
 * Reports on the console, once, if another client may answer the same questions of the adapter: an official SDK of this
 * page, the same element in another frame, or a client of the channel in another frame. The first two are found in frames
 * of this origin, and the last one in every frame that connects later.
 */
export class OtherClients {
  readonly #reported = new Set<string>();
  readonly #element: AnsweringElement;
  /** Key of the number of elements of a document that answer. It is the same in all copies of the bundle. */
  readonly #count: symbol;

  constructor(element: AnsweringElement) {
    this.#element = element;
    this.#count = Symbol.for(`five9-elements/${element.api}@1`);
    this.#countAnswering(1);
    ownWindow.addEventListener('message', this.#onMessage);
    this.look();
  }

  stop(): void {
    this.#countAnswering(-1);
    ownWindow.removeEventListener('message', this.#onMessage);
  }

  /** Searches for other clients. Call this method again later, because an SDK may load at any time. */
  look(): void {
    const {api, tag} = this.#element;
    if (hasOfficialApi(ownWindow, api)) {
      this.#report(
        `This page has an official Five9 SDK. If the page uses its ${api}() too, the adapter may ask that SDK in place of ${tag}, or both`,
      );
    }
    const others = reachableWindows(ownWindow).filter((other) => other !== ownWindow);
    if (others.some((other) => this.#answersIn(other))) {
      this.#report(`Another frame of this tab has a ${tag}, which answers the adapter too`);
    }
    if (others.some((other) => hasOfficialApi(other, api))) {
      this.#report(`Another frame has an official Five9 SDK. If it calls ${api}(), that SDK answers the adapter too`);
    }
  }

  /** Reports a client in another frame that searches for the adapter. */
  readonly #onMessage = ({data, source}: MessageEvent): void => {
    const {api, name} = this.#element;
    const {iframeName, message} = Object(data) as Partial<Envelope>;
    if (message !== ASKING_CONNECT || iframeName !== API_CHANNELS[api] + name) return;
    if (!source || source === ownWindow) return;
    this.#report(`Another frame of this tab connects to ${api} of the adapter, and answers the adapter too`);
  };

  #report(text: string): void {
    if (this.#reported.has(text)) return;
    this.#reported.add(text);
    const effect = this.#element.api === 'crmApi' ? ', and a log may be saved twice' : '';
    reportUnusual(`${text}. Only the first answer counts${effect}. Use one of them.`);
  }

  /** Changes the number of elements of this page that answer. */
  #countAnswering(change: 1 | -1): void {
    const counts = document as unknown as Counts;
    counts[this.#count] = (counts[this.#count] ?? 0) + change;
  }

  #answersIn(other: Window): boolean {
    try {
      return Boolean((other.document as unknown as Counts)[this.#count]);
    } catch {
      // A page of another origin cannot be read.
      return false;
    }
  }
}

function hasOfficialApi(other: Window, api: keyof SisterApis): boolean {
  try {
    const sdk = (other as {Five9?: {CrmSdk?: Partial<Record<string, unknown>>}}).Five9?.CrmSdk;
    return sdkFactoryOf(sdk) !== undefined && typeof sdk?.[api] === 'function';
  } catch {
    // A page of another origin cannot be read.
    return false;
  }
}

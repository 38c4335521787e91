import {toJson} from '../../interaction-api/to-json.js';
import type {CrmApi} from '../../sdk/crm-api/crm-api.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {listenToNumbers} from '../../shared/controllers/number-changes.js';
import {suggestedNumbersIn} from './suggested-numbers.js';

/** Milliseconds after a change of the page until the numbers are read, so that a burst of changes is read once. */
const DELAY = 200;
const NO_NUMBERS = '[]';

/** Sends the numbers of the page to the adapter, and sends them again when they change. */
export class NumberSuggester {
  readonly #service: InteractionService;
  readonly #api: CrmApi;
  readonly #observer = new MutationObserver(() => this.#sendSoon());
  readonly #stops: readonly (() => void)[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The list that the adapter has, as JSON. */
  #sent = NO_NUMBERS;

  constructor(service: InteractionService, api: CrmApi) {
    this.#service = service;
    this.#api = api;
    this.#observer.observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['href'],
    });
    this.#stops = [
      listenToNumbers(() => this.#sendSoon()),
      api.observe({connection: ({status}) => this.#connectionChanged(status === 'connected')}),
    ];
    this.#sendSoon();
  }

  /** Stops, and removes the numbers from the adapter. */
  stop(): void {
    this.#observer.disconnect();
    for (const stop of this.#stops) stop();
    clearTimeout(this.#timer);
    this.#send([]);
  }

  #connectionChanged(isConnected: boolean): void {
    // Another adapter, or the same one after a reload, has no numbers.
    this.#sent = NO_NUMBERS;
    if (isConnected) this.#sendSoon();
  }

  #sendSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send(suggestedNumbersIn(document, this.#service));
    }, DELAY);
  }

  #send(suggestedNumbers: ReturnType<typeof suggestedNumbersIn>): void {
    const text = toJson(suggestedNumbers);
    if (text === this.#sent || this.#api.connection.status !== 'connected') return;
    this.#sent = text;
    this.#api.suggestedNumbers({suggestedNumbers});
  }
}

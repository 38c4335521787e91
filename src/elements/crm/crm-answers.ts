import {InteractionApiError, toInteractionApiError} from '../../interaction-api/errors.js';
import {textOf} from '../../interaction-api/text-of.js';
import {NotImplemented} from '../../sdk/base/not-implemented.js';
import type {
  InteractionParams,
  SaveLogParams,
  ScreenPopParams,
  SearchParams,
  SearchResult,
} from '../../sdk/crm-api/crm-api.types.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {askPage} from '../../shared/controllers/ask-page.js';
import type {AnswerableEvent} from '../../shared/events/answerable-event.js';
import {expandTemplate, type TemplateValues} from './address-template.js';
import {adtConfigOf, type AdtSettings, figureOf, hasTile, type TileFigure} from './adt-config.js';
import {bringToFront} from './bring-to-front.js';
import {searchContacts} from './contact-search.js';
import {
  BringToFrontEvent,
  CallsTodayEvent,
  ChatsTodayEvent,
  DialAvailabilityEvent,
  EmailsTodayEvent,
  SaveLogEvent,
  ScreenPopEvent,
  SearchEvent,
} from './crm.events.js';
import {customerNumber, interactionValues} from './customer.js';
import {postLog} from './log-request.js';
import {navigate} from './navigation.js';
import {safeAddress} from './safe-address.js';
import {searchResultOf} from './search-answer.js';

/** Milliseconds for an answer, if the page sets no other time. They are below the time limit of the adapter. */
const ANSWER_TIME = 10_000;
/** Milliseconds for saving a log, if the page sets no other time. */
const LOG_TIME = 30_000;

/** The settings of the element, and the functions with which it shows its work. */
export interface CrmHost extends EventTarget, AdtSettings {
  readonly service: InteractionService | undefined;
  readonly searchHref: string | null | undefined;
  readonly screenPopHref: string | null | undefined;
  readonly logHref: string | null | undefined;
  readonly callsTodayHref: string | null | undefined;
  readonly chatsTodayHref: string | null | undefined;
  readonly emailsTodayHref: string | null | undefined;
  readonly allowOrigins: string | null | undefined;
  readonly target: string | null | undefined;
  /** Headers for requests that change data, for example with a token against forged requests. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly timeout: number | null | undefined;
  searching(): void;
  found(count: number): void;
  /** Shows a link to an address that the browser has not opened. */
  blocked(address: URL): void;
  saving(): void;
  saved(params: SaveLogParams): void;
  notSaved(params: SaveLogParams, error: InteractionApiError): void;
  dialAvailable(available: boolean): void;
  /** Shows an error, and dispatches `five9-error`. */
  failed(error: InteractionApiError): void;
}

/** A class of the events of a tile. */
type TileEvent = new (detail: null, signal: AbortSignal) => AnswerableEvent<null, unknown>;

/** Answers the questions of the adapter with the events, the addresses and the settings of the element. */
export class CrmAnswers {
  readonly #host: CrmHost;
  readonly #answers: Readonly<Record<string, (params: never) => unknown>>;

  constructor(host: CrmHost) {
    this.#host = host;
    this.#answers = {
      getAdtConfig: () => adtConfigOf(host),
      search: (params: SearchParams) => this.#search(params),
      screenPop: (params: ScreenPopParams) => this.#screenPop(params),
      saveLog: (params: SaveLogParams) => this.saveLog(params),
      getTodayCallsCount: () => figure('getTodayCallsCount', host.callsToday),
      getTodayChatsCount: () => figure('getTodayChatsCount', host.chatsToday),
      getTodayEmailsCount: () => figure('getTodayEmailsCount', host.emailsToday),
      openMyCallsToday: () => this.#openTile('openMyCallsToday', CallsTodayEvent, host.callsTodayHref),
      openMyChatsToday: () => this.#openTile('openMyChatsToday', ChatsTodayEvent, host.chatsTodayHref),
      openMyEmailsToday: () => this.#openTile('openMyEmailsToday', EmailsTodayEvent, host.emailsTodayHref),
      enableClickToDial: () => this.#setDialAvailable(true),
      disableClickToDial: () => this.#setDialAvailable(false),
      bringAppToFront: () => this.#bringToFront(),
    };
  }

  /**
   * Returns the answer to a question of the adapter.
   *
   * @throws `NotImplemented` for a question that the element does not answer
   */
  readonly answer = (method: string, params: unknown): unknown => {
    const answer = Object.hasOwn(this.#answers, method) ? this.#answers[method] : undefined;
    if (!answer) throw new NotImplemented(method);
    return answer(params as never);
  };

  /** Saves a log. Rejects if the log was not saved. */
  async saveLog(params: SaveLogParams): Promise<unknown> {
    const host = this.#host;
    host.saving();
    try {
      const result = await askPage({
        ...this.#question('saveLog', LOG_TIME),
        event: (signal) => new SaveLogEvent(params, signal),
        otherwise: (event) => {
          if (event.defaultPrevented || !host.logHref) throw new NotImplemented('saveLog');
          return this.#postLog(host.logHref, params, event.signal);
        },
      });
      host.saved(params);
      return result;
    } catch (cause) {
      // Report a log that nobody saves as such. It is no error of the page.
      if (cause instanceof NotImplemented) throw cause;
      const error = toInteractionApiError(cause, 'saveLog');
      host.notSaved(params, error);
      throw error;
    }
  }

  async #search(params: SearchParams): Promise<SearchResult> {
    const host = this.#host;
    host.searching();
    const result = await this.#orElse({crmObjects: []}, async () => {
      const answer = await askPage({
        ...this.#question('search', ANSWER_TIME, params),
        event: (signal) => new SearchEvent({...params, number: customerNumber(params)}, signal),
        otherwise: ({signal}) => this.#fetchRecords(params, signal),
      });
      return searchResultOf(answer);
    });
    host.found(result.crmObjects.length);
    return result;
  }

  async #fetchRecords(params: SearchParams, signal: AbortSignal): Promise<SearchResult> {
    const address = this.#address(this.#host.searchHref, interactionValues(params), 'search');
    return address ? searchContacts(address, signal) : {crmObjects: []};
  }

  #screenPop(params: ScreenPopParams): Promise<unknown> {
    const {crmObject} = params;
    return this.#orElse<unknown>(null, () =>
      askPage({
        ...this.#question('screenPop', ANSWER_TIME, params),
        event: (signal) => new ScreenPopEvent(params, signal),
        otherwise: (event) => {
          if (event.defaultPrevented) return null;
          const values = {...interactionValues(params), ...Object(crmObject)};
          this.#go(this.#address(this.#host.screenPopHref, values, 'screenPop'));
          return null;
        },
      }),
    );
  }

  #openTile(method: string, tileEvent: TileEvent, href: string | null | undefined): Promise<unknown> {
    return this.#orElse<unknown>(null, () =>
      askPage({
        ...this.#question(method, ANSWER_TIME),
        event: (signal) => new tileEvent(null, signal),
        otherwise: (event) => {
          if (!event.defaultPrevented) this.#go(this.#address(href, {}, method));
          return null;
        },
      }),
    );
  }

  #bringToFront(): Promise<unknown> {
    return this.#orElse<unknown>(null, () =>
      askPage({
        ...this.#question('bringAppToFront', ANSWER_TIME),
        event: (signal) => new BringToFrontEvent(null, signal),
        otherwise: (event) => {
          const adapter = document.querySelector<HTMLElement>('five9-adapter');
          if (!event.defaultPrevented && adapter) bringToFront(adapter);
          return null;
        },
      }),
    );
  }

  #setDialAvailable(available: boolean): null {
    this.#host.dialAvailable(available);
    this.#host.dispatchEvent(new DialAvailabilityEvent({available}));
    return null;
  }

  /** Posts a log to an address. */
  #postLog(href: string, params: SaveLogParams, signal: AbortSignal): Promise<void> {
    const address = this.#address(href, interactionValues(params), 'saveLog');
    if (!address) throw new InteractionApiError('NoData', 'The log was not saved: log-href has no address.', 'saveLog');
    return postLog({address, params, headers: this.#host.requestHeaders, signal});
  }

  /** Returns the address of a template; `undefined` without a template, or if its variables have no values. */
  #address(template: string | null | undefined, values: TemplateValues, method: string): URL | undefined {
    const href = template ? expandTemplate(template, values) : undefined;
    return href === undefined ? undefined : safeAddress(href, this.#host.allowOrigins ?? '', method);
  }

  #go(address: URL | undefined): void {
    if (address && navigate(address, this.#host.target ?? '') === 'blocked') this.#host.blocked(address);
  }

  /** Returns the answer; `fallback` if there is an error, which the element shows. */
  async #orElse<Answer>(fallback: Answer, ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (cause) {
      this.#host.failed(toInteractionApiError(cause));
      return fallback;
    }
  }

  /** Returns the part of a question that all questions have. */
  #question(method: string, time: number, params?: InteractionParams) {
    const {service, timeout} = this.#host;
    const interactionId = textOf((Object(params?.interactionData) as {interactionId?: unknown}).interactionId);
    return {target: this.#host, service, method, timeout: timeout ?? time, interactionId};
  }
}

/** Returns the figure of a tile. Without the tile, the page does not answer. */
function figure(method: string, value: TileFigure): number | null {
  if (!hasTile(value)) throw new NotImplemented(method);
  return figureOf(value);
}

import type {ReactiveController} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {ApiObserver} from '../../sdk/base/api-observers.js';
import {reportMistake, reportUnusual} from '../../sdk/base/console.js';
import type {Responder} from '../../sdk/base/registered-functions.js';
import type {InteractionService, SisterApis} from '../../service/interaction-service.js';
import {OtherClients} from '../../service/other-clients.js';
import type {ServiceHost} from './service-controller.js';

/** An element that answers the adapter. */
export interface ResponderHost extends ServiceHost {
  readonly service: InteractionService | undefined;
}

/** The APIs whose questions an element can answer. */
export type AnsweredName = 'crmApi' | 'hookApi';

/** Settings of an `ApiResponder`. */
export interface ResponderOptions<Name extends AnsweredName> {
  /** The API whose questions the element answers. */
  readonly api: Name;
  readonly answer: Responder;
  /** Receives every message of the API while the element answers, also questions that the page itself answers. */
  readonly observer?: ApiObserver;
  /** Called when the element answers from now on, and with `undefined` when it no longer answers. */
  readonly changed?: (api: SisterApis[Name] | undefined) => void;
  /** Called with an error while another element answers, and with `undefined` when this is over. */
  readonly refused: (error: InteractionApiError | undefined) => void;
}

type AnsweredApi = SisterApis[AnsweredName];

/** The responders of each API. The first one answers. */
const responders = new WeakMap<AnsweredApi, readonly ApiResponder<AnsweredName>[]>();

/**
 * Answers the questions of the adapter while its element is in the page. Only the first element of a page answers an
 * API. If it goes, the next one answers.
 */
export class ApiResponder<Name extends AnsweredName> implements ReactiveController {
  readonly #host: ResponderHost;
  readonly #options: ResponderOptions<Name>;
  /** The questions that a function of the page answers, if this was reported. */
  readonly #reported = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #service: InteractionService | undefined;
  #api: SisterApis[Name] | undefined;
  /** Functions that end the answering; `undefined` while the element does not answer. */
  #stops: readonly (() => void)[] | undefined;

  constructor(host: ResponderHost, options: ResponderOptions<Name>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    // The element may only be moving: wait a microtask. Otherwise, a question during the move would get no answer.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  /**
   * Call this method when the service of the element may have changed. The element answers in a later task, because it
   * first finds the service of the page, and may then find a nearer provider.
   */
  serviceChanged(): void {
    const isFollowing = this.#api && this.#api.connection.reason !== 'closed' && this.#host.service === this.#service;
    if (isFollowing) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#follow();
    });
  }

  #follow(): void {
    const {isConnected, service} = this.#host;
    this.#service = service;
    // Wait until a closed service starts again, because `sdkApi` would connect at once.
    const isOpen = isConnected && service?.connection.reason !== 'closed';
    const api = isOpen ? service?.sdkApi(this.#options.api) : undefined;
    if (api === this.#api) return;
    this.#leave();
    if (api) this.#enter(api);
  }

  #enter(api: SisterApis[Name]): void {
    this.#api = api;
    const waiting = responders.get(api) ?? [];
    responders.set(api, [...waiting, this as unknown as ApiResponder<AnsweredName>]);
    if (!waiting.length) this.#start(api);
    else this.#refuse();
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const api = this.#api;
    if (!api) return;
    this.#api = undefined;
    const left = (responders.get(api) ?? []).filter((other) => (other as unknown) !== this);
    responders.set(api, left);
    if (!this.#stops) {
      this.#options.refused(undefined);
      return;
    }
    for (const stop of this.#stops) stop();
    this.#stops = undefined;
    this.#options.changed?.(undefined);
    const [next] = left;
    if (next) next.#start(api);
  }

  #start(api: SisterApis[Name]): void {
    const {answer, observer, changed, refused} = this.#options;
    const others = new OtherClients({
      api: this.#options.api,
      name: this.#service?.settings.name ?? '',
      tag: this.#host.localName,
    });
    const onQuestion = (method: string): void => {
      this.#reportPageFunction(api, method);
      others.look();
    };
    this.#stops = [
      api.addResponder(answer),
      api.observe({question: onQuestion}),
      ...(observer ? [api.observe(observer)] : []),
      () => others.stop(),
    ];
    refused(undefined);
    changed?.(api);
  }

  #refuse(): void {
    const {localName} = this.#host;
    const text = `This page has another ${localName}. Remove this one, because only one can answer the adapter.`;
    reportMistake(text);
    this.#options.refused(new InteractionApiError('Generic', text));
  }

  /** Reports once that the page answers a question itself, because the element then does not answer it. */
  #reportPageFunction(api: AnsweredApi, method: string): void {
    if (this.#reported.has(method) || !api.isRegistered(method as never)) return;
    this.#reported.add(method);
    const {localName} = this.#host;
    reportUnusual(
      `The page has registered “${method}” with ${this.#options.api}(), so ${localName} does not answer this question.`,
    );
  }
}

import type {ReactiveController} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {Responder} from '../../sdk/base/registered-functions.js';
import type {InteractionService, SisterApis} from '../../service/interaction-service.js';
import type {ServiceHost} from './service-controller.js';

/** An element that answers the adapter. */
export interface ResponderHost extends ServiceHost {
  readonly service: InteractionService | undefined;
}

/** Settings of an `ApiResponder`. */
export interface ResponderOptions {
  /** The API whose questions the element answers. */
  readonly api: 'crmApi' | 'hookApi';
  readonly answer: Responder;
  /** Called when the element answers from now on. */
  readonly started?: () => void;
  /** Called with an error while another element answers, and with `undefined` when this is over. */
  readonly refused: (error: InteractionApiError | undefined) => void;
}

type AnsweredApi = SisterApis['crmApi' | 'hookApi'];

/** The responders of each API. The first one answers. */
const responders = new WeakMap<AnsweredApi, readonly ApiResponder[]>();

/**
 * Answers the questions of the adapter while its element is in the page. Only the first element of a page answers an
 * API. If it goes, the next one answers.
 */
export class ApiResponder implements ReactiveController {
  readonly #host: ResponderHost;
  readonly #options: ResponderOptions;
  #api: AnsweredApi | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ResponderHost, options: ResponderOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** Call this method when the service of the element may have changed. */
  serviceChanged(): void {
    const {isConnected, service} = this.#host;
    const api = isConnected ? service?.sdkApi(this.#options.api) : undefined;
    if (api === this.#api) return;
    this.#leave();
    if (api) this.#enter(api);
  }

  #enter(api: AnsweredApi): void {
    this.#api = api;
    responders.set(api, [...(responders.get(api) ?? []), this]);
    this.#startIfFirst();
  }

  #leave(): void {
    const api = this.#api;
    if (!api) return;
    this.#api = undefined;
    this.#stop?.();
    this.#stop = undefined;
    const left = (responders.get(api) ?? []).filter((other) => other !== this);
    responders.set(api, left);
    const [next] = left;
    if (next) next.#startIfFirst();
  }

  #startIfFirst(): void {
    const api = this.#api;
    if (!api || this.#stop) return;
    const tag = this.#host.localName;
    if (responders.get(api)?.[0] !== this) {
      const text = `This page has another ${tag}. Remove this one, because only one can answer the adapter.`;
      this.#options.refused(new InteractionApiError('Generic', text));
      return;
    }
    this.#stop = api.addResponder(this.#options.answer);
    this.#options.refused(undefined);
    this.#options.started?.();
  }
}

import {isRecord} from '../../interaction-api/is-record.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import {errorToSend} from '../contact-center/errors.js';
import type {ApiRequest, PageMessage, RemoteRequest, Reply} from './batch.js';
import {toPageMessage} from './page-message.js';
import type {ServedPages} from './served-pages.js';

/** Carries out the requests of adapters' pages in other processes. */
export class AdapterRequests {
  readonly #center: ContactCenter;
  readonly #pages: ServedPages;

  constructor(center: ContactCenter, pages: ServedPages) {
    this.#center = center;
    this.#pages = pages;
  }

  /** Carries out a request, and returns its reply. Never throws: an invalid request has an error as its reply. */
  async answer(request: unknown): Promise<Reply> {
    try {
      if (!isRecord(request)) throw new Error('A request must be an object.');
      return await this.#carryOut(request as RemoteRequest);
    } catch (error) {
      return {error: errorToSend(error)};
    }
  }

  async #carryOut(request: RemoteRequest): Promise<Reply> {
    if ('page' in request) {
      this.#receive(toPageMessage(request));
      return {result: null};
    }
    if ('notice' in request) {
      this.#center.notify(request.notice, request.data);
      return {result: null};
    }
    if ('command' in request) {
      return {result: (await this.#center.run(request.command, request.args)) ?? null};
    }
    return this.#request(request);
  }

  #receive(message: PageMessage): void {
    this.#pages.receive(message);
    if ('connected' in message) this.#center.pageConnected(message.connected);
  }

  #request({api, method, params, own = false}: ApiRequest): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const lost = (): void => {
        resolve({lost: true});
      };
      const answered = api
        ? this.#center.requestApi(api, method, params, lost)
        : this.#center.request(method, params, own ? () => null : undefined, lost);
      answered.then((result) => {
        resolve({result});
      }, reject);
    });
  }
}

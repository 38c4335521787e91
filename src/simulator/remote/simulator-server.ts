import {toJson} from '../json.js';
import type {Batch, RemoteRequest} from './batch.js';

const REST = '/appsvcs/rs/svc/';

/** The client of a server with a contact centre. It uses the HTTP interface of the server. */
export class SimulatorServer {
  readonly #origin: string;
  /** Token of the agent's session. Empty before the first login. */
  #token = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Returns the current state, and the events after the event number `since`. Without `since`, returns no events. */
  async batch(since?: number): Promise<Batch> {
    const query = since === undefined ? '' : `?since=${since}`;
    const response = await fetch(`${this.#origin}/simulator/adapter/events${query}`);
    if (!response.ok) throw new Error(`The simulator answered with HTTP status ${response.status}.`);
    return (await response.json()) as Batch;
  }

  /** Sends requests of the adapter. The response contains one line of JSON for each reply. */
  send(requests: readonly RemoteRequest[]): Promise<Response> {
    return fetch(this.#requestsUrl, {method: 'POST', body: jsonOf(requests)});
  }

  /** Sends a request whose reply is not needed, even if the page is closing. */
  sendLast(request: RemoteRequest): void {
    navigator.sendBeacon(this.#requestsUrl, jsonOf([request]));
  }

  /**
   * Starts a REST session of the agent, or continues the open session. If the server refuses, the previous token stays
   * in use.
   */
  async logIn(username: string): Promise<void> {
    const passwordCredentials = {username, password: 'simulated'};
    const body = JSON.stringify({passwordCredentials, appKey: 'simulator', policy: 'AttachExisting'});
    const response = await fetch(`${this.#origin}${REST}auth/login`, {method: 'POST', credentials: 'include', body});
    if (response.ok) this.#token = ((await response.json()) as {tokenId: string}).tokenId;
  }

  /**
   * Sends a REST request with the agent's session in a header, because some browsers block cookies of a page in a
   * frame.
   */
  sendRest(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer-${this.#token}`);
    return fetch(this.#origin + path, {...init, headers});
  }

  /**
   * Returns the address of the agent's WebSocket.
   *
   * @param suffix Text after the token in the key of the socket, so that several sockets of the session have different
   *   keys. Empty if one socket is enough.
   * @param since Number of the last known event.
   */
  socketUrl(suffix: string, since: number): string {
    const url = new URL(`/appsvcs/ws/${this.#token}${suffix}`, this.#origin.replace(/^http/, 'ws'));
    url.searchParams.set('since', String(since));
    return url.href;
  }

  get #requestsUrl(): string {
    return `${this.#origin}/simulator/adapter/requests`;
  }
}

/** Returns requests as JSON. Converts each request on its own, because the data of one request may be no JSON. */
const jsonOf = (requests: readonly RemoteRequest[]): string => `[${requests.map(toJson).join()}]`;

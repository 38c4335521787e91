import {
  ASKED_APIS,
  type AskedApi,
  type AskOptions,
  type PageAsker,
  type Receivers,
} from '../contact-center/page/page-asker.js';
import type {AdapterBackend} from './adapter-backend.js';
import {SisterApiFace} from './sister-api-face.js';

/** Asks the pages that are connected to an adapter. */
export class AdapterPages implements PageAsker {
  /** A face for each API. */
  readonly faces: readonly SisterApiFace[];

  constructor(backend: AdapterBackend) {
    this.faces = ASKED_APIS.map((api) => new SisterApiFace(api, backend));
  }

  clients(api: AskedApi): number {
    return this.#face(api).clientCount;
  }

  ask(api: AskedApi, method: string, params: unknown, options: AskOptions): Promise<unknown> {
    return this.#face(api).ask(method, params, options);
  }

  send(api: AskedApi, name: string, data: unknown, receivers?: Receivers): void {
    this.#face(api).send(name, data, receivers);
  }

  #face(api: AskedApi): SisterApiFace {
    return this.faces.find(({objectId}) => objectId === api) as SisterApiFace;
  }
}

import {OTHER_ORIGIN} from './places.js';
import {until} from './time.js';

/** A reply of the server: see test/runner/crm-server.mjs. */
export interface CrmReply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Number of characters of a long body. */
  length?: number;
  /** Whether the server never answers. */
  silent?: boolean;
}

/** A request that the server received. */
export interface CrmRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

// Take the function once, because a test may replace it.
const send = window.fetch.bind(window);

/** The server of a CRM. Its replies are real HTTP responses. */
export class CrmServer {
  /** Address of the server, without a slash at the end. */
  readonly address: string;
  /** The same server at another origin. */
  readonly otherAddress: string;

  private constructor() {
    this.address = `/crm/${crypto.randomUUID()}`;
    this.otherAddress = OTHER_ORIGIN + this.address;
  }

  /** Starts a server with these replies: one after the other, and then always the last. */
  static async start(...replies: CrmReply[]): Promise<CrmServer> {
    const server = new CrmServer();
    await server.reply(...replies);
    return server;
  }

  async reply(...replies: CrmReply[]): Promise<void> {
    await send(`${this.address}/replies`, {method: 'PUT', body: JSON.stringify(replies)});
  }

  /** Returns the requests that the server has received. */
  async requests(): Promise<CrmRequest[]> {
    return (await (await send(`${this.address}/requests`)).json()) as CrmRequest[];
  }

  /** Waits until the server has received a number of requests, and returns them. */
  async receives(count: number): Promise<CrmRequest[]> {
    let requests: CrmRequest[] = [];
    let isAsking = false;
    await until(() => {
      if (!isAsking && requests.length < count) {
        isAsking = true;
        void this.requests().then((received) => {
          requests = received;
          isAsking = false;
        });
      }
      return requests.length >= count;
    }, `${count} requests at the server`);
    return requests;
  }
}

/** Returns a reply with JSON. */
export const json = (data: unknown): CrmReply => ({
  headers: {'content-type': 'application/json'},
  body: JSON.stringify(data),
});

/** Returns a reply with a web page. */
export const page = (body = '<!doctype html><title>Log in</title>'): CrmReply => ({
  headers: {'content-type': 'text/html; charset=utf-8'},
  body,
});

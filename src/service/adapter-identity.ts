import {isRecord} from '../interaction-api/is-record.js';
import {textOf} from '../interaction-api/text-of.js';
import type {Connection, Transport} from '../interaction-api/transport.js';

/** An adapter, as far as a connection to it shows it. */
interface Adapter {
  readonly window: object | undefined;
  readonly origin: string | undefined;
}

/** A transport that knows the window of its adapter. */
export interface IdentifyingTransport extends Transport {
  readonly adapterWindow: object | undefined;
}

/** Relation of a connected adapter to the adapter before. */
export type AdapterRelation =
  /** The first adapter, or the adapter before. For example, its page has reloaded. */
  | 'same'
  /** An adapter in another frame, for the same address. It can have the same session. */
  | 'other frame'
  /** An adapter from another origin. */
  | 'other origin';

/**
 * Recognises whether a service is connected to the same adapter as before.
 *
 * An adapter is another one if its frame, its origin or its session is another one. The session is the agent and the
 * tenant that the adapter reports. A property that is unknown counts as equal.
 */
export class AdapterIdentity {
  #last: Adapter | undefined;
  #session: string | undefined;
  #isAsking = false;

  /** Remembers the connected adapter. Returns its relation to the adapter before. */
  connect(transport: IdentifyingTransport, {origin}: Connection): AdapterRelation {
    const before = this.#last;
    const now: Adapter = {window: transport.adapterWindow, origin};
    this.#last = {window: now.window ?? before?.window, origin: now.origin ?? before?.origin};
    if (isOther(before?.origin, now.origin)) {
      this.#session = undefined;
      return 'other origin';
    }
    return isOther(before?.window, now.window) ? 'other frame' : 'same';
  }

  /** Asks the adapter for its session, unless the session is known or was asked. */
  learnSession(transport: IdentifyingTransport): void {
    if (this.#session === undefined && !this.#isAsking) void this.#ask(transport);
  }

  /** Asks the adapter for its session. Resolves with true if the adapter before had another session. */
  async hasOtherSession(transport: IdentifyingTransport): Promise<boolean> {
    const before = this.#session;
    return before !== undefined && isOther(before, await this.#ask(transport));
  }

  async #ask(transport: IdentifyingTransport): Promise<string | undefined> {
    this.#isAsking = true;
    try {
      const session = sessionOf(await transport.call('getMetadata', undefined, {}));
      this.#session = session ?? this.#session;
      return session;
    } catch {
      // The adapter does not report its session.
      return undefined;
    } finally {
      this.#isAsking = false;
    }
  }
}

const isOther = (one: unknown, other: unknown): boolean => one !== undefined && other !== undefined && one !== other;

/** Returns a text that is the same for the same agent and tenant; `undefined` if no agent is logged in. */
export function sessionOf(metadata: unknown): string | undefined {
  const {agentId, tenantId} = isRecord(metadata) ? metadata : {};
  const agent = textOf(agentId);
  return agent ? `${agent} ${textOf(tenantId) ?? ''}` : undefined;
}

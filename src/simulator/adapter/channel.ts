import {CONNECT, CONNECTED, DISCONNECT, type Envelope, isEnvelope, newId} from '../../transport/envelope.js';
import type {Clock} from '../contact-center/clock.js';

/** A connected endpoint of a page: the page's window, and the adapter's port to it. */
export interface Client {
  /** Number of the port. A newer port has a higher number. */
  readonly number: number;
  readonly window: Window;
  readonly port: MessagePort;
  /** Id of the endpoint. A page that loads again has a new id. */
  readonly endpoint: string;
}

/** A port that waits for the answer of a window. */
interface Invitation {
  readonly port: MessagePort;
  /** Time at which the port was sent, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * Number of the newest ports to one window that wait for an answer without a time limit. Older ports are closed after
 * `MAX_WAIT`, because a page that does not trust this origin never answers.
 */
const MAX_INVITATIONS = 8;
/**
 * Milliseconds in which a window can answer on any port. Many ports to the same window are possible at the same time, if
 * this page was busy while the window asked, and the window then sends its first messages on the oldest port.
 */
const MAX_WAIT = 30_000;

/** Functions that a `Channel` calls. */
export interface ChannelListener {
  /** Called when a window has answered on its port, and has become a client. */
  connected(client: Client): void;
  /** Called when a client has answered on a newer port. `client` replaces `former`. */
  moved(former: Client, client: Client): void;
  /** Called when a client has disconnected. A disconnected client answers no messages. */
  disconnected(client: Client): void;
  /** Called with each message that does not belong to the handshake. */
  received(client: Client, message: Record<string, unknown>): void;
}

/**
 * The adapter's side of the handshake on one channel, and the ports to the clients of the channel.
 *
 * 1. `invite` sends `connect` and a port to a window.
 * 2. The first message on that port, `connected:`, makes the window a client. If the adapter has a host id, it answers
 *    `connected:<hostId>`.
 * 3. A window that gets several ports uses the newest one. Its endpoint stays the same client.
 * 4. `disconnect`, from either side, ends the connection.
 */
export class Channel {
  readonly sender: string;
  readonly #clients = new Map<Window, Client>();
  /**
   * Ports on which the window has not answered yet. A window that sends `asking_connect` twice gets two ports, and uses
   * the newer port.
   */
  readonly #invitations = new Map<Window, readonly Invitation[]>();
  #portCount = 0;

  constructor(
    readonly name: string,
    private readonly hostId: string,
    private readonly clock: Clock,
    private readonly listener: ChannelListener,
  ) {
    this.sender = newId(`master_${name}`);
  }

  /** The clients that are connected now. */
  get clients(): readonly Client[] {
    return [...this.#clients.values()];
  }

  /** Sends `connect` with a port to a window, unless the window is a client already. */
  invite(window: Window, targetOrigin: string): void {
    this.#forgetClosedWindows();
    if (this.#clients.has(window)) return;
    const {port1, port2} = new MessageChannel();
    this.#closeOldInvitations(window);
    const at = this.clock.now();
    this.#invitations.set(window, [...(this.#invitations.get(window) ?? []), {port: port1, at}]);
    this.#listen(window, port1);
    window.postMessage(this.#envelope(CONNECT), targetOrigin, [port2]);
  }

  /** Sends a message to the given clients. @default all clients */
  send(message: Record<string, unknown>, clients: readonly Client[] = this.clients): void {
    const envelope = this.#envelope(message);
    for (const {port} of clients) port.postMessage(envelope);
  }

  /** Ends every connection, with or without a `disconnect` message. */
  close(sendDisconnect: boolean): void {
    const {clients} = this;
    // Also close the connections to windows that are not clients yet, because the answer of such a window may arrive
    // later.
    const ports = [...clients, ...[...this.#invitations.values()].flat()].map(({port}) => port);
    this.#clients.clear();
    this.#invitations.clear();
    for (const port of ports) {
      port.onmessage = null;
      if (sendDisconnect) port.postMessage(this.#envelope(DISCONNECT));
    }
    for (const client of clients) this.listener.disconnected(client);
  }

  /** Closes the old ports to a window that has not answered on them, and leaves room for one more. */
  #closeOldInvitations(window: Window): void {
    const invitations = this.#invitations.get(window) ?? [];
    const oldest = this.clock.now() - MAX_WAIT;
    const surplus = invitations.slice(0, 1 - MAX_INVITATIONS).filter(({at}) => at < oldest);
    for (const {port} of surplus) port.close();
    this.#invitations.set(
      window,
      invitations.filter((invitation) => !surplus.includes(invitation)),
    );
  }

  #listen(window: Window, port: MessagePort): void {
    const number = ++this.#portCount;
    let client: Client | undefined;
    // Listen to `close` too, because a client can disconnect without the message `disconnect`. Some browsers do not
    // fire this event.
    port.addEventListener('close', () => {
      this.#remove(client);
    });
    port.onmessage = ({data}: MessageEvent<unknown>) => {
      if (!isEnvelope(data, this.name, this.sender)) return;
      const {message, sender} = data;
      if (message === DISCONNECT) {
        port.onmessage = null;
        this.#remove(client);
        return;
      }
      if (!client) {
        client = {number, window, port, endpoint: sender};
        this.#connect(client);
      }
      if (typeof message === 'object') this.listener.received(this.#newest(client), message);
    };
  }

  /** Called when a window has answered on a port. Makes the window a client that uses this port. */
  #connect(client: Client): void {
    const {number, window, port} = client;
    const invitations = this.#invitations.get(window) ?? [];
    this.#invitations.set(
      window,
      invitations.filter((invitation) => invitation.port !== port),
    );
    const former = this.#clients.get(window);
    // Ignore a late answer on an older port, because messages on two ports can arrive in any order.
    if (former && former.number > number) return;
    const isSame = former?.endpoint === client.endpoint;
    if (!isSame) this.#remove(former);
    this.#clients.set(window, client);
    if (this.hostId) port.postMessage(this.#envelope(CONNECTED + this.hostId));
    if (isSame) this.listener.moved(former, client);
    else this.listener.connected(client);
  }

  /** Returns the client that has replaced this one; the same client if no other one has. */
  #newest(client: Client): Client {
    const current = this.#clients.get(client.window);
    return current?.endpoint === client.endpoint ? current : client;
  }

  #remove(client: Client | undefined): void {
    if (!client || this.#clients.get(client.window) !== client) return;
    this.#clients.delete(client.window);
    this.listener.disconnected(client);
  }

  #forgetClosedWindows(): void {
    for (const client of this.clients) if (client.window.closed) this.#remove(client);
    for (const window of [...this.#invitations.keys()]) if (window.closed) this.#invitations.delete(window);
  }

  #envelope(message: Envelope['message']): Envelope {
    return {iframeName: this.name, sender: this.sender, message};
  }
}

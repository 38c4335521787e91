import {ASKING_CONNECT, isEnvelope, isRecord} from '../../transport/envelope.js';
import {reachableWindows} from '../../transport/frames.js';
import {type Clock, systemClock} from '../contact-center/clock.js';
import {errorToSend, notImplemented} from '../contact-center/errors.js';
import type {ApiFace} from './api-face.js';
import {Channel, type Client} from './channel.js';
import {FaceChannel} from './face-channel.js';

/** Options of an adapter link. */
export interface AdapterLinkOptions {
  /** The window of the adapter. @default the global window */
  window?: Window;
  /**
   * Names of the channels for which the adapter sends a port to every reachable window, although the window has not
   * asked. Any other channel opens when a page sends `asking_connect` for this channel.
   * @default for each face, the channel whose name is only the prefix of the face
   */
  announces?: readonly string[];
  /** Id of the adapter, for a page with several adapters. Clients send this id with each request. @default no id */
  hostId?: string;
  /** The clock for all time limits. @default the system clock */
  clock?: Clock;
}

/** A channel, and the faces for its messages. */
interface OpenChannel {
  readonly channel: Channel;
  readonly faces: readonly FaceChannel[];
}

/**
 * The adapter's side of the connections to pages. It sends ports to pages, and passes messages between clients and
 * faces (handlers of APIs) in both directions.
 *
 * 1. A window sends `asking_connect` on a channel, and gets a port for this channel. When the link opens, every
 *    reachable window also gets a port for each announced channel, although it has not asked. So the page and the
 *    adapter can load in any order.
 * 2. The window answers on the port. From then on, the window is a client.
 * 3. Requests and events go to the face with their `objectId`. Answers go to the face that sent the request.
 *
 * The link ignores all other messages, on the window and on ports.
 */
export class AdapterLink {
  readonly #faces: readonly ApiFace[];
  readonly #window: Window;
  readonly #hostId: string;
  readonly #clock: Clock;
  readonly #channels = new Map<string, OpenChannel>();
  #isOpen = false;

  constructor(
    faces: readonly ApiFace[],
    {
      window: ownWindow = window,
      announces = [...new Set(faces.map(({channelPrefix}) => channelPrefix))],
      hostId = '',
      clock = systemClock,
    }: AdapterLinkOptions = {},
  ) {
    this.#faces = faces;
    this.#window = ownWindow;
    this.#hostId = hostId;
    this.#clock = clock;
    for (const name of announces) this.#channel(name);
  }

  /** Whether pages can connect. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Lets pages connect, and sends `connect` with a port to every reachable window, on each open channel. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#window.addEventListener('message', this.#onWindowMessage);
    for (const reachable of reachableWindows(this.#window)) {
      for (const {channel} of this.#channels.values()) channel.invite(reachable, '*');
    }
  }

  /** Ends every connection, and ignores pages until the link opens again. */
  close(sendDisconnect: boolean): void {
    this.#isOpen = false;
    this.#window.removeEventListener('message', this.#onWindowMessage);
    for (const {channel} of this.#channels.values()) channel.close(sendDisconnect);
  }

  readonly #onWindowMessage = ({data, source, origin}: MessageEvent<unknown>): void => {
    if (!source || !isRecord(data) || data['message'] !== ASKING_CONNECT) return;
    const {iframeName} = data;
    if (typeof iframeName !== 'string' || !this.#facesOf(iframeName).length) return;
    const {channel} = this.#channel(iframeName);
    if (!isEnvelope(data, channel.name, channel.sender)) return;
    // Use `*` for an opaque origin, because an opaque origin cannot be the target of a message.
    channel.invite(source as Window, origin === 'null' || !origin ? '*' : origin);
  };

  #facesOf(channelName: string): ApiFace[] {
    return this.#faces.filter(({channelPrefix}) => channelName.startsWith(channelPrefix));
  }

  #channel(name: string): OpenChannel {
    const known = this.#channels.get(name);
    if (known) return known;
    const channel = new Channel(name, this.#hostId, this.#clock, {
      connected: (client) => {
        for (const face of faces) face.connected(client);
      },
      moved: (former, client) => {
        for (const face of faces) face.moved(former, client);
      },
      disconnected: (client) => {
        for (const face of faces) face.disconnected(client);
      },
      received: (client, message) => {
        this.#receive(opened, client, message);
      },
    });
    const options = {hostId: this.#hostId, clock: this.#clock};
    const faces = this.#facesOf(name).map((face) => new FaceChannel(face, channel, options));
    const opened = {channel, faces};
    this.#channels.set(name, opened);
    return opened;
  }

  #receive({channel, faces}: OpenChannel, client: Client, message: Record<string, unknown>): void {
    const {id, request, event, hostId} = message;
    if (hostId && hostId !== this.#hostId) return;
    const faceFor = ({objectId}: Record<string, unknown>): FaceChannel | undefined =>
      faces.find((face) => face.objectId === objectId);

    if (isRecord(event)) faceFor(event)?.receiveEvent(event);
    if (typeof id !== 'string') return;
    if (isRecord(request)) {
      const face = faceFor(request);
      if (face) void face.receiveRequest(client, id, request);
      else channel.send({id, error: errorToSend(notImplemented(request['attrName']))});
    } else if ('response' in message || 'error' in message) {
      for (const face of faces) face.receiveAnswer(client, id, message);
    }
  }
}

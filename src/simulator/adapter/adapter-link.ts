import {ASKING_CONNECT, isEnvelope, isRecord} from '../../transport/envelope.js';
import {reachableWindows} from '../../transport/frames.js';
import {type Clock, systemClock} from '../contact-center/clock.js';
import {errorToSend, notImplemented} from '../contact-center/errors.js';
import type {ApiFace} from './api-face.js';
import {Channel, type Client} from './channel.js';
import {FaceChannel} from './face-channel.js';

/** Options of an adapter link. */
export interface AdapterLinkOptions {
  /** The window of the adapter. @default the global one */
  window?: Window;
  /** Channels on which the adapter invites every reachable window. Other channels open when a page asks. @default the unnamed channel of each face */
  announces?: readonly string[];
  /** The adapter's id, if a page has several adapters. Clients then send the id with each request. @default none */
  hostId?: string;
  /** The clock for the time limits of requests to the page. @default the system's */
  clock?: Clock;
}

/** A channel, and the faces that are served on it. */
interface OpenChannel {
  readonly channel: Channel;
  readonly faces: readonly FaceChannel[];
}

/**
 * The adapter's end of the wire: sends ports to pages, and passes messages between clients and faces, in both
 * directions.
 *
 * 1. A window asks (`asking_connect`), and gets a port on the channel that it asked on. When the link opens, every
 *    reachable window gets a port
 *    on each announced channel without asking, so either side may load first.
 * 2. The window answers on the port. It is a client from now on.
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

  /** Lets pages connect, and invites every reachable window. */
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
    // An opaque origin cannot be the target of a message.
    channel.invite(source as Window, origin === 'null' || !origin ? '*' : origin);
  };

  #facesOf(channelName: string): ApiFace[] {
    return this.#faces.filter(({channelPrefix}) => channelName.startsWith(channelPrefix));
  }

  #channel(name: string): OpenChannel {
    const known = this.#channels.get(name);
    if (known) return known;
    const channel = new Channel(name, this.#hostId, {
      connected: (client) => {
        for (const face of faces) face.connected(client);
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

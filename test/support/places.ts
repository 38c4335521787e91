import {AdapterHandle} from './adapter-handle.js';
import {atEnd} from './lifecycle.js';
import {adapterInThisPage, type Deliver, type WireOptions} from './wire-adapter.js';

/** A place for an adapter: the window of the page under test, or a frame in this page. */
export interface Place {
  readonly name: string;
  /** Whether the adapter receives the page's `asking_connect`; otherwise the adapter must send `connect` itself. */
  readonly receivesQuestions: boolean;
  /** Whether the adapter has a window of its own. */
  readonly inFrame: boolean;
  /** Origin of the adapter's messages. */
  readonly origin: string;
  /** Default options of an adapter in this place. */
  readonly defaults: Partial<WireOptions>;
  /** Creates an adapter in this place. It sends nothing until it is started. */
  settle(): Promise<AdapterHandle>;
  /**
   * Reloads the adapter without a `disconnect`. The test must start the new adapter. The old handle receives no more
   * messages.
   */
  reload(adapter: AdapterHandle): Promise<AdapterHandle>;
}

declare global {
  interface Window {
    /** Port of the second server of the test runner (test/runner/other-origin.mjs). */
    otherOriginPort: number;
  }
}

/** Another origin with the same files: another port of the same host. */
export const OTHER_ORIGIN = `http://${location.hostname}:${window.otherOriginPort}`;

const ADAPTER_PAGE = '/test/pages/adapter.html';

function inThisPage(name: string, receivesQuestions: boolean, defaults: Partial<WireOptions>): Place {
  const settle = (): Promise<AdapterHandle> => {
    // Dispatch an event with the port, in place of a window message. The event looks like the event of a window
    // message.
    const inEvent: Deliver = (target, data, port) => {
      if (target !== window) return;
      dispatchEvent(new MessageEvent('message', {data, origin: location.origin, source: window, ports: [port]}));
    };
    const control = adapterInThisPage(window, receivesQuestions ? undefined : inEvent);
    const handle = new AdapterHandle(control, location.origin);
    atEnd(async () => {
      await handle.stop();
      handle.remove();
    });
    return Promise.resolve(handle);
  };
  const reload = async (adapter: AdapterHandle): Promise<AdapterHandle> => {
    await adapter.stop();
    return settle();
  };
  return {name, receivesQuestions, inFrame: false, origin: location.origin, defaults, settle, reload};
}

/** Loads a page in a frame. */
export async function addFrame(url: string, into: Element = document.body): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.src = url;
  frame.title = 'Adapter';
  atEnd(() => {
    frame.remove();
  });
  const loaded = loads(frame);
  into.append(frame);
  await loaded;
  return frame;
}

const loads = (frame: HTMLIFrameElement): Promise<unknown> =>
  new Promise((resolve) => {
    frame.addEventListener('load', resolve, {once: true});
  });

/** Starts an adapter in a frame that shows the adapter page. Returns the handle of the adapter. */
export function takeControl(frame: HTMLIFrameElement): AdapterHandle {
  const {port1, port2} = new MessageChannel();
  frame.contentWindow?.postMessage('be an adapter', '*', [port2]);
  return new AdapterHandle(port1, new URL(frame.src).origin, () => {
    frame.remove();
  });
}

function inFrame(name: string, origin: string): Place {
  const frames = new WeakMap<AdapterHandle, HTMLIFrameElement>();
  const control = (frame: HTMLIFrameElement): AdapterHandle => {
    const handle = takeControl(frame);
    frames.set(handle, frame);
    return handle;
  };
  return {
    name,
    receivesQuestions: true,
    inFrame: true,
    origin,
    defaults: {},
    settle: async () => control(await addFrame(origin + ADAPTER_PAGE)),
    reload: async (adapter) => {
      const frame = frames.get(adapter) as HTMLIFrameElement;
      const loaded = loads(frame);
      // Navigate the frame to a new address, because a page cannot reload a frame of another origin.
      frame.src = `${origin}${ADAPTER_PAGE}?${String(Math.random()).slice(2)}`;
      await loaded;
      return control(frame);
    },
  };
}

export const channelPair = inThisPage('a MessageChannel pair', false, {announces: true, answers: false});
export const inWindow = inThisPage("an adapter in the page's own window", true, {});
export const sameOriginFrame = inFrame('an adapter in a frame of the same origin', location.origin);
export const crossOriginFrame = inFrame('an adapter in a frame of another origin', OTHER_ORIGIN);

import type {Transport, TransportListener} from '../interaction-api/transport.js';
import {
  type AdapterFrame,
  type AdapterSettings,
  type AdapterTransport,
  adapterTransport,
} from '../transport/adapter-transport.js';

/** Which way to the adapter a service takes. */
export interface WaySettings extends AdapterSettings {
  /**
   * `auto` uses an official SDK that is on the page or comes later, else our own way to the adapter; `adapter` and `crm-sdk` use that and nothing else.
   * @default 'auto'
   */
  transport?: 'auto' | 'adapter' | 'crm-sdk';
  /** An SDK that is not at `window.Five9.CrmSdk`, but in a hidden frame or an AMD loader: what has `interactionApi()`, or what that gives. */
  sdk?: object | undefined;
}

/** The way that a service takes, and can change. What changes it is `sdk-way.ts`, which only pages with an SDK load. */
export interface ServiceTransport extends Transport {
  /** The way in use. Missing while it is loaded. */
  inner?: Transport & {readonly capabilities?: ReadonlySet<string>};
  readonly adapter: AdapterTransport;
  settings: WaySettings;
  /** Who owns this; nobody before it is opened and when it is closed. */
  owner?: TransportListener | undefined;
  /** What the adapter tells. */
  fromAdapter?: TransportListener;
  wsIds: readonly string[];
  configure(settings: WaySettings): void;
}

/** How often is looked for an SDK, in ms. */
const LOOK_EVERY = 500;

/** Where an official SDK is, and our drop-in where there is none. */
interface Page {
  Five9: {CrmSdk: {interactionApi: {dropIn?: unknown}}};
}

/**
 * Speaks to the adapter until an official SDK is to be used.
 *
 * @param interactionEvent Hears events of every name, before the owner does.
 */
export function serviceTransport(
  settings: WaySettings,
  frame: AdapterFrame,
  interactionEvent: TransportListener['interactionEvent'],
): ServiceTransport {
  const adapter = adapterTransport(settings, frame);
  let loading: Promise<void> | undefined;
  let timer: ReturnType<typeof setInterval>;

  const useAdapter = (): void => {
    way.inner = adapter;
    adapter.open((way.fromAdapter = {...(way.owner as TransportListener)}));
    adapter.watchWsEvents(way.wsIds);
  };

  /** An SDK may come at any time, and in ways of which no event tells: in a script that stands in the page, by `import()`, by `eval`. */
  const look = (): void => {
    if (!way.owner) return;
    const {transport, sdk} = way.settings;
    // What has been loaded chooses; for `adapter` alone there is nothing to choose.
    let found: unknown = loading ?? (transport === 'adapter' ? false : (sdk ?? (transport === 'crm-sdk' || undefined)));
    try {
      found ??= !(window as unknown as Page).Five9.CrmSdk.interactionApi.dropIn;
    } catch {
      // There is none, or the name is that of a frame of another origin.
    }
    if (found) {
      loading = import('./sdk-way.js')
        .then(({choose}) => choose(way, useAdapter))
        .catch((error: unknown) => {
          reportError(error);
          clearInterval(timer);
          // Without it there is our own way.
          if (way.owner && !way.inner) useAdapter();
        });
    }
  };

  const way: ServiceTransport = {
    adapter,
    settings,
    wsIds: [],

    get connection() {
      return (way.inner ?? adapter).connection;
    },

    open(owner) {
      way.owner = {
        ...owner,
        interactionEvent(...event) {
          interactionEvent(...event);
          owner.interactionEvent(...event);
        },
      };
      timer = setInterval(look, LOOK_EVERY);
      look();
      if (!loading) useAdapter();
    },

    close() {
      way.owner = undefined;
      clearInterval(timer);
      way.inner?.close();
    },

    configure(next) {
      adapter.configure((way.settings = next));
      look();
    },

    call: async (...args) => {
      if (!way.inner) await loading;
      return (way.inner ?? adapter).call(...args);
    },

    notify: (...args) => (way.inner ?? adapter).notify(...args),

    watchWsEvents(ids) {
      way.wsIds = ids;
      way.inner?.watchWsEvents(ids);
    },
  };
  return way;
}

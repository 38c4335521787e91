import {createInteractionApi, type Connection, type InteractionApi} from '../../src/interaction-api.js';
import type {AdapterHandle} from './adapter-handle.js';
import {atEnd} from './lifecycle.js';
import type {Place} from './places.js';
import {until} from './time.js';
import type {WireOptions} from './wire-adapter.js';

export type ClientSettings = Omit<NonNullable<Parameters<typeof createInteractionApi>[0]>, 'connectionChanged'>;

let names = 0;

/** Returns a channel name that no other test uses, so that a late message of one test does not reach the next. */
export const freshName = (): string => `test${++names}`;

/** Returns the channel of `interactionApi(name)`. */
export const channelOf = (name: string): string => `intrx_plugin_${name}`;

/** An API, with its connection states and its events. */
export interface Client {
  api: InteractionApi;
  /** Every connection state that the API reported. */
  connections: Connection[];
  /** Every event that the API received. */
  events: {name: string; params: unknown}[];
  /** Waits until the connection has this status. */
  reaches(status: Connection['status']): Promise<Connection>;
}

/** Opens an API, and closes it when the test ends. */
export function openClient(settings: ClientSettings = {}): Client {
  const connections: Connection[] = [];
  const events: Client['events'] = [];
  const api = createInteractionApi({
    ...settings,
    connectionChanged: (connection) => connections.push(connection),
  });
  // Subscribe to every event, also to unknown events.
  const any = new Proxy({}, {get: (_, name) => (params: unknown) => events.push({name: String(name), params})});
  api.subscribe(any);
  atEnd(() => api.close());
  return {
    api,
    connections,
    events,
    async reaches(status) {
      await until(
        () => api.connection.status === status,
        () => `${status}, but is ${JSON.stringify(api.connection)}`,
      );
      return api.connection;
    },
  };
}

/** An API, and the adapter that it is connected to. */
export interface Line extends Client {
  adapter: AdapterHandle;
  /** Name of the channel, as in `interactionApi(name)`. */
  name: string;
}

/** Starts an adapter in a place, opens an API, and waits until they are connected. */
export async function connect(
  place: Place,
  {settings = {}, options = {}}: {settings?: ClientSettings; options?: Partial<WireOptions>} = {},
): Promise<Line> {
  const name = settings.name ?? freshName();
  const adapter = await place.settle();
  const client = openClient({adapterOrigin: adapter.origin, ...settings, name});
  await startAdapter(adapter, place, name, options);
  await client.reaches('connected');
  await adapter.receives('connected');
  return {...client, adapter, name};
}

/** Starts an adapter on the channel of `interactionApi(name)`. */
export function startAdapter(
  adapter: AdapterHandle,
  place: Place,
  name: string,
  options: Partial<WireOptions> = {},
): Promise<void> {
  return adapter.start({...place.defaults, channel: channelOf(name), ...options});
}

/** Restarts the adapter, like a reload that sends no `disconnect`, and waits until the client has connected to it. */
export async function restart(
  {adapter, name}: Pick<Line, 'adapter' | 'name'>,
  options: Partial<WireOptions> = {},
): Promise<void> {
  const before = adapter.all('connected').length;
  // Let the adapter send `connect` itself and ignore `asking_connect`, so that there is only one handshake.
  await adapter.start({channel: channelOf(name), announces: true, answers: false, ...options});
  await adapter.receives('connected', before + 1);
}

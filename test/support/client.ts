import {createInteractionApi, type Connection, type InteractionApi} from '../../src/interaction-api.js';
import type {AdapterHandle} from './adapter-handle.js';
import {atEnd} from './lifecycle.js';
import type {Place} from './places.js';
import {until} from './time.js';
import type {WireOptions} from './wire-adapter.js';

export type ClientSettings = Omit<NonNullable<Parameters<typeof createInteractionApi>[0]>, 'connectionChanged'>;

let names = 0;

/** A channel name that no other test uses, so that a straggler of one test is not heard in the next. */
export const freshName = (): string => `test${++names}`;

/** The channel of `interactionApi(name)`. */
export const channelOf = (name: string): string => `intrx_plugin_${name}`;

/** An API, and what it told. */
export interface Client {
  api: InteractionApi;
  /** Every state of the connection that was told. */
  connections: Connection[];
  /** Every event, whether anybody subscribed or not. */
  events: {name: string; params: unknown}[];
  /** Waits until the connection has this status; at once where it has. */
  reaches(status: Connection['status']): Promise<Connection>;
}

/** An API that is closed when the test is over. */
export function openClient(settings: ClientSettings = {}): Client {
  const connections: Connection[] = [];
  const events: Client['events'] = [];
  const api = createInteractionApi({
    ...settings,
    connectionChanged: (connection) => connections.push(connection),
  });
  // Whatever it is called.
  const any = new Proxy({}, {get: (_, name) => (params: unknown) => events.push({name: String(name), params})});
  api.subscribe(any);
  atEnd(() => api.close());
  return {
    api,
    connections,
    events,
    async reaches(status) {
      await until(() => api.connection.status === status, `${status}, but is ${JSON.stringify(api.connection)}`);
      return api.connection;
    },
  };
}

/** An API and the adapter that it is connected to. */
export interface Line extends Client {
  adapter: AdapterHandle;
  /** Name of the channel, as in `interactionApi(name)`. */
  name: string;
}

/** Starts an adapter somewhere, opens an API, and waits until they are connected. */
export async function connect(
  place: Place,
  {settings = {}, options = {}}: {settings?: ClientSettings; options?: Partial<WireOptions>} = {},
): Promise<Line> {
  const name = settings.name ?? freshName();
  const adapter = await place.settle();
  const client = openClient({adapterOrigin: adapter.origin, ...settings, name});
  await startAdapter(adapter, place, name, options);
  await client.reaches('connected');
  await adapter.hears('connected');
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

/** Starts the adapter anew, as a reload without a good-bye does, and waits until the client has taken it. */
export async function restart(
  {adapter, name}: Pick<Line, 'adapter' | 'name'>,
  options: Partial<WireOptions> = {},
): Promise<void> {
  const before = adapter.all('connected').length;
  // It speaks first and answers nothing, so that there is one handshake and not two.
  await adapter.start({channel: channelOf(name), announces: true, answers: false, ...options});
  await adapter.hears('connected', before + 1);
}

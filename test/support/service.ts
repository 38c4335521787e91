import {InteractionService, type ServiceSettings} from '../../src/service/index.js';
import type {AdapterHandle} from './adapter-handle.js';
import {channelOf, freshName} from './client.js';
import {atEnd} from './lifecycle.js';
import {inWindow} from './places.js';
import {callData} from './samples.js';
import {until} from './time.js';
import type {WireOptions} from './wire-adapter.js';

/** A service and its adapter. */
export interface ServiceLine {
  service: InteractionService;
  adapter: AdapterHandle;
  /** Target of the service's DOM events. */
  target: EventTarget;
  /** Name of the channel. */
  name: string;
}

/** Opens a service, and closes it when the test ends. */
export function openService(
  settings: ServiceSettings = {},
  target: EventTarget = new EventTarget(),
): InteractionService {
  const service = new InteractionService(target);
  service.configure(settings);
  atEnd(() => service.close());
  return service;
}

/** Opens a service and connects it to an adapter in the page's own window. */
export async function connectService(
  settings: ServiceSettings = {},
  target: EventTarget = new EventTarget(),
  options: Partial<WireOptions> = {},
): Promise<ServiceLine> {
  const name = settings.name ?? freshName();
  const adapter = await openAdapter(name, options);
  const service = openService({...settings, name}, target);
  await until(() => service.api.connection.status === 'connected', 'the service is connected');
  // Wait until the adapter knows the client, because it sends events only to connected clients.
  await adapter.receives('connected');
  return {service, adapter, target, name};
}

/** Starts an adapter in the page's own window. It has one disposition for every interaction. */
export async function openAdapter(name: string, options: Partial<WireOptions> = {}): Promise<AdapterHandle> {
  const adapter = await inWindow.settle();
  await adapter.reply('getDispositions', {response: [{id: '1', name: 'Sale'}]});
  await adapter.reply('updateWebSocketSubscriptions', {response: null});
  await adapter.start({channel: channelOf(name), ...options});
  return adapter;
}

let calls = 0;

/** Returns an interaction id of 32 hexadecimal digits that no other test uses. */
export const freshId = (): string => (++calls).toString(16).toUpperCase().padStart(32, 'C');

/** Sends an event of a call, and waits until the service has handled it. */
export async function sendCallEvent(
  {service, adapter}: Pick<ServiceLine, 'service' | 'adapter'>,
  reason: string,
  fields: {interactionId: string} & Record<string, unknown>,
  more: object = {},
): Promise<void> {
  await adapter.interactionEvent(reason, {callData: callData(fields), ...more});
  await allHandled({service, adapter});
}

/** Waits until the service has handled all messages of its adapter. */
export async function allHandled({service, adapter}: Pick<ServiceLine, 'service' | 'adapter'>): Promise<void> {
  await adapter.reply('isMasterPage', {response: true});
  await service.api.isMasterPage();
}

/** Returns a list that receives the events of these types at a target, in order. */
export function listen<Type extends Event = CustomEvent>(target: EventTarget, ...types: string[]): Type[] {
  const events: Type[] = [];
  const note = (event: Event): void => void events.push(event as Type);
  for (const type of types) target.addEventListener(type, note);
  atEnd(() => {
    for (const type of types) target.removeEventListener(type, note);
  });
  return events;
}

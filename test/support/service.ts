import {InteractionService, type ServiceSettings} from '../../src/service/index.js';
import type {AdapterHandle} from './adapter-handle.js';
import {channelOf, freshName} from './client.js';
import {atEnd} from './lifecycle.js';
import {inWindow} from './places.js';
import {callData} from './samples.js';
import {until} from './time.js';
import type {WireOptions} from './wire-adapter.js';

/** A service, its adapter, and where it tells its events. */
export interface ServiceLine {
  service: InteractionService;
  adapter: AdapterHandle;
  target: EventTarget;
  /** Name of the channel. */
  name: string;
}

/** A service that is closed when the test is over. */
export function openService(
  settings: ServiceSettings = {},
  target: EventTarget = new EventTarget(),
): InteractionService {
  const service = new InteractionService(target);
  service.configure(settings);
  atEnd(() => service.close());
  return service;
}

/** A service that is connected to an adapter in the page's own window. */
export async function connectService(
  settings: ServiceSettings = {},
  target: EventTarget = new EventTarget(),
  options: Partial<WireOptions> = {},
): Promise<ServiceLine> {
  const name = settings.name ?? freshName();
  const adapter = await openAdapter(name, options);
  const service = openService({...settings, name}, target);
  await until(() => service.api.connection.status === 'connected', 'the service is connected');
  // From then on the adapter has somebody to tell.
  await adapter.hears('connected');
  return {service, adapter, target, name};
}

/** An adapter in the page's own window, started. It knows no dispositions: every interaction has one. */
export async function openAdapter(name: string, options: Partial<WireOptions> = {}): Promise<AdapterHandle> {
  const adapter = await inWindow.settle();
  await adapter.reply('getDispositions', {response: [{id: '1', name: 'Sale'}]});
  await adapter.reply('updateWebSocketSubscriptions', {response: null});
  await adapter.start({channel: channelOf(name), ...options});
  return adapter;
}

let calls = 0;

/** Thirty-two digits that no other test uses. */
export const freshId = (): string => (++calls).toString(16).toUpperCase().padStart(32, 'C');

/** Tells events of a call, and waits until the service has heard them. */
export async function tell(
  {service, adapter}: Pick<ServiceLine, 'service' | 'adapter'>,
  reason: string,
  fields: {interactionId: string} & Record<string, unknown>,
  more: object = {},
): Promise<void> {
  await adapter.interactionEvent(reason, {callData: callData(fields), ...more});
  await heard({service, adapter});
}

/** Waits until the service has heard all that its adapter said. */
export async function heard({service, adapter}: Pick<ServiceLine, 'service' | 'adapter'>): Promise<void> {
  await adapter.reply('isMasterPage', {response: true});
  await service.api.isMasterPage();
}

/** Notes every event of these types at a target, in order. */
export function listen<Type extends Event = CustomEvent>(target: EventTarget, ...types: string[]): Type[] {
  const events: Type[] = [];
  const note = (event: Event): void => void events.push(event as Type);
  for (const type of types) target.addEventListener(type, note);
  atEnd(() => {
    for (const type of types) target.removeEventListener(type, note);
  });
  return events;
}

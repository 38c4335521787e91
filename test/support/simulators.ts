import {executeServerCommand} from '@web/test-runner-commands';
import {ContactCenter, type ContactCenterState, SimulatedAdapter} from '../../src/simulator.js';
import {OTHER_ORIGIN} from './places.js';
import {until} from './time.js';

/** A simulated Five9 in one of the possible places. */
export interface Simulator {
  /** Origin of the adapter. */
  readonly origin: string;
  /** Runs a command of the contact centre. */
  run(name: string, ...args: unknown[]): Promise<unknown>;
  /** Whether a server answers REST requests that the page itself sends. */
  readonly hasRest: boolean;
  close(): void;
}

/** A place for a simulated Five9. */
export interface SimulatorPlace {
  readonly name: string;
  /** Opens the simulator, and waits for its adapter. */
  open(): Promise<Simulator>;
}

export const stateOf = async ({run}: Simulator): Promise<ContactCenterState> =>
  (await run('state')) as ContactCenterState;

/** Waits for a state. */
export async function simulatorWith(
  simulator: Simulator,
  holds: (state: ContactCenterState) => unknown,
): Promise<ContactCenterState> {
  let latest = await stateOf(simulator);
  let isAsked = false;
  const ask = async (): Promise<void> => {
    isAsked = true;
    latest = await stateOf(simulator);
    isAsked = false;
  };
  await until(
    () => holds(latest) || (!isAsked && void ask()),
    () => `${String(holds)}; ${JSON.stringify(latest)}`,
  );
  return latest;
}

/** Loads a page in a frame, and waits until it has loaded. */
async function openFrame(url: URL | string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.src = String(url);
  frame.title = 'Adapter';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  document.body.append(frame);
  await loaded;
  return frame;
}

interface Answer {
  result?: unknown;
  error?: string;
}

/** Returns the result of a command, or throws its error. */
function resultOf({result, error}: Answer): unknown {
  if (error !== undefined) throw new Error(error);
  return result;
}

const inPage: SimulatorPlace = {
  name: "embedded in the page's own window",
  open() {
    const centre = new ContactCenter();
    const adapter = new SimulatedAdapter(centre);
    adapter.start();
    return Promise.resolve({
      origin: location.origin,
      hasRest: false,
      run: async (name, ...args) => Promise.resolve(centre.run(name, args)),
      close: () => adapter.stop(),
    });
  },
};

const inFrame = (name: string, origin: string): SimulatorPlace => ({
  name,
  async open() {
    const frame = await openFrame(`${origin}/test/pages/simulator.html`);
    const run = (command: string, ...args: unknown[]): Promise<unknown> =>
      new Promise<Answer>((resolve) => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = ({data}: MessageEvent<Answer>) => resolve(data);
        frame.contentWindow?.postMessage({command: [command, args]}, '*', [port2]);
      }).then(resultOf);
    return {origin, hasRest: false, run, close: () => frame.remove()};
  },
});

const served: SimulatorPlace = {
  name: 'served, in a frame of another origin',
  async open() {
    const url = new URL((await executeServerCommand<{adapterUrl: string}, undefined>('served-simulator')).adapterUrl);
    // Use the host name of this page, because the session's cookie is valid for only one host name.
    url.hostname = location.hostname;
    const run = async (name: string, ...args: unknown[]): Promise<unknown> => {
      const body = JSON.stringify({name, args});
      const response = await fetch(new URL('simulator/commands', url), {method: 'POST', body});
      return resultOf((await response.json()) as Answer);
    };
    const frame = await openFrame(new URL('clients/integrations/adt.main.html', url));
    return {origin: url.origin, hasRest: true, run, close: () => frame.remove()};
  },
};

export const SIMULATORS: readonly SimulatorPlace[] = [
  inPage,
  inFrame('embedded in a frame of the same origin', location.origin),
  inFrame('embedded in a frame of another origin', OTHER_ORIGIN),
  served,
];

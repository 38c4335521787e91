import {html} from '@open-wc/testing';
import '../../../src/elements/console/define.js';
import type {Five9Console} from '../../../src/elements/console/console.js';
import {stage, type Stage} from '../../support/stage.js';
import {turn, until} from '../../support/time.js';

/** A console with its service and its adapter. */
export type ConsoleStage = Stage<Five9Console>;

/** A page with a console. */
export type WithConsole = Pick<ConsoleStage, 'element'>;

/** Shows a console whose log is empty. */
export async function showConsole(connected = true): Promise<ConsoleStage> {
  const setup = await stage<Five9Console>(html`<five9-console></five9-console>`, {connected});
  await setup.adapter.reply('updateWebSocketSubscriptions', {response: null});
  await setup.element.updateComplete;
  // Clear the log, because it has an entry for the connection if the service connects before the console is loaded.
  pressOn(setup, 'Clear');
  // Wait for the next frame, because it shows the empty log.
  await frame();
  return setup;
}

export const rootOf = ({element}: WithConsole): ShadowRoot => element.shadowRoot!;

/** Returns all elements of the console that match a selector. */
export const findAll = <Found extends Element = HTMLElement>(setup: WithConsole, selector: string): Found[] => [
  ...rootOf(setup).querySelectorAll<Found>(selector),
];

/** Returns the text of a node, with single spaces. */
export const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Returns the first element whose text begins with `text`. */
export function find(setup: WithConsole, selector: string, text: string): HTMLElement {
  const found = findAll(setup, selector).find((element) => textOf(element).startsWith(text));
  if (!found) {
    const texts = findAll(setup, selector).map(textOf).join(' | ');
    throw new Error(`No ${selector} begins with “${text}”. There are: ${texts}`);
  }
  return found;
}

export const pressOn = (setup: WithConsole, text: string): void => find(setup, 'button', text).click();

/** Returns the form control of a label. */
export const field = (setup: WithConsole, label: string): HTMLInputElement =>
  find(setup, 'label', label).querySelector<HTMLInputElement>('input, select, textarea')!;

/** Sets the value of a form control, with the events of a user's input. */
export function write(setup: WithConsole, label: string, value: string): void {
  const control = field(setup, label);
  if (control.type === 'checkbox') control.checked = value === 'true';
  else control.value = value;
  for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, {bubbles: true}));
}

/** Waits for the next frame. The log renders once in each frame. */
export const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Calls a method of the API with the form of the console. */
export async function callMethod(
  setup: WithConsole,
  method: string,
  values: Record<string, string> = {},
): Promise<void> {
  write(setup, 'Method', method);
  await turn();
  for (const [label, value] of Object.entries(values)) {
    write(setup, label, value);
    await turn();
  }
  pressOn(setup, `Call ${method}`);
  await turn();
}

/** Returns the first line of each API call in the history. The newest call is the first. */
export const historyOf = (setup: WithConsole): string[] =>
  findAll(setup, '.history li').map((call) => textOf(call.querySelector('.row')!));

/** Returns the names of the entries that the log shows. The newest entry is the first. */
export async function logNames(setup: ConsoleStage): Promise<string[]> {
  await setup.settled();
  await frame();
  return findAll(setup, '.entry code').map(textOf);
}

/** Waits until the log has `count` entries. */
export async function untilLogHas(setup: WithConsole, count: number): Promise<void> {
  await until(() => countText(setup).startsWith(`${count} entr`));
}

/** Returns the text that says how many entries the log has. */
export const countText = (setup: WithConsole): string => textOf(rootOf(setup).querySelector('.count')!);

/** Returns the text of the panel for recording and replay. */
export const recordingText = (setup: WithConsole): string => textOf(rootOf(setup).querySelector('.recording')!);

/** Returns the last announcement for screen readers. */
export const announcement = (setup: WithConsole): string => textOf(rootOf(setup).querySelector('[role=status]')!);

/** Returns the parameters of all requests of a method that the adapter has received. */
export const requestsOf = ({adapter}: ConsoleStage, method: string): unknown[] =>
  adapter
    .requests()
    .filter(({request}) => request.attrName === method)
    .map(({request}) => request.args);

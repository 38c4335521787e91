import {html} from '@open-wc/testing';
import type {Five9Disposition} from '../../../src/elements/disposition/define.js';
import '../../../src/elements/disposition/define.js';
import {part, stage, talking, words, type Stage} from '../../support/stage.js';
import {until} from '../../support/time.js';

export type DispositionStage = Stage<Five9Disposition>;
export type Template = ReturnType<typeof html>;

/** Dispositions with and without a timer. */
export const LIST = [
  {id: '3551', name: 'Sale made', type: 'FINAL', flags: []},
  {id: '3553', name: '<b>Not</b> interested', type: 'FINAL', flags: []},
  {id: '3559', name: 'Busy', type: 'REDIAL', flags: []},
  {id: '3560', name: 'Call back later', type: 'REDIAL', flags: ['ALLOW_SET_REDIAL_TIMER'], timeout: '3600'},
  {id: '3562', name: 'Do not disturb', type: 'DND', flags: 'ALLOW_SET_REACTIVATE_TIMER'},
];
/** A list that is so long that the picker shows a combobox. */
export const LONG = Array.from({length: 500}, (_, index) => ({
  id: String(index),
  name: `${['Sale', 'Réclamation', 'Voicemail'][index % 3]!} ${index}`,
}));

/** Renders a connected picker. The adapter returns `list` for every interaction. */
export async function show(
  template = html`<five9-disposition></five9-disposition>`,
  list: unknown = LIST,
): Promise<DispositionStage> {
  const setup = await stage<Five9Disposition>(template);
  await setup.adapter.reply('getDispositions', {response: list});
  await setup.adapter.reply('setDisposition', {response: null});
  return setup;
}

/** Renders a picker, starts a call, and waits for the list. */
export async function inCall(template?: Template, list?: unknown): Promise<DispositionStage> {
  const setup = await show(template, list);
  await talking(setup);
  await until(() => setup.element.dispositions.length);
  await setup.settled();
  return setup;
}

/** Renders a picker, starts a call and ends it. */
export async function afterCall(template?: Template, list?: unknown): Promise<DispositionStage> {
  const setup = await inCall(template, list);
  await setup.happens('callEnded');
  return setup;
}

export const shadow = ({element}: DispositionStage): ShadowRoot => element.shadowRoot!;
export const select = (setup: DispositionStage): HTMLSelectElement => shadow(setup).querySelector('select')!;
export const input = (setup: DispositionStage): HTMLInputElement =>
  shadow(setup).querySelector<HTMLInputElement>('[role=combobox]')!;
export const button = (setup: DispositionStage): HTMLButtonElement =>
  part(setup.element, 'button') as HTMLButtonElement;
export const status = (setup: DispositionStage): string => words(setup.element, 'status');
export const options = (setup: DispositionStage): HTMLElement[] => [
  ...shadow(setup).querySelectorAll<HTMLElement>('[role=option]'),
];
export const active = (setup: DispositionStage): string | null | undefined => {
  const id = input(setup).getAttribute('aria-activedescendant');
  return id ? shadow(setup).getElementById(id)?.textContent : undefined;
};

/** Chooses an option of the select, with the events that a browser dispatches. */
export async function choose(setup: DispositionStage, id: string): Promise<void> {
  select(setup).value = id;
  select(setup).dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  select(setup).dispatchEvent(new Event('change', {bubbles: true}));
  await setup.settled();
}

export const sets = (setup: DispositionStage): unknown[] =>
  setup.adapter.requests('setDisposition').map(({request}) => request.args);

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
/** More dispositions than a select shows. */
export const LONG = Array.from({length: 500}, (_, index) => ({
  id: String(index),
  name: `${['Sale', 'Réclamation', 'Voicemail'][index % 3]!} ${index}`,
}));

/** Renders a connected picker. The adapter returns `list` for every interaction. */
export async function show(
  template = html`<five9-disposition></five9-disposition>`,
  list: unknown = LIST,
): Promise<DispositionStage> {
  const at = await stage<Five9Disposition>(template);
  await at.adapter.reply('getDispositions', {response: list});
  await at.adapter.reply('setDisposition', {response: null});
  return at;
}

/** Renders a picker, starts a call, and waits for the list. */
export async function inCall(template?: Template, list?: unknown): Promise<DispositionStage> {
  const at = await show(template, list);
  await talking(at);
  await until(() => at.element.dispositions.length);
  await at.settled();
  return at;
}

/** Renders a picker, starts a call and ends it. */
export async function afterCall(template?: Template, list?: unknown): Promise<DispositionStage> {
  const at = await inCall(template, list);
  await at.happens('callEnded');
  return at;
}

export const shadow = ({element}: DispositionStage): ShadowRoot => element.shadowRoot!;
export const select = (at: DispositionStage): HTMLSelectElement => shadow(at).querySelector('select')!;
export const input = (at: DispositionStage): HTMLInputElement =>
  shadow(at).querySelector<HTMLInputElement>('[role=combobox]')!;
export const button = (at: DispositionStage): HTMLButtonElement => part(at.element, 'button') as HTMLButtonElement;
export const status = (at: DispositionStage): string => words(at.element, 'status');
export const options = (at: DispositionStage): HTMLElement[] => [
  ...shadow(at).querySelectorAll<HTMLElement>('[role=option]'),
];
export const active = (at: DispositionStage): string | null | undefined => {
  const id = input(at).getAttribute('aria-activedescendant');
  return id ? shadow(at).getElementById(id)?.textContent : undefined;
};

/** Chooses an option of the select, with the events that a browser dispatches. */
export async function choose(at: DispositionStage, id: string): Promise<void> {
  select(at).value = id;
  select(at).dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  select(at).dispatchEvent(new Event('change', {bubbles: true}));
  await at.settled();
}

export const sets = (at: DispositionStage): unknown[] =>
  at.adapter.requests('setDisposition').map(({request}) => request.args);

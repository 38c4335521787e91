import type {InteractionService} from '../../src/service/index.js';
import type {AdapterHandle} from './adapter-handle.js';
import {channelOf} from './client.js';
import {addFrame, inWindow} from './places.js';
import {callData} from './samples.js';
import {turn, until as untilIn} from './time.js';

/** A page of somebody else that uses the ready-made files: a real one, in a frame. */
export type OtherPage = Window &
  typeof globalThis & {
    /** What it heard that it should not have: errors, rejections, the console. */
    problems: string[];
    /** What it was told, by our events and by its SDK. */
    told: string[];
    /** The SDK that it has, as it made it. */
    sdk?: Sdk;
    Five9?: {CrmSdk?: Sdk};
  };

interface Sdk {
  interactionApi?: (() => {isMasterPage(): Promise<unknown>}) & {dropIn?: true};
  crmApi?: unknown;
  version?: unknown;
}

/** The tag of ours there. */
export type OtherElement = HTMLElement & {service?: InteractionService};

/** A page, and what becomes of it. */
export interface Row {
  name: string;
  /** The page's text. */
  page: string;
  /** What happens there when it has loaded and our tag is connected. */
  later?: (page: OtherPage) => unknown;
  /** Who is asked in the end. */
  uses: 'our own way' | 'the SDK';
  /** What it may say on the console. */
  says?: RegExp;
  /** Whether ours stands at `Five9.CrmSdk` in the end. Where an SDK is used it does not, else it does. */
  dropIn?: boolean;
}

/** What a row came to. */
export interface Visit {
  failure?: unknown;
  problems: string[];
  told: string[];
  /** How often its dial was heard. */
  dials: number;
  sdk: {intact: boolean; answer: unknown} | undefined;
  /** Whether what stands at `Five9.CrmSdk` is ours. */
  dropIn: boolean;
}

/** What every such page begins with. */
export const HEAD = `<meta charset="utf-8"><title>A page of somebody else</title><script src="/test/pages/others/watch.js"></script>`;
export const MODULE = '<script type="module" src="/cdn/five9-elements.js"></script>';
export const CLASSIC = '<script src="/cdn/five9-elements.iife.js"></script>';
export const TAG = '<five9-click2dial></five9-click2dial>';
/** Address of a script with this text. */
export const address = (code: string): string =>
  `data:text/javascript,${encodeURIComponent(code).replaceAll("'", '%27')}`;
/** A script file with this text. */
export const external = (code: string): string => `<script src="${address(code)}"></script>`;

export const page = (head: string, body: string, doctype = '<!doctype html>'): string =>
  `${doctype}<html lang="en"><head>${HEAD}${head}</head><body>${body}</body></html>`;

/** Opens a page by its text. */
export async function openPage(text: string): Promise<OtherPage> {
  return (await addFrame(`/test/pages/made.html?${encodeURIComponent(text)}`)).contentWindow as OtherPage;
}

/** Whole pages, many at a time, take their time on a busy machine. */
const until = (condition: () => unknown, what: string): Promise<void> => untilIn(condition, what, 20_000);

const CALL = 'CA11'.padEnd(32, '0');
/** So many at a time: their scripts and what they wait for go side by side. */
const AT_ONCE = 8;

/**
 * Opens every page, with one adapter for all of them in this window; tells all of one call, and dials in each. In a `before`: the tests then only judge.
 */
export async function visit(rows: readonly Row[]): Promise<Map<string, Visit>> {
  const adapter = await inWindow.settle();
  await adapter.reply('*', {response: null});
  await adapter.reply('isMasterPage', {response: 'answered'});
  await adapter.reply('getDispositions', {response: []});
  await adapter.start({channel: channelOf('')});
  const visits = new Map<string, Visit>();
  const open = new Map<Row, OtherPage>();
  const attempt = async (row: Row, act: () => Promise<unknown>): Promise<void> => {
    const result = visits.get(row.name) ?? {problems: [], told: [], dials: 0, sdk: undefined, dropIn: false};
    visits.set(row.name, result);
    try {
      if (!result.failure) Object.assign(result, await act());
    } catch (failure) {
      result.failure = failure;
    }
  };
  const inBatches = async (act: (row: Row, index: number) => Promise<unknown>): Promise<void> => {
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      await Promise.all(
        rows.slice(start, start + AT_ONCE).map((row, index) => attempt(row, () => act(row, start + index))),
      );
    }
  };
  await inBatches(async (row) => {
    const there = await openPage(row.page);
    open.set(row, there);
    await until(() => serviceOf(there)?.connected, `connected; ${there.problems.join()}`);
    await row.later?.(there);
    await until(
      () => serviceOf(there)?.connected && usesSdk(there) === (row.uses === 'the SDK'),
      `uses ${row.uses}; ${there.problems.join()}`,
    );
    // What has answered hears the call too: until it has, the adapter may not know of the page yet.
    await (usesSdk(there) ? there.sdk!.interactionApi!() : serviceOf(there)!.api).isMasterPage();
  });
  await adapter.interactionEvent('callStarted', {callData: callData({interactionId: CALL, number: '5550000'})});
  await inBatches((row, index) => use(row, open.get(row)!, adapter, index));
  return visits;
}

const tagOf = ({document}: OtherPage): OtherElement => document.querySelector<OtherElement>('five9-click2dial')!;
/** None while the page is being written. */
const serviceOf = (there: OtherPage): InteractionService | undefined => (tagOf(there) as OtherElement | null)?.service;
/** Whether our tag's service asks an SDK. */
export const usesSdk = (there: OtherPage): boolean => serviceOf(there)?.capabilities !== undefined;

async function use({uses}: Row, there: OtherPage, adapter: AdapterHandle, index: number): Promise<Visit> {
  const {problems, told, sdk} = there;
  const hears = uses === 'the SDK' ? 2 : 1;
  await until(() => told.length >= hears, `told ${told.join()}; ${problems.join()}`);
  const tag = tagOf(there);
  const number = `92500${String(index).padStart(5, '0')}`;
  tag.setAttribute('number', number);
  await turn();
  tag.shadowRoot!.querySelector('button')!.click();
  const dials = (): number => adapter.all('event').filter(({event}) => numberOf(event.data) === number).length;
  await until(dials, `dialled; ${problems.join()} ${tag.shadowRoot!.textContent}`);
  // What comes twice comes now.
  await adapter.sync();
  await turn();
  return {
    problems: there.onbeforeunload ? [...problems, 'onbeforeunload is taken'] : [...problems],
    told: [...told].sort(),
    dials: dials(),
    sdk: sdk && {
      intact: Object.keys(sdk).join() === 'interactionApi,ApiErrorCode,crmApi,version' && sdk.version === '0.12.0',
      answer: await sdk.interactionApi!().isMasterPage(),
    },
    dropIn: hasDropIn(there),
  };
}

const numberOf = (data: unknown): string =>
  (data as {click2DialData: {clickToDialNumber: string}}).click2DialData.clickToDialNumber;

function hasDropIn({Five9}: OtherPage): boolean {
  try {
    return Five9?.CrmSdk?.interactionApi?.dropIn === true;
  } catch {
    // A frame of another origin.
    return false;
  }
}

/** What a page is told that hears of one call. */
export const TOLD = {'our own way': [`event ${CALL}`], 'the SDK': [`event ${CALL}`, `sdk ${CALL}`]};

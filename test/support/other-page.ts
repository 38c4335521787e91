import type {InteractionService} from '../../src/service/index.js';
import type {AdapterHandle} from './adapter-handle.js';
import {channelOf} from './client.js';
import {addFrame, inWindow} from './places.js';
import {callData} from './samples.js';
import {turn, until} from './time.js';

/** A foreign page in a frame: a page of another author that uses the built files. */
export type OtherPage = Window &
  typeof globalThis & {
    /** Errors, rejections and console messages. The list is empty if the bundle works. */
    problems: string[];
    /** The events that the page has received from the bundle and from its SDK. */
    receivedEvents: string[];
    /** The page's own SDK, as the page created it. */
    sdk?: Sdk;
    Five9?: {CrmSdk?: Sdk};
  };

interface Sdk {
  interactionApi?: (() => {isMasterPage(): Promise<unknown>}) & {dropIn?: true};
  crmApi?: unknown;
  version?: unknown;
}

/** The element of the bundle in the page. */
export type OtherElement = HTMLElement & {service?: InteractionService};

/** A foreign page, with the expectations of its test. */
export interface PageCase {
  name: string;
  /** The HTML of the page. */
  page: string;
  /** Changes the page, after it has loaded and the element is connected. */
  later?: (page: OtherPage) => unknown;
  /** The transport of the service at the end of the test. */
  uses: 'the adapter' | 'the SDK';
  /** Problems that are expected. */
  allowedProblems?: RegExp;
  /**
   * Whether `Five9.CrmSdk` must be the drop-in of the bundle at the end of the test. Default: true if the service uses
   * the adapter, false if it uses the SDK of the page.
   */
  dropIn?: boolean;
}

/** The results of the test of a foreign page. */
export interface PageResult {
  failure?: unknown;
  problems: string[];
  receivedEvents: string[];
  /** Number of dials of the page that the adapter received. */
  dials: number;
  sdk: {intact: boolean; answer: unknown} | undefined;
  /** Whether `Five9.CrmSdk` is the drop-in of the bundle. */
  dropIn: boolean;
}

/** The beginning of every foreign page. */
export const HEAD = `<meta charset="utf-8"><title>A foreign page</title><script src="/test/pages/others/watch.js"></script>`;
export const MODULE = '<script type="module" src="/cdn/five9-elements.js"></script>';
export const CLASSIC = '<script src="/cdn/five9-elements.iife.js"></script>';
export const TAG = '<five9-click2dial></five9-click2dial>';
/** Returns the address of a script with this text. */
export const address = (code: string): string =>
  `data:text/javascript,${encodeURIComponent(code).replaceAll("'", '%27')}`;
/** Returns a script tag that loads this text. */
export const external = (code: string): string => `<script src="${address(code)}"></script>`;

export const page = (head: string, body: string, doctype = '<!doctype html>'): string =>
  `${doctype}<html lang="en"><head>${HEAD}${head}</head><body>${body}</body></html>`;

/** Opens a page with this HTML. */
export async function openPage(text: string): Promise<OtherPage> {
  return (await addFrame(`/test/pages/made.html?${encodeURIComponent(text)}`)).contentWindow as OtherPage;
}

const CALL = 'CA11'.padEnd(32, '0');
/** The number of pages that are open at the same time, so that their waiting times overlap. */
const BATCH_SIZE = 8;

/**
 * Opens the pages with one adapter for all pages in this window, reports a call to each page, and dials in each page. A
 * page is removed after its batch, because many pages at the same time keep the processor busy with their searches.
 * Runs in a `before`, and the tests only check the results.
 */
export async function visitPages(cases: readonly PageCase[]): Promise<Map<string, PageResult>> {
  const adapter = await inWindow.settle();
  await adapter.reply('*', {response: null});
  await adapter.reply('isMasterPage', {response: 'answered'});
  await adapter.reply('getDispositions', {response: []});
  await adapter.start({channel: channelOf('')});
  const results = new Map<string, PageResult>();
  for (let start = 0; start < cases.length; start += BATCH_SIZE) {
    const batch = cases.slice(start, start + BATCH_SIZE);
    const pages = await Promise.all(batch.map(connectedPage));
    await adapter.interactionEvent('callStarted', {callData: callData({interactionId: CALL, number: '5550000'})});
    await Promise.all(
      batch.map(async (pageCase, index) => {
        const foreign = pages[index]!;
        const result =
          'failure' in foreign ? foreign : await attempt(() => use(pageCase, foreign, adapter, start + index));
        results.set(pageCase.name, {...NO_RESULT, ...result});
      }),
    );
    for (const one of pages) if (!('failure' in one)) one.frameElement?.remove();
  }
  return results;
}

const NO_RESULT: PageResult = {problems: [], receivedEvents: [], dials: 0, sdk: undefined, dropIn: false};

/** Returns the result, or the failure. */
const attempt = <Result>(act: () => Promise<Result>): Promise<Result | {failure: unknown}> =>
  act().catch((failure: unknown) => ({failure}));

/** Opens a page, and waits until it is connected to the adapter. */
const connectedPage = ({page: text, uses, later}: PageCase): Promise<OtherPage | {failure: unknown}> =>
  attempt(async () => {
    const foreign = await openPage(text);
    await until(
      () => serviceOf(foreign)?.connected,
      () => `connected; ${foreign.problems.join()}`,
    );
    await later?.(foreign);
    await until(
      () => serviceOf(foreign)?.connected && usesSdk(foreign) === (uses === 'the SDK'),
      () => `uses ${uses}; ${foreign.problems.join()}`,
    );
    // Wait for a reply, because before its first reply, the adapter possibly does not know the page, and sends no event
    // to the page.
    await (usesSdk(foreign) ? foreign.sdk!.interactionApi!() : serviceOf(foreign)!.api).isMasterPage();
    return foreign;
  });

const elementOf = ({document}: OtherPage): OtherElement => document.querySelector<OtherElement>('five9-click2dial')!;
/** Returns the service of the page's element; undefined while a script rewrites the page. */
const serviceOf = (foreign: OtherPage): InteractionService | undefined =>
  (elementOf(foreign) as OtherElement | null)?.service;
/** Returns whether the service uses an SDK of the page. */
export const usesSdk = (foreign: OtherPage): boolean => serviceOf(foreign)?.capabilities !== undefined;

async function use({uses}: PageCase, foreign: OtherPage, adapter: AdapterHandle, index: number): Promise<PageResult> {
  const {problems, receivedEvents, sdk} = foreign;
  const expected = EXPECTED_EVENTS[uses].length;
  await until(
    () => receivedEvents.length >= expected,
    () => `received ${receivedEvents.join()}; ${problems.join()}`,
  );
  const element = elementOf(foreign);
  const number = `92500${String(index).padStart(5, '0')}`;
  element.setAttribute('number', number);
  await turn();
  // On a busy machine, an answer to the SDK's check of the adapter can be late. The element is then disabled for a moment.
  await until(
    () => element.service?.connected,
    () => `connected again; ${problems.join()}`,
  );
  element.shadowRoot!.querySelector('button')!.click();
  const dials = (): number => adapter.all('event').filter(({event}) => numberOf(event.data) === number).length;
  await until(dials, () => `dialled; ${problems.join()} ${element.shadowRoot!.textContent}`);
  // Wait, because a second dial, which would be a fault, can arrive now.
  await adapter.sync();
  await turn();
  return {
    problems: foreign.onbeforeunload ? [...problems, 'onbeforeunload is set'] : [...problems],
    receivedEvents: [...receivedEvents].sort(),
    dials: dials(),
    sdk: sdk && {
      intact: Object.keys(sdk).join() === 'interactionApi,ApiErrorCode,crmApi,version' && sdk.version === '0.12.0',
      answer: await sdk.interactionApi!().isMasterPage(),
    },
    dropIn: hasDropIn(foreign),
  };
}

const numberOf = (data: unknown): string =>
  (data as {click2DialData: {clickToDialNumber: string}}).click2DialData.clickToDialNumber;

function hasDropIn({Five9}: OtherPage): boolean {
  try {
    return Five9?.CrmSdk?.interactionApi?.dropIn === true;
  } catch {
    // Return false, because `Five9` is a frame of another origin.
    return false;
  }
}

/** The events that a page receives of one call. */
export const EXPECTED_EVENTS = {'the adapter': [`event ${CALL}`], 'the SDK': [`event ${CALL}`, `sdk ${CALL}`]};

/** Tests every element of the manifest, with each of its attributes: a text of an adapter, a CRM or a page always stays a text. */
import {expect} from '@open-wc/testing';
import type {ReactiveElement} from 'lit';
import sinon from 'sinon';
import '../../src/all.js';
import {cloneable, fc} from '../support/check.js';
import {freshName, startAdapter} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow} from '../support/places.js';
import {listen} from '../support/service.js';
import {turn, until} from '../support/time.js';
import {everyElement} from './element.js';

interface Manifest {
  modules: {declarations?: {tagName?: string; attributes?: {name: string}[]}[]}[];
}

const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
const attributesOf = new Map(
  manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .map(({tagName, attributes = []}) => [tagName, attributes.map(({name}) => name)]),
);
/**
 * Tags of all elements except five9-simulator, because the simulator contains an adapter, and this test uses its own
 * adapter.
 */
const tags = (await everyElement()).map(({tag}) => tag).filter((tag) => tag !== 'five9-simulator');

/** Part of every hostile text. If it is found in an active attribute, or as an element, a text has become markup or code. */
const MARK = 'x-hostile';

const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    `javascript:hit('${MARK}')`,
    ` \tjava\nscript:hit('${MARK}')//`,
    `JaVaScRiPt:hit('${MARK}')`,
    `data:text/html,<script>parent.hit('${MARK}')</script>`,
    `vbscript:hit("${MARK}")`,
    `blob:${location.origin}/${MARK}`,
    `//${MARK}.example/`,
    `<${MARK}></${MARK}>`,
    `"><${MARK} onload=hit()>`,
    `'><${MARK}><img src=x onerror="hit('${MARK}')">`,
    `</style></template><${MARK}><script>hit('${MARK}')</script>`,
    `<!--${MARK}--><svg onload="hit('${MARK}')">`,
    `\${hit('${MARK}')}{{hit('${MARK}')}}`,
    `; background: url(javascript:hit('${MARK}')); --${MARK}: 1`,
    `$lit$?${MARK}$<?>`,
    `\u202E${MARK}\u0000\uD800`,
    `${MARK}${'9'.repeat(5000)}`,
    '__proto__',
    'constructor',
    'toString',
    '',
  ),
  fc.string({unit: 'binary'}).map((text) => text + MARK),
);

const texts = fc.array(hostile, {maxLength: 4});
/** A CRM record of the correct form, with hostile texts. */
const record = fc.record({
  id: hostile,
  label: hostile,
  name: hostile,
  isWho: fc.boolean(),
  isWhat: fc.boolean(),
  url: hostile,
});
const records = fc.array(record, {maxLength: 3});
const shaped: Record<string, fc.Arbitrary<unknown>> = {
  getDispositions: fc.array(fc.record({id: hostile, name: hostile, flags: texts, type: hostile}), {maxLength: 4}),
  getCav: fc.array(
    fc.record({
      id: hostile,
      group: fc.oneof(hostile, fc.constant('Custom')),
      name: hostile,
      value: hostile,
      type: fc.oneof(hostile, fc.constantFrom('STRING', 'NUMBER', 'URL', 'EMAIL', 'PHONE', 'DATE', 'BOOLEAN')),
      restrictions: fc.oneof(texts, fc.constant(undefined)),
      url: hostile,
    }),
    {maxLength: 4},
  ),
  getCrm: fc.array(fc.record({name: hostile, value: hostile, label: hostile}), {maxLength: 4}),
  getNameObjects: records,
  getRelatedToObjects: records,
  getSearchResults: records,
  getSelectedNameObject: record,
  getSelectedRelatedToObject: record,
  getApplicationContext: fc.record({apiBaseURL: hostile, agentId: hostile, tenantId: hostile}),
  isMasterPage: fc.oneof(fc.boolean(), hostile),
  executeRestApiV2: fc.record({status: fc.integer(), response: hostile}),
};
const failure = fc.oneof(hostile, fc.record({errorCode: hostile, errorMessage: hostile}), cloneable);
const reply = (value: fc.Arbitrary<unknown>): fc.Arbitrary<{response: unknown} | {error: unknown}> =>
  fc.oneof(
    {weight: 4, arbitrary: value.map((response) => ({response}))},
    {weight: 1, arbitrary: cloneable.map((response) => ({response}))},
    {weight: 1, arbitrary: failure.map((error) => ({error}))},
  );
const replies = fc.record(Object.fromEntries(Object.entries(shaped).map(([method, value]) => [method, reply(value)])));
const data = fc.record({
  ani: hostile,
  dnis: hostile,
  number: hostile,
  campaignName: hostile,
  callType: hostile,
  agentId: hostile,
  customFields: fc.array(fc.record({key: hostile, value: hostile}), {maxLength: 2}),
});
const attributes = fc.record(
  Object.fromEntries(
    tags.map((tag) => [
      tag,
      fc.record(Object.fromEntries((attributesOf.get(tag) ?? []).map((name) => [name, hostile])), {requiredKeys: []}),
    ]),
  ),
);

/** Attributes that load a resource or run code. */
const ACTIVE =
  /^(?:on.*|href|src|srcset|action|formaction|style|srcdoc|data|poster|background|xlink:href|is|for|form)$/i;

/** Returns all elements below `root`, also those in shadow roots. */
function* everyNode(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyNode(element.shadowRoot);
  }
}

/** Returns the elements and attributes that were made from hostile texts. Leaves out the attributes that the page itself has set. */
function broken(root: ParentNode): string[] {
  return [...everyNode(root)].flatMap((element) => [
    ...(element.localName.includes(MARK) || /^(?:script|img|iframe|object|embed|link|base)$/.test(element.localName)
      ? [`<${element.localName}>`]
      : []),
    ...(element.localName.startsWith('five9-') && element.parentNode === root ? [] : [...element.attributes])
      .filter(({name, value}) => name.includes(MARK) || (ACTIVE.test(name) && value.includes(MARK)))
      .map(({name, value}) => `<${element.localName} ${name}=${value}>`),
  ]);
}

const protocolOf = (address = ''): string =>
  URL.canParse(address, location.href) ? new URL(address, location.href).protocol : '';

interface Hostility {
  replies: Record<string, {response: unknown} | {error: unknown}>;
  data: object;
  text: string;
  attributes: Record<string, Record<string, string | undefined>>;
}

/** Runs a call with hostile texts, with all elements in the page. */
async function runHostileCall({replies, data, text, attributes}: Hostility): Promise<void> {
  const name = freshName();
  const adapter = await inWindow.settle();
  await adapter.reply('*', {error: text});
  for (const [method, answer] of Object.entries(replies)) await adapter.reply(method, answer);
  await startAdapter(adapter, inWindow, name);
  const scope = document.createElement('five9-provider');
  scope.scoped = true;
  scope.name = name;
  const apart = document.createElement('five9-provider');
  apart.scoped = true;
  apart.name = freshName();
  document.body.append(scope, apart);
  try {
    await until(() => scope.service.api.connection.status === 'connected', 'connected');
    const elements = tags.map((tag) => {
      const element = document.createElement(tag) as ReactiveElement;
      element.textContent = text;
      const set = Object.entries(attributes[tag] ?? {}).filter(([, value]) => value !== undefined);
      for (const [attribute, value] of set) element.setAttribute(attribute, value!);
      // Replace the address of a web page in `src` of five9-adapter, because the element accepts it, and the test must
      // not load such a page.
      if (tag === 'five9-adapter' && /^https?:/.test(protocolOf(attributes[tag]?.['src'])))
        element.setAttribute('src', `javascript:hit('${MARK}')`);
      // Put five9-adapter into another provider, because it would disconnect the service from the test's adapter.
      (tag === 'five9-adapter' ? apart : scope).append(element);
      return element;
    });
    const send = async (reason: string, payload: object): Promise<void> => {
      await adapter.interactionEvent(reason, payload);
      await adapter.sync();
      await turn();
    };
    // Use a call with a correct id, so that the elements request and show all data of the call.
    const call = {...data, interactionId: 'C'.repeat(32)};
    await send('callStarted', {callData: call});
    await send('callAccepted', {callData: call});
    await send('chatOffered', {chatData: {...data, interactionId: text}});
    await send('emailOffered', {emailData: {...data, interactionId: `E${text}`}});
    await send('objectSelected', {
      crmObject: {id: text, label: text, name: text},
      interactionType: 'Call',
      interactionData: call,
    });
    await send(text, {callData: call});
    await adapter.wsEvent(text, text, text);
    await adapter.wsEvent('4', {payLoad: text, variables: text}, {eventId: text});
    for (const element of elements) await element.updateComplete;
    await turn();
    expect([scope, apart].flatMap(broken).join(' '), 'markup or code').to.equal('');
    await send('callEnded', {callData: call});
    await send('callFinished', {callData: call, callLogData: {dispositionName: text, talkTime: text}});
    await adapter.disconnect();
    await turn();
    for (const element of elements) {
      await element.updateComplete;
      expect(element.matches(':defined') && element.hasUpdated, element.localName).to.equal(true);
    }
    expect([scope, apart].flatMap(broken).join(' '), 'markup or code').to.equal('');
    for (const element of elements) element.remove();
    expect(scope.children).to.have.lengthOf(0);
  } finally {
    scope.remove();
    apart.remove();
    await adapter.stop();
    sessionStorage.clear();
  }
}

describe('hostile texts', () => {
  let errors: Event[];
  const hit = sinon.spy();

  beforeEach(() => {
    errors = listen(window, 'error', 'unhandledrejection');
    Object.assign(window, {hit});
    hit.resetHistory();
    atEnd(() => Reflect.deleteProperty(window, 'hit'));
  });

  it('of adapter, CRM and page stay texts in every element, and cause no error', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.record({replies, data, text: hostile, attributes}), async (hostility) => {
        await runHostileCall(hostility);
        expect(errors.map(messageOf), 'errors of the page').to.deep.equal([]);
        expect(hit.callCount, 'scripts that ran').to.equal(0);
      }),
      {numRuns: 12, endOnFailure: true},
    );
  });

  it('in arrays with invalid records cause no error', async () => {
    // Repeat a case that the seed 301050523 found, in which an invalid disposition caused an uncaught error.
    for (const response of [[undefined], [null, 7, 'x', [MARK]], [{id: null, name: undefined}]]) {
      const answers = Object.fromEntries(Object.keys(shaped).map((method) => [method, {response}]));
      await runHostileCall({replies: answers, data: {}, text: MARK, attributes: {}});
    }
    expect(errors.map(messageOf), 'errors of the page').to.deep.equal([]);
  });

  it('are found by this test if they become markup or code', () => {
    const root = document.createElement('div');
    for (const markup of [
      `<a href="javascript:hit('${MARK}')"></a>`,
      `<${MARK}></${MARK}>`,
      `<p ${MARK}></p>`,
      `<p style="--a: ${MARK}"></p>`,
      `<p onclick="${MARK}"></p>`,
    ]) {
      const shadow = document.createElement('div').attachShadow({mode: 'open'});
      shadow.append(document.createRange().createContextualFragment(markup));
      root.replaceChildren(shadow.host);
      expect(broken(root), markup).to.have.lengthOf(1);
    }
    root.innerHTML = `<p title="${MARK}">&lt;${MARK}&gt;</p>`;
    expect(broken(root)).to.deep.equal([]);
  });
});

const messageOf = (event: Event): string =>
  event instanceof ErrorEvent ? event.message : String((event as PromiseRejectionEvent).reason);

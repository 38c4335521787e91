/** Tests that an element works after the page's author has set, removed or misspelled any attribute at any time. */
import {expect} from '@open-wc/testing';
import type {ReactiveElement} from 'lit';
import {resetPageService} from '../../src/service/index.js';
import {ALWAYS, drawing, inCall, rendered} from '../support/in-call.js';
import {listen} from '../support/service.js';
import {stopTimeLimits, until} from '../support/time.js';
import {type AttributeEntry, everyElement} from './element.js';

/** Values that are unusual or invalid for every attribute. `null` removes the attribute. */
const WRONG_VALUES: (string | null)[] = [
  null,
  '',
  ' ',
  ',',
  'x'.repeat(10_000),
  'null',
  'undefined',
  'true',
  'NaN',
  '0',
  '-1',
  '1.5',
  '1e999',
  '2147483648',
  '<b>&amp;"\'</b>',
  '* .* [ ( \\ %',
  'https://[',
  '😀 \u202e שלום \u0000 \ud800',
  '__proto__',
  'constructor',
];

/** Valid values of attributes for which an arbitrary text is not valid. */
const RIGHT_VALUES: Record<string, string> = {
  'five9-adapter src': '/test/pages/empty.html',
  'five9-adapter sandbox': 'allow-scripts',
  'five9-adapter idp-login-url': '/test/pages/empty.html',
  'five9-adapter f9verticalthreshold': '300px',
  'five9-call-variables names': 'Call.* Custom.*',
  'five9-call-variables read-only': 'Call.*',
  'five9-click2dial number': '+1 925 201 2000',
  'five9-contact fields': 'number1 first_name',
  'five9-crm calls-today': '5',
  'five9-crm chats-today': '5',
  'five9-crm emails-today': '5',
  'five9-dial-links default-country': 'US',
  'five9-interaction-panel fields': 'number1',
  'five9-interaction-panel variables': 'Call.*',
  'five9-interaction-panel without': 'mute dtmf',
  'five9-object-picker kind': 'related-to',
  'five9-provider adapter-origin': 'https://adapter.example',
  'five9-provider transport': 'adapter',
  'five9-ws-events event-id': '4 5',
};

/** Selectors of the content that elements load on demand. */
const LOADED: Record<string, string> = {
  'five9-call-variables': 'form',
  'five9-call-variables typed': 'form select',
  'five9-disposition combobox-from': '[role=combobox]',
};

function rightValue(tag: string, {name, type}: AttributeEntry): string {
  const special = RIGHT_VALUES[`${tag} ${name}`];
  if (special !== undefined) return special;
  if (name === 'record-kind') return 'who';
  if (type?.text.includes('boolean')) return '';
  return type?.text.includes('number') ? '5' : 'right';
}

function set(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

const describeValue = (value: string | null): string =>
  value === null ? 'removed' : JSON.stringify(value.length > 50 ? `${value.slice(0, 5)}… (${value.length})` : value);

const all = await everyElement();

before(() => {
  // Forbid all frames, so that the frame of an adapter does not load the real Five9 or a page that does not exist.
  const policy = Object.assign(document.createElement('meta'), {content: "frame-src 'none'"});
  policy.httpEquiv = 'Content-Security-Policy';
  document.head.append(policy);
});

for (const {tag, attributes, defineModule} of all) {
  describe(`<${tag}>, whatever its attributes are,`, () => {
    const inert = document.createElement('template').content.ownerDocument;
    let failures: Event[];

    // Close the page's APIs, because the element before, such as `five9-crm`, has opened some of them. They would connect
    // to a `five9-simulator`, which shows its questions to the page, and changes when the answers come.
    before(() => resetPageService());

    before(() => import(defineModule));

    beforeEach(() => {
      failures = listen<Event>(window, 'error', 'unhandledrejection');
    });

    const expectNoFailure = (what: string): void => {
      const words = failures.map((event) =>
        event instanceof ErrorEvent ? event.message : String((event as PromiseRejectionEvent).reason),
      );
      expect(words, what).to.deep.equal([]);
    };

    it('observes only attributes that custom-elements.json documents', () => {
      const {observedAttributes = []} = customElements.get(tag) as {observedAttributes?: string[]};
      expect(attributes.map(({name}) => name)).to.include.members([...observedAttributes]);
    });

    for (const attribute of attributes) {
      const {name} = attribute;

      it(`is upgraded with any value of ${name}`, async () => {
        for (const value of WRONG_VALUES) {
          const element = inert.createElement(tag) as ReactiveElement;
          for (const [other, text] of Object.entries(ALWAYS[tag] ?? {})) element.setAttribute(other, text);
          set(element, name, value);
          document.body.append(element);
          await rendered(element);
          expect(element.shadowRoot, describeValue(value)).to.exist;
          expect(element.hasUpdated, describeValue(value)).to.equal(true);
          element.remove();
          expectNoFailure(describeValue(value));
        }
      });

      it(`causes no error with any value of ${name} during a call, and works again with a valid value`, async () => {
        stopTimeLimits(window);
        const {element, callId} = await inCall(tag);
        const right = name === 'interaction-id' ? callId : rightValue(tag, attribute);
        element.setAttribute(name, right);
        await rendered(element);
        await until(() => !element.matches(':state(pending)'), 'the element has its data');
        const loaded = LOADED[`${tag} ${name}`] ?? LOADED[tag];
        if (loaded) await until(() => element.shadowRoot!.querySelector(loaded), `the element has loaded ${loaded}`);
        await rendered(element);
        const before = drawing(element);
        for (const value of WRONG_VALUES) {
          set(element, name, value);
          await rendered(element);
          expect(element.shadowRoot!.childNodes, describeValue(value)).not.to.be.empty;
          expectNoFailure(describeValue(value));
          element.setAttribute(name, right);
          await rendered(element);
          await until(() => drawing(element) === before, 'the element is drawn as before', 1000).catch(() => undefined);
          expect(drawing(element), `after ${describeValue(value)}`).to.equal(before);
          expectNoFailure(`a right value after ${describeValue(value)}`);
        }
      });
    }
  });
}

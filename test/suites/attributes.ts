/** Wrong values of attributes, and the checks that the tests of attributes share. */
import {expect} from '@open-wc/testing';
import {resetPageService} from '../../src/service/index.js';
import {listen} from '../support/service.js';
import type {AttributeEntry, ElementEntry} from './element.js';

/** Values that are unusual or invalid for every attribute. `null` removes the attribute. */
export const WRONG_VALUES: (string | null)[] = [
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

/** Sets an attribute; `null` removes it. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

export const describeValue = (value: string | null): string =>
  value === null ? 'removed' : JSON.stringify(value.length > 50 ? `${value.slice(0, 5)}… (${value.length})` : value);

before(() => {
  // Forbid all frames, so that the frame of an adapter does not load the real Five9 or a page that does not exist.
  const policy = Object.assign(document.createElement('meta'), {content: "frame-src 'none'"});
  policy.httpEquiv = 'Content-Security-Policy';
  document.head.append(policy);
});

/** Tests one attribute. `expectNoFailure` fails if the page has reported an error since the start of the test. */
type AttributeTest = (attribute: AttributeEntry, expectNoFailure: (what: string) => void) => void;

/** Describes tests of each attribute of an element. The page of the tests allows no frames. */
export function describeAttributes({tag, attributes, defineModule}: ElementEntry, test: AttributeTest): void {
  describe(`<${tag}>, whatever its attributes are,`, () => {
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

    for (const attribute of attributes) test(attribute, expectNoFailure);
  });
}

import {expect, html} from '@open-wc/testing';
import '../../../src/elements/dial-links/define.js';
import type {DialRequest} from '../../../src/elements/click2dial/click2dial.events.js';
import type {Five9DialLinks} from '../../../src/elements/dial-links/dial-links.js';
import {readNumber} from '../../../src/service/phone-number/index.js';
import {links, numbers, searched} from '../../support/dial-links.js';
import {NUMBERS, REFUSED, TEL_ADDRESSES} from '../../support/phone-numbers.js';
import {stage, type Stage} from '../../support/stage.js';
import {until} from '../../support/time.js';

/** Numbers in a text, and the numbers and extensions to dial. */
const TEXTS: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['(925) 200-0111', '9252000111'],
  ['1-925-200-0111', '19252000111'],
  ['+44 (0)20 7946 0018', '+442079460018'],
  ['+49 (0) 30 901820', '+4930901820'],
  ['＋１（９２５）２００－０１１１', '+19252000111'],
  ['٩٢٥ ٢٠٠ ٠١١١', '9252000111'],
  ['۹۲۵۲۰۰۰۱۱۱', '9252000111'],
  ['925\u200b200\u20600111', '9252000111'],
  ['925\u00ad200\u200d0111', '9252000111'],
  ['\u202a+1 925 200 0111\u202c', '+19252000111'],
  ['925\u2013200\u20140111', '9252000111'],
  ['925\u2212200\u22120111', '9252000111'],
  ['925\u00a0200\u20110111', '9252000111'],
  ['925\u00b7200\u30fb0111', '9252000111'],
  ['(925) 200-0111 x 9', '9252000111 x9'],
  ['(925) 200-0111 ext. 5', '9252000111 x5'],
  ['(925) 200-0111;ext=5', '9252000111 x5'],
  ['(925) 200-0111,,5', '9252000111 x5'],
  ['(925) 200-0111 #5', '9252000111 x5'],
  ['(925) 200-0111, 5 times', '9252000111'],
  ['925 200 0111 or 925 200 0112', '9252000111', '9252000112'],
  ['925-200-0111 / 925-200-0112', '9252000111', '9252000112'],
  ['(925) ***-0111'],
  ['(925) 200-0111234567'],
];

/** Shows the element with a text and a `tel:` link, and cancels every dial. Returns the requests of the dials. */
async function show(): Promise<Stage<Five9DialLinks> & {requests: DialRequest[]}> {
  const setup = await stage<Five9DialLinks>(
    html`<five9-dial-links default-country="US"
      ><p></p>
      <a href="tel:1">Ann</a></five9-dial-links
    >`,
  );
  await searched(setup.element);
  const requests: DialRequest[] = [];
  setup.element.addEventListener('five9-before-dial', (event) => {
    if (!readNumber(event.detail.number).number) return;
    event.preventDefault();
    requests.push(event.detail);
  });
  return {...setup, requests};
}

const withExtension = ({number, extension}: DialRequest): string => number + (extension ? ` x${extension}` : '');

const click = (link: Element): void => {
  link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true}));
};

describe('the numbers of <five9-dial-links>', () => {
  before(() => import('../../../src/elements/dial-links/finder.js').then(({loadFinder}) => loadFinder()));

  it('in a text are dialled as five9-click2dial dials them', async () => {
    const {element, requests} = await show();
    for (const [text, ...expected] of TEXTS) {
      element.querySelector('p')!.textContent = `Call ${text} now`;
      await searched(element);
      expect(numbers(element), text).to.have.lengthOf(expected.length);
      requests.length = 0;
      for (const link of links(element)) click(link);
      expect(requests.map(withExtension), text).to.deep.equal(expected);
    }
  });

  it('in a tel: link are dialled as five9-click2dial dials them', async () => {
    const {element, requests} = await show();
    const link = element.querySelector('a')!;
    const addresses = NUMBERS.map(([text, ...rest]) => [`tel:${encodeURIComponent(text)}`, ...rest] as const);
    for (const [href, number, extension] of [...addresses, ...TEL_ADDRESSES]) {
      link.href = href;
      requests.length = 0;
      click(link);
      expect(requests.map(withExtension), href).to.deep.equal([number + (extension ? ` x${extension}` : '')]);
    }
  });

  it('in a tel: link are refused in words if it is not exactly one number', async () => {
    const setup = await show();
    const link = setup.element.querySelector('a')!;
    for (const [text] of REFUSED.filter(([one]) => !one.startsWith('tel:'))) {
      link.href = `tel:${encodeURIComponent(text)}`;
      setup.errors.length = 0;
      click(link);
      await until(() => setup.errors.length, `the refusal of ${text}`);
      expect(setup.errors[0]!.errorMessage, text).to.match(/is not a number that can be dialled/);
    }
    expect(setup.requests).to.be.empty;
  });
});

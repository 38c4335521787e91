import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/dial-links/define.js';
import type {Five9DialLinks} from '../../../src/elements/dial-links/dial-links.js';
import {fc} from '../../support/check.js';
import {links, numbers, searched, underlined} from '../../support/dial-links.js';
import {type Edit, edit, EditedPage, markup} from '../../support/page-edits.js';
import {turn, until} from '../../support/time.js';

/** Time that passes after an edit, so that the element works between the edits of the page. */
const pause = fc.constantFrom('none', 'microtask', 'task', 'search');
type Plan = (Edit & {pause: string})[];
const plan: fc.Arbitrary<Plan> = fc.array(
  fc.tuple(edit, pause).map(([one, then]) => ({...one, pause: then})),
  {maxLength: 12},
);

const show = (): Promise<Five9DialLinks> =>
  fixture<Five9DialLinks>(html`<five9-dial-links default-country="US"><div></div></five9-dial-links>`);

/** Returns the numbers that an element finds in content that no edit has touched. */
async function numbersOfFreshPage(content: Element): Promise<string[]> {
  const element = await show();
  element.firstElementChild!.replaceWith(content.cloneNode(true));
  await searched(element);
  const found = numbers(element);
  element.remove();
  return found;
}

describe('<five9-dial-links> and the text of the page', () => {
  before(() => import('../../../src/elements/dial-links/finder.js').then(({loadFinder}) => loadFinder()));

  it('leaves every text and node as it is without the element, whatever the page does', async function () {
    this.timeout(120_000);
    const element = await show();
    let found = 0;
    await fc.assert(
      fc.asyncProperty(markup, plan, async (html, edits) => {
        const [ours, plain] = [document.createElement('div'), document.createElement('div')];
        element.replaceChildren(ours);
        const [edited, reference] = [new EditedPage(ours, html), new EditedPage(plain, html)];
        await turn();
        for (const {pause: then, ...one} of edits) {
          expect(edited.apply(one), `the result of ${one.name}`).to.equal(reference.apply(one));
          if (then === 'microtask') await Promise.resolve();
          if (then === 'task') await turn();
          if (then === 'search') await searched(element);
          expect(edited.read()).to.deep.equal(reference.read());
        }
        await searched(element);
        expect(edited.read()).to.deep.equal(reference.read());
        found += links(element).length;
        expect(numbers(element), 'the numbers are those of a fresh page').to.deep.equal(await numbersOfFreshPage(ours));
        expect(
          underlined().map((text) => text.replace(/\s+/g, ' ')),
          'each number is underlined',
        ).to.have.members(numbers(element));
        element.disabled = true;
        await element.updateComplete;
        await until(() => !links(element).length);
        expect(edited.read()).to.deep.equal(reference.read());
        expect(underlined()).to.be.empty;
        element.disabled = false;
        await element.updateComplete;
      }),
      {numRuns: 100, includeErrorInReport: true},
    );
    expect(found, 'numbers were found').to.be.greaterThan(50);
  });
});

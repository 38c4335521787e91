import {expect, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../../src/elements/click2dial/define.js';
import '../../../src/elements/dial-links/define.js';
import {loadFinder} from '../../../src/elements/dial-links/finder.js';
import type {Click2DialData} from '../../../src/interaction-api/types.js';
import {type CrmStage, crmStage} from '../../support/crm-stage.js';
import {until} from '../../support/time.js';

interface SuggestStage extends CrmStage {
  place: HTMLElement;
  /** Every list that the adapter has received. */
  lists(): Click2DialData[][];
  /** Waits for the next list, and returns its numbers. */
  next(): Promise<string[]>;
}

async function suggesting(content: TemplateResult): Promise<SuggestStage> {
  const setup = await crmStage(html`
    <section>${content}</section>
    <five9-crm suggest-numbers></five9-crm>
  `);
  const lists = (): Click2DialData[][] =>
    setup.adapter.all('event').map(({event}) => {
      expect(event).to.include({objectId: 'crmApi', name: 'suggestedNumbers'});
      return (event.data as {suggestedNumbers: Click2DialData[]}).suggestedNumbers;
    });
  let seen = 0;
  return {
    ...setup,
    place: setup.element.parentElement!.querySelector('section')!,
    lists,
    async next() {
      await until(() => lists().length > seen, 'the adapter received a list');
      const list = lists()[seen++]!;
      return list.map(({clickToDialNumber}) => clickToDialNumber);
    },
  };
}

describe('five9-crm with suggest-numbers', () => {
  // Load the part on demand first, because it is large.
  before(async function () {
    this.timeout(60_000);
    await loadFinder();
  });

  it('sends the numbers of the page with their records and campaigns, each once', async () => {
    const {lists, next} = await suggesting(html`
      <five9-click2dial number="(925) 000-0111" record-id="7" record-name="Jane" campaign="Sales"></five9-click2dial>
      <five9-click2dial>925 000 0222</five9-click2dial>
      <five9-click2dial number="9250000111"></five9-click2dial>
      <five9-click2dial number="no number"></five9-click2dial>
      <five9-click2dial></five9-click2dial>
    `);
    await next();
    expect(lists()[0]).to.deep.equal([
      {
        clickToDialNumber: '9250000111',
        crmObject: {id: '7', name: 'Jane', isWho: false, isWhat: false},
        preselectedCampaignName: 'Sales',
      },
      {clickToDialNumber: '9250000222'},
    ]);
  });

  it('sends the numbers again when they change, in one list for many changes', async () => {
    const {place, next, lists} = await suggesting(html`<five9-click2dial number="9250000111"></five9-click2dial>`);
    expect(await next()).to.deep.equal(['9250000111']);
    const first = place.querySelector('five9-click2dial')!;
    first.number = '9250000222';
    const second = Object.assign(document.createElement('five9-click2dial'), {textContent: '9250000333'});
    place.append(second);
    expect(await next(), 'a property, and another element').to.deep.equal(['9250000222', '9250000333']);
    second.firstChild!.nodeValue = '9250000444';
    expect(await next(), 'a text').to.deep.equal(['9250000222', '9250000444']);
    place.replaceChildren();
    expect(await next(), 'no element').to.deep.equal([]);
    expect(lists()).to.have.lengthOf(4);
  });

  it('sends the numbers and the tel: links of five9-dial-links', async () => {
    const {next, place} = await suggesting(html`
      <five9-dial-links default-country="US" record-id="9">
        <p>Call (925) 201-2000 or <a href="tel:+19252012001">the office</a>.</p>
        <a data-five9-no-dial href="tel:+19252012009">Fax</a>
      </five9-dial-links>
    `);
    let numbers = await next();
    while (numbers.length < 2) numbers = await next();
    expect(numbers).to.deep.equal(['9252012000', '+19252012001']);
    place.querySelector('a')!.href = 'tel:+19252012002';
    expect(await next()).to.deep.equal(['9252012000', '+19252012002']);
  });

  it('sends the tel: links of five9-dial-links that has no other numbers, until it is disabled', async () => {
    const {next, place} = await suggesting(
      html`<five9-dial-links><a href="tel:+19252012001">The office</a></five9-dial-links>`,
    );
    expect(await next()).to.deep.equal(['+19252012001']);
    place.querySelector('five9-dial-links')!.disabled = true;
    expect(await next()).to.deep.equal([]);
  });

  it('sends twenty numbers at most', async () => {
    const numbers = Array.from({length: 100}, (_, index) => String(9250000100 + index));
    const {next} = await suggesting(
      html`${numbers.map((number) => html`<five9-click2dial number=${number}></five9-click2dial>`)}`,
    );
    expect(await next()).to.deep.equal(numbers.slice(0, 20));
  });

  it('removes the numbers from the adapter when suggest-numbers is removed', async () => {
    const {element, next} = await suggesting(html`<five9-click2dial number="9250000111"></five9-click2dial>`);
    await next();
    element.suggestNumbers = false;
    expect(await next()).to.deep.equal([]);
  });

  it('sends the numbers to the next adapter too', async () => {
    const {adapter, name, next} = await suggesting(html`<five9-click2dial number="9250000111"></five9-click2dial>`);
    await next();
    await adapter.disconnect();
    await adapter.start({channel: `crm_api_plugin_${name}`, announces: true});
    expect(await next()).to.deep.equal(['9250000111']);
  });
});

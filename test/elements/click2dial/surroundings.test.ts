import {expect, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../../src/elements/click2dial/define.js';
import {press, sendMouse} from '../../commands.js';
import {atEnd} from '../../support/lifecycle.js';
import {openScope, type Scope} from '../../support/scope.js';
import {allHandled} from '../../support/service.js';

const README = await (await fetch('/README.md')).text();

/** Returns the script of the README that contains `text`. */
function recipe(text: string): string {
  const blocks = [...README.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  const found = blocks.find((code) => code.includes(text));
  if (!found) throw new Error(`The README has no script with ${text}.`);
  return found;
}

async function dials({service, adapter}: Scope): Promise<number> {
  await allHandled({service, adapter});
  await adapter.sync();
  return adapter.all('event').length;
}

async function show(content: TemplateResult): Promise<Scope & {box: DOMRect}> {
  const scope = await openScope(content);
  const element = scope.find('five9-click2dial');
  await element.updateComplete;
  return {...scope, box: element.renderRoot.querySelector('button')!.getBoundingClientRect()};
}

const clickAt = (x: number, y: number): Promise<void> =>
  sendMouse({type: 'click', position: [Math.round(x), Math.round(y)]});
const middle = ({left, top, width, height}: DOMRect): [number, number] => [left + width / 2, top + height / 2];

const NUMBER = '(925) 000-0111';

describe('<five9-click2dial> in a link', () => {
  const card = html`<a href="#card" style="display: block"
    >Umbrella <five9-click2dial number=${NUMBER}></five9-click2dial
  ></a>`;
  const opensPage = (): boolean => location.hash === '#card';

  beforeEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    atEnd(() => history.replaceState(null, '', location.pathname + location.search));
  });

  it('dials, and the link does not open its page, if the mouse presses the number', async () => {
    const scope = await show(card);
    await clickAt(...middle(scope.box));
    expect(await dials(scope)).to.equal(1);
    expect(opensPage()).to.equal(false);
  });

  for (const key of ['Enter', 'Space']) {
    it(`dials, and the link does not open its page, on ${key}`, async () => {
      const scope = await show(card);
      scope.find('five9-click2dial').focus();
      await press(key);
      expect(await dials(scope)).to.equal(1);
      expect(opensPage()).to.equal(false);
    });
  }

  it('lets the link not open its page while a call is dialled, or without a connection', async () => {
    const scope = await show(card);
    await clickAt(...middle(scope.box));
    await clickAt(...middle(scope.box));
    expect(await dials(scope)).to.equal(1);
    expect(opensPage()).to.equal(false);
  });

  it('lets the link open its page if the mouse presses the text next to the number', async () => {
    const scope = await show(card);
    const {left, top} = scope.find('a').getBoundingClientRect();
    await clickAt(left + 5, top + scope.box.height / 2);
    expect(await dials(scope)).to.equal(0);
    expect(opensPage()).to.equal(true);
  });
});

describe('<five9-click2dial> in a row that opens a record', () => {
  const row = html`<table>
    <tbody>
      <tr tabindex="0">
        <td>Umbrella</td>
        <td><five9-click2dial number=${NUMBER}></five9-click2dial></td>
      </tr>
    </tbody>
  </table>`;
  interface Row extends Scope {
    box: DOMRect;
    opened: unknown[];
  }

  /** Shows the row with the script of the README. */
  async function openRow(): Promise<Row> {
    const scope = await show(row);
    const opened: unknown[] = [];
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- runs the code of the README
    const run = new Function('table', 'openRecord', recipe('openRecord')) as (
      table: Element,
      openRecord: (row: unknown) => void,
    ) => void;
    run(scope.find('table'), (which) => opened.push(which));
    return {...scope, opened};
  }

  it('dials, and with the script of the README the row does not open, if the mouse presses the number', async () => {
    const scope = await openRow();
    await clickAt(...middle(scope.box));
    expect(await dials(scope)).to.equal(1);
    expect(scope.opened).to.deep.equal([]);
  });

  it('dials, and with the script of the README the row does not open, on Enter', async () => {
    const scope = await openRow();
    scope.find('five9-click2dial').focus();
    await press('Enter');
    expect(await dials(scope)).to.equal(1);
    expect(scope.opened).to.deep.equal([]);
  });

  it('lets the row open with the script of the README if the mouse presses another cell', async () => {
    const scope = await openRow();
    const {left, top} = scope.find('td').getBoundingClientRect();
    await clickAt(left + 3, top + 3);
    expect(await dials(scope)).to.equal(0);
    expect(scope.opened).to.deep.equal([scope.find('tr')]);
  });

  it('lets the click reach the row', async () => {
    const scope = await show(row);
    const clicks: Event[] = [];
    scope.find('tr').addEventListener('click', (event) => clicks.push(event));
    await clickAt(...middle(scope.box));
    expect(clicks.map(({target, defaultPrevented}) => ({target, defaultPrevented}))).to.deep.equal([
      {target: scope.find('five9-click2dial'), defaultPrevented: true},
    ]);
  });
});

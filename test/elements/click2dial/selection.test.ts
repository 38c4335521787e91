import {expect, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../../src/elements/click2dial/define.js';
import type {Five9Click2dial} from '../../../src/elements/click2dial/define.js';
import {press, sendMouse} from '../../commands.js';
import {atEnd} from '../../support/lifecycle.js';
import {openScope, type Scope} from '../../support/scope.js';
import {allHandled} from '../../support/service.js';

const NUMBER = '(925) 000-0111';
const BY_ATTRIBUTE = html`<five9-click2dial number=${NUMBER}></five9-click2dial>`;
const BY_SLOT = html`<five9-click2dial>${NUMBER}</five9-click2dial>`;

interface Cell extends Scope {
  element: Five9Click2dial;
  table: HTMLTableElement;
}

/** Opens a table with an element in its second cell, and an empty field below the table. */
async function open(content: TemplateResult): Promise<Cell> {
  const scope = await openScope(html`
    <table>
      <tbody>
        <tr>
          <td>Phone</td>
          <td>${content}</td>
          <td>mobile</td>
        </tr>
      </tbody>
    </table>
    <textarea aria-label="copy"></textarea>
  `);
  atEnd(() => getSelection()?.removeAllRanges());
  const element = scope.find('five9-click2dial');
  await element.updateComplete;
  return {...scope, element, table: scope.find('table')};
}

async function dials({service, adapter}: Cell): Promise<number> {
  await allHandled({service, adapter});
  await adapter.sync();
  return adapter.all('event').length;
}

/** Copies the selection with the keyboard, and returns what a paste inserts. */
async function copied({find}: Cell): Promise<string> {
  await press('c', 'Control');
  const field = find('textarea');
  field.focus();
  await press('v', 'Control');
  return field.value;
}

/** Returns the texts of the cells in a copied row. Some engines add blanks. */
const cellsOf = (text: string): string[] => text.split('\t').map((cell) => cell.trim());

const numberBox = ({renderRoot}: Five9Click2dial): DOMRect =>
  renderRoot.querySelector('#number')!.getBoundingClientRect();

/** Presses the mouse at the beginning of the number, and releases it after `distance` pixels. */
async function drag({element}: Cell, distance: number): Promise<void> {
  const {left, top, height} = numberBox(element);
  const at = (x: number): [number, number] => [Math.round(left + 2 + x), Math.round(top + height / 2)];
  await sendMouse({type: 'move', position: at(0)});
  await sendMouse({type: 'down'});
  await sendMouse({type: 'move', position: at(distance / 2)});
  await sendMouse({type: 'move', position: at(distance)});
  await sendMouse({type: 'up'});
}

describe('<five9-click2dial>, when its number is selected,', () => {
  it('adds no word to the selection of its row', async () => {
    const cell = await open(BY_SLOT);
    getSelection()!.selectAllChildren(cell.table);
    expect(cellsOf(getSelection()!.toString())).to.deep.equal(['Phone', NUMBER, 'mobile']);
  });

  it('adds no word to a copy of its row', async () => {
    const cell = await open(BY_SLOT);
    getSelection()!.selectAllChildren(cell.table);
    expect(cellsOf(await copied(cell))).to.deep.equal(['Phone', NUMBER, 'mobile']);
  });

  it('adds no word to a copy of its row if the number is an attribute (Firefox copies nothing of a shadow root)', async () => {
    const cell = await open(BY_ATTRIBUTE);
    getSelection()!.selectAllChildren(cell.table);
    const text = await copied(cell);
    expect(cellsOf(text)).to.deep.equal(['Phone', text.includes('925') ? NUMBER : '', 'mobile']);
  });

  it('adds no state of the call to the selection', async () => {
    const cell = await open(BY_SLOT);
    void cell.element.dial();
    await cell.element.updateComplete;
    expect(cell.element.renderRoot.querySelector('[part=status]')!.textContent).to.equal('Dialling…');
    getSelection()!.selectAllChildren(cell.table);
    expect(getSelection()!.toString()).not.to.contain('Dialling');
    expect(await copied(cell)).not.to.contain('Dialling');
  });

  for (const content of [BY_ATTRIBUTE, BY_SLOT]) {
    const what = content === BY_SLOT ? 'a slotted number' : 'the number of its attribute';
    it(`does not dial if the mouse is dragged over ${what}`, async () => {
      const cell = await open(content);
      await drag(cell, numberBox(cell.element).width - 4);
      const selected = getSelection()!.toString();
      expect(NUMBER).to.contain(selected.trim());
      expect(await dials(cell)).to.equal(0);
    });

    it(`dials if the mouse is dragged over ${what} first, and then pressed`, async () => {
      const cell = await open(content);
      await drag(cell, 40);
      await drag(cell, 0);
      expect(await dials(cell)).to.equal(1);
    });
  }

  it('dials if the mouse moves a little during the press', async () => {
    const cell = await open(BY_ATTRIBUTE);
    await drag(cell, 3);
    expect(await dials(cell)).to.equal(1);
  });

  it('does not dial if keys select or copy', async () => {
    const cell = await open(BY_SLOT);
    cell.element.focus();
    await press('ArrowRight', 'Shift');
    await press('End', 'Shift');
    await press('a', 'Control');
    await press('c', 'Control');
    expect(await dials(cell)).to.equal(0);
    await press('Enter');
    expect(await dials(cell)).to.equal(1);
  });

  it('does not dial after a long press that opened a menu', async () => {
    const cell = await open(BY_ATTRIBUTE);
    const button = cell.element.renderRoot.querySelector('button')!;
    const dispatch = (type: string): boolean =>
      button.dispatchEvent(
        new PointerEvent(type, {pointerType: 'touch', detail: 1, bubbles: true, composed: true, cancelable: true}),
      );
    for (const type of ['pointerdown', 'contextmenu', 'pointerup', 'click']) dispatch(type);
    expect(await dials(cell)).to.equal(0);
    for (const type of ['pointerdown', 'pointerup', 'click']) dispatch(type);
    expect(await dials(cell)).to.equal(1);
  });
});

describe('<five9-click2dial> has an accessible name', () => {
  for (const content of [BY_ATTRIBUTE, BY_SLOT]) {
    it(`with the action and ${content === BY_SLOT ? 'the slotted number' : 'the number'}`, async () => {
      const {element} = await open(content);
      const button = element.renderRoot.querySelector('button')!;
      const words = button
        .getAttribute('aria-labelledby')!
        .split(' ')
        .map((id) => element.renderRoot.querySelector(`#${id}`)!)
        .flatMap((part) => [part, ...part.querySelectorAll('slot')])
        .map((part) => (part instanceof HTMLSlotElement ? part.assignedNodes() : [part]))
        .flatMap((nodes) => nodes.map(({textContent}) => textContent));
      expect(words.join('').replace(/\s+/g, ' ')).to.equal(`Call ${NUMBER}`);
      await expect(element).to.be.accessible();
    });
  }
});

describe('<five9-click2dial> in a right-to-left page', () => {
  beforeEach(() => {
    document.documentElement.dir = 'rtl';
    atEnd(() => document.documentElement.removeAttribute('dir'));
  });

  /** Returns the left edge of the character at `index` in a text. */
  const edge = (text: Node, index: number): number => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    return range.getBoundingClientRect().left;
  };

  it('shows a slotted number from left to right', async () => {
    const {element} = await open(html`<five9-click2dial>+1 925 000 0111</five9-click2dial>`);
    const text = [...element.childNodes].find(({nodeType}) => nodeType === Node.TEXT_NODE)!;
    expect(edge(text, 0)).to.be.lessThan(edge(text, 1));
    expect(edge(text, 1)).to.be.lessThan(edge(text, 14));
  });

  it('shows a slotted number from left to right that replaces another text', async () => {
    const {element} = await open(html`<five9-click2dial number="1">شركة</five9-click2dial>`);
    const text = [...element.childNodes].find(({nodeType}) => nodeType === Node.TEXT_NODE) as Text;
    text.data = '+49 30 1234';
    expect(edge(text, 0)).to.be.lessThan(edge(text, 1));
  });

  it('shows any other slotted text in its own direction, in pages of both directions', async () => {
    const {element} = await open(html`<five9-click2dial number="1">شركة 925</five9-click2dial>`);
    const text = [...element.childNodes].find(({nodeType}) => nodeType === Node.TEXT_NODE) as Text;
    for (const dir of ['rtl', 'ltr']) {
      document.documentElement.dir = dir;
      expect(edge(text, 0), dir).to.be.greaterThan(edge(text, 5));
    }
  });
});

import {expect, html} from '@open-wc/testing';
import type {Five9ErrorEvent} from '../../../src/service/index.js';
import {press, type} from '../../commands.js';
import {freshName} from '../../support/client.js';
import {openRealm} from '../../support/scope.js';
import {freshId, listen, openAdapter, sendCallEvent} from '../../support/service.js';
import {part, talking, words} from '../../support/stage.js';
import {until} from '../../support/time.js';
import {
  LIST,
  LONG,
  inCall,
  shadow,
  select,
  input,
  button,
  status,
  options,
  active,
  choose,
  type DispositionStage,
  type Template,
} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('combobox', () => {
    const searches = async (setup: DispositionStage): Promise<DispositionStage> => {
      await until(() => input(setup), 'the combobox is loaded');
      return setup;
    };
    const long = async (template?: Template): Promise<DispositionStage> => searches(await inCall(template, LONG));
    const open = (setup: DispositionStage): boolean => input(setup).getAttribute('aria-expanded') === 'true';

    it('appears for lists that are longer than combobox-from', async () => {
      const setup = await inCall(html`<five9-disposition combobox-from=${LIST.length}></five9-disposition>`);
      expect(select(setup)).to.exist;
      setup.element.comboboxFrom!--;
      await searches(setup);
      expect(select(setup)).to.be.null;
    });

    it('does not replace a select that has focus, and has the value of the select that it replaces', async () => {
      const setup = await inCall();
      select(setup).focus();
      setup.element.comboboxFrom = 0;
      await import('../../../src/elements/disposition/combobox.js');
      await setup.settled();
      expect(input(setup)).to.be.null;
      await choose(setup, '3559');
      expect(shadow(setup).activeElement).to.equal(select(setup));
      await press('Tab');
      await searches(setup);
      expect(input(setup).value).to.equal('Busy');
      expect(setup.element.value).to.equal('3559');
    });

    it('keeps the focus when select and combobox replace each other', async () => {
      const setup = await long();
      input(setup).focus();
      await setup.happens('callFinished');
      expect(shadow(setup).activeElement).to.equal(select(setup));
      await talking(setup, 'B'.repeat(32));
      await searches(setup);
      expect(shadow(setup).activeElement).to.equal(input(setup));
    });

    it('keeps the select if the combobox cannot be loaded, and reports that once', async () => {
      const name = freshName();
      const adapter = await openAdapter(name);
      await adapter.reply('getDispositions', {response: LIST});
      const {document, load} = await openRealm('/src/elements/disposition/combobox.ts');
      await load('/src/elements/disposition/define.ts');
      await load('/src/elements/provider/define.ts');
      const errors = listen<Five9ErrorEvent>(document, 'five9-error');
      const provider = Object.assign(document.createElement('five9-provider'), {name});
      const element = document.createElement('five9-disposition');
      element.comboboxFrom = 1;
      document.body.append(provider, element);
      await until(() => element.service?.connected, 'connected');
      await adapter.receives('connected');
      await sendCallEvent({service: element.service!, adapter}, 'callStarted', {interactionId: freshId()});
      await until(() => errors.length, 'the error is dispatched');
      element.requestUpdate();
      await element.updateComplete;
      expect(errors.map(({error}) => error.errorCode)).to.deep.equal(['Generic']);
      expect(errors[0]!.error.cause).to.be.an.instanceOf(
        (document.defaultView as typeof globalThis & Window).TypeError,
      );
      expect(words(element, 'error')).to.contain('could not be loaded');
      const {options: all} = element.shadowRoot!.querySelector('select')!;
      expect([...all].slice(1).map(({text}) => text)).to.deep.equal(LIST.map((one) => one.name));
    });

    it('opens with the arrow keys at the first, the last or the selected option', async () => {
      const setup = await long();
      input(setup).focus();
      expect(open(setup), 'the focus alone does not open the list').to.be.false;
      await press('ArrowDown');
      expect(open(setup)).to.be.true;
      expect(options(setup)).to.have.lengthOf(500);
      expect(active(setup)).to.equal('Sale 0');
      await press('Escape');
      await press('ArrowUp');
      expect(active(setup)).to.equal('Réclamation 499');
      await press('Escape');
      setup.element.value = '7';
      await press('ArrowDown');
      expect(active(setup)).to.equal('Réclamation 7');
    });

    it('moves the active option within the list and into view, and does not select it', async () => {
      const setup = await long();
      input(setup).focus();
      await press('ArrowDown');
      for (const [key, there] of [
        ['ArrowUp', 'Sale 0'],
        ['ArrowDown', 'Réclamation 1'],
        ['End', 'Réclamation 499'],
        ['ArrowDown', 'Réclamation 499'],
        ['ArrowUp', 'Sale 498'],
        ['Home', 'Sale 0'],
        ['End', 'Réclamation 499'],
      ] as const) {
        await press(key);
        expect(active(setup), key).to.equal(there);
      }
      const list = part(setup.element, 'listbox').getBoundingClientRect();
      const {top, bottom} = options(setup)[499]!.getBoundingClientRect();
      expect(top >= list.top && bottom <= list.bottom + 1, 'scrolled into view').to.be.true;
      expect(setup.element.value).to.equal('');
      expect(shadow(setup).querySelector('[aria-selected=true]')).to.be.null;
    });

    it('selects the active option with Enter', async () => {
      const setup = await long();
      const events: string[] = [];
      for (const name of ['input', 'change']) setup.element.addEventListener(name, () => events.push(name));
      input(setup).focus();
      await type('mail 2');
      await press('ArrowDown');
      expect(events, 'a search does not change the value').to.be.empty;
      await press('Enter');
      expect(setup.element.value).to.equal('20');
      expect(input(setup).value).to.equal('Voicemail 20');
      expect(open(setup)).to.be.false;
      expect(events).to.deep.equal(['input', 'change']);
      await press('ArrowDown');
      expect(options(setup)[20]).to.have.attribute('aria-selected', 'true');
    });

    it('finds the typed text regardless of case and accents, and shows the number of matches', async () => {
      const setup = await long();
      input(setup).focus();
      await type('RECLAMATION 49');
      expect(options(setup).map(({textContent}) => textContent)).to.deep.equal([
        'Réclamation 49',
        'Réclamation 490',
        'Réclamation 493',
        'Réclamation 496',
        'Réclamation 499',
      ]);
      expect(active(setup), 'the first match is active').to.equal('Réclamation 49');
      expect(status(setup)).to.equal('5 matches');
      expect(part(setup.element, 'status')).to.have.attribute('role', 'status');
    });

    it('finds all words in any order, with any blanks, and with the letters that people type', async () => {
      const names = ['Łódź – Straße', 'Voicemail left', 'Left message', 'Don’t call'];
      const setup = await searches(
        await inCall(
          html`<five9-disposition combobox-from="0"></five9-disposition>`,
          names.map((name, id) => ({id, name})),
        ),
      );
      for (const [wanted, name] of [
        ['  left   mail ', 'Voicemail left'],
        ['strasse lodz', 'Łódź – Straße'],
        ["don't", 'Don’t call'],
      ] as const) {
        input(setup).focus();
        input(setup).select();
        await type(wanted);
        await setup.settled();
        expect(options(setup).map(({textContent}) => textContent)).to.deep.equal([name]);
        expect(active(setup)).to.equal(name);
        expect(status(setup)).to.equal('1 match');
        expect(input(setup).value, 'the typed text stays as it is').to.equal(wanted);
      }
    });

    it('keeps the typed text and the active option when an update adds an entry', async () => {
      const setup = await long();
      input(setup).focus();
      await type('sale 3');
      await press('ArrowDown');
      const before = active(setup);
      setup.element.value = 'Sale 3 of the page';
      await setup.happens('callEnded');
      await setup.settled();
      expect(options(setup)[0]!.textContent).to.equal('Sale 3 of the page');
      expect(input(setup).value).to.equal('sale 3');
      expect(active(setup)).to.equal(before);
      await press('Enter');
      expect(input(setup).value).to.equal(before);
    });

    it('shows that nothing matches, and selects nothing then', async () => {
      const setup = await long();
      input(setup).focus();
      await type('zzz');
      expect(open(setup)).to.be.false;
      expect(part(setup.element, 'listbox').hidden).to.be.true;
      expect(status(setup)).to.equal('No matches');
      await press('Enter');
      expect(setup.element.value).to.equal('');
    });

    it('closes with Escape, then clears the value, then leaves Escape to the page', async () => {
      const setup = await long();
      setup.element.value = '3';
      const events: string[] = [];
      setup.element.addEventListener('keydown', ({key}) => events.push(key));
      input(setup).focus();
      await type('x');
      events.length = 0;
      await press('Escape');
      expect(open(setup)).to.be.false;
      expect(input(setup).value, 'typed text is removed').to.equal('Sale 3');
      expect(setup.element.value).to.equal('3');
      await press('Escape');
      expect(setup.element.value).to.equal('');
      expect(input(setup).value).to.equal('');
      expect(events).to.be.empty;
      await press('Escape');
      expect(events).to.deep.equal(['Escape']);
    });

    it('removes typed text when the focus leaves', async () => {
      const setup = await long();
      setup.element.value = '3';
      input(setup).focus();
      await type('voice');
      await press('Tab');
      await setup.settled();
      expect(shadow(setup).activeElement, 'the Tab key skips the list').to.equal(button(setup));
      expect(open(setup)).to.be.false;
      expect(input(setup).value).to.equal('Sale 3');
    });

    it('opens and selects by clicks, and keeps the focus', async () => {
      const setup = await long();
      input(setup).focus();
      input(setup).click();
      await setup.settled();
      expect(open(setup)).to.be.true;
      const option = options(setup)[2]!;
      const down = new MouseEvent('mousedown', {bubbles: true, cancelable: true});
      option.dispatchEvent(down);
      expect(down.defaultPrevented).to.be.true;
      option.click();
      await setup.settled();
      expect(setup.element.value).to.equal('2');
      expect(shadow(setup).activeElement).to.equal(input(setup));
    });

    it('has input, list and options in one tree, each with its name and role', async () => {
      const setup = await long();
      input(setup).focus();
      await type('sale 1');
      const list = shadow(setup).getElementById(input(setup).getAttribute('aria-controls')!)!;
      expect(list).to.have.attribute('role', 'listbox');
      expect(input(setup)).to.have.attribute('aria-autocomplete', 'list');
      expect(input(setup).labels![0]!.textContent.trim()).to.equal('Disposition');
    });

    it('is closed in the next interaction', async () => {
      const setup = await long();
      input(setup).focus();
      await type('sale');
      await setup.happens('callFinished', {}, {dispositionName: ''});
      await talking(setup, 'B'.repeat(32));
      await until(() => setup.element.dispositions.length);
      await searches(setup);
      expect(options(setup)).to.be.empty;
      expect(input(setup).value).to.equal('');
    });

    it('shows names as text', async () => {
      const setup = await searches(await inCall(html`<five9-disposition combobox-from="0"></five9-disposition>`));
      input(setup).focus();
      await press('ArrowDown');
      expect(options(setup)[1]!.textContent).to.equal('<b>Not</b> interested');
    });

    it('submits the form with Enter when the list is closed', async () => {
      const setup = await long();
      const form = document.createElement('form');
      setup.element.replaceWith(form);
      form.append(setup.element);
      let submitted = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted++;
      });
      await until(() => setup.element.dispositions.length);
      await setup.settled();
      input(setup).focus();
      await press('ArrowDown');
      await press('Enter');
      expect(submitted).to.equal(0);
      await press('Enter');
      expect(submitted).to.equal(1);
    });

    it('changes only the affected attributes at a key press, with 500 entries', async () => {
      const setup = await long();
      input(setup).focus();
      await press('ArrowDown');
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(shadow(setup), {subtree: true, childList: true, attributes: true, characterData: true});
      await press('ArrowDown');
      await setup.settled();
      observer.disconnect();
      expect(changes.map(({type, attributeName}) => attributeName ?? type).sort()).to.deep.equal([
        'aria-activedescendant',
        'class',
        'class',
      ]);
    });
  });
});

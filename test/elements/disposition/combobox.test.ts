import {expect, html} from '@open-wc/testing';
import type {Five9ErrorEvent} from '../../../src/service/index.js';
import {press, type} from '../../commands.js';
import {freshName} from '../../support/client.js';
import {openRealm} from '../../support/scope.js';
import {freshId, listen, openAdapter, tell} from '../../support/service.js';
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
    const searches = async (at: DispositionStage): Promise<DispositionStage> => {
      await until(() => input(at), 'the combobox is loaded');
      return at;
    };
    const long = async (template?: Template): Promise<DispositionStage> => searches(await inCall(template, LONG));
    const open = (at: DispositionStage): boolean => input(at).getAttribute('aria-expanded') === 'true';

    it('appears for lists that are longer than combobox-from', async () => {
      const at = await inCall(html`<five9-disposition combobox-from=${LIST.length}></five9-disposition>`);
      expect(select(at)).to.exist;
      at.element.comboboxFrom--;
      await searches(at);
      expect(select(at)).to.be.null;
    });

    it('does not replace a select that has focus, and takes over the value of the select', async () => {
      const at = await inCall();
      select(at).focus();
      at.element.comboboxFrom = 0;
      await import('../../../src/elements/disposition/combobox.js');
      await at.settled();
      expect(input(at)).to.be.null;
      await choose(at, '3559');
      expect(shadow(at).activeElement).to.equal(select(at));
      await press('Tab');
      await searches(at);
      expect(input(at).value).to.equal('Busy');
      expect(at.element.value).to.equal('3559');
    });

    it('keeps the focus when select and combobox replace each other', async () => {
      const at = await long();
      input(at).focus();
      await at.happens('callFinished');
      expect(shadow(at).activeElement).to.equal(select(at));
      await talking(at, 'B'.repeat(32));
      await searches(at);
      expect(shadow(at).activeElement).to.equal(input(at));
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
      await adapter.hears('connected');
      await tell({service: element.service!, adapter}, 'callStarted', {interactionId: freshId()});
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
      const at = await long();
      input(at).focus();
      expect(open(at), 'the focus alone does not open the list').to.be.false;
      await press('ArrowDown');
      expect(open(at)).to.be.true;
      expect(options(at)).to.have.lengthOf(500);
      expect(active(at)).to.equal('Sale 0');
      await press('Escape');
      await press('ArrowUp');
      expect(active(at)).to.equal('Réclamation 499');
      await press('Escape');
      at.element.value = '7';
      await press('ArrowDown');
      expect(active(at)).to.equal('Réclamation 7');
    });

    it('moves the active option within the list and into view, and does not select it', async () => {
      const at = await long();
      input(at).focus();
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
        expect(active(at), key).to.equal(there);
      }
      const list = part(at.element, 'listbox').getBoundingClientRect();
      const {top, bottom} = options(at)[499]!.getBoundingClientRect();
      expect(top >= list.top && bottom <= list.bottom + 1, 'scrolled into view').to.be.true;
      expect(at.element.value).to.equal('');
      expect(shadow(at).querySelector('[aria-selected=true]')).to.be.null;
    });

    it('selects the active option with Enter', async () => {
      const at = await long();
      const events: string[] = [];
      for (const name of ['input', 'change']) at.element.addEventListener(name, () => events.push(name));
      input(at).focus();
      await type('mail 2');
      await press('ArrowDown');
      expect(events, 'a search does not change the value').to.be.empty;
      await press('Enter');
      expect(at.element.value).to.equal('20');
      expect(input(at).value).to.equal('Voicemail 20');
      expect(open(at)).to.be.false;
      expect(events).to.deep.equal(['input', 'change']);
      await press('ArrowDown');
      expect(options(at)[20]).to.have.attribute('aria-selected', 'true');
    });

    it('finds the typed text regardless of case and accents, and shows the number of matches', async () => {
      const at = await long();
      input(at).focus();
      await type('RECLAMATION 49');
      expect(options(at).map(({textContent}) => textContent)).to.deep.equal([
        'Réclamation 49',
        'Réclamation 490',
        'Réclamation 493',
        'Réclamation 496',
        'Réclamation 499',
      ]);
      expect(active(at), 'the first match is active').to.equal('Réclamation 49');
      expect(status(at)).to.equal('5 matches');
      expect(part(at.element, 'status')).to.have.attribute('role', 'status');
    });

    it('shows that nothing matches, and selects nothing then', async () => {
      const at = await long();
      input(at).focus();
      await type('zzz');
      expect(open(at)).to.be.false;
      expect(part(at.element, 'listbox').hidden).to.be.true;
      expect(status(at)).to.equal('No matches');
      await press('Enter');
      expect(at.element.value).to.equal('');
    });

    it('closes with Escape, then clears the value, then leaves Escape to the page', async () => {
      const at = await long();
      at.element.value = '3';
      const events: string[] = [];
      at.element.addEventListener('keydown', ({key}) => events.push(key));
      input(at).focus();
      await type('x');
      events.length = 0;
      await press('Escape');
      expect(open(at)).to.be.false;
      expect(input(at).value, 'typed text is removed').to.equal('Sale 3');
      expect(at.element.value).to.equal('3');
      await press('Escape');
      expect(at.element.value).to.equal('');
      expect(input(at).value).to.equal('');
      expect(events).to.be.empty;
      await press('Escape');
      expect(events).to.deep.equal(['Escape']);
    });

    it('removes typed text when the focus leaves', async () => {
      const at = await long();
      at.element.value = '3';
      input(at).focus();
      await type('voice');
      await press('Tab');
      await at.settled();
      expect(shadow(at).activeElement, 'the Tab key skips the list').to.equal(button(at));
      expect(open(at)).to.be.false;
      expect(input(at).value).to.equal('Sale 3');
    });

    it('opens and selects by clicks, and keeps the focus', async () => {
      const at = await long();
      input(at).focus();
      input(at).click();
      await at.settled();
      expect(open(at)).to.be.true;
      const option = options(at)[2]!;
      const down = new MouseEvent('mousedown', {bubbles: true, cancelable: true});
      option.dispatchEvent(down);
      expect(down.defaultPrevented).to.be.true;
      option.click();
      await at.settled();
      expect(at.element.value).to.equal('2');
      expect(shadow(at).activeElement).to.equal(input(at));
    });

    it('has input, list and options in one tree, each with its name and role', async () => {
      const at = await long();
      input(at).focus();
      await type('sale 1');
      const list = shadow(at).getElementById(input(at).getAttribute('aria-controls')!)!;
      expect(list).to.have.attribute('role', 'listbox');
      expect(input(at)).to.have.attribute('aria-autocomplete', 'list');
      expect(input(at).labels![0]!.textContent.trim()).to.equal('Disposition');
    });

    it('is closed in the next interaction', async () => {
      const at = await long();
      input(at).focus();
      await type('sale');
      await at.happens('callFinished', {}, {dispositionName: ''});
      await talking(at, 'B'.repeat(32));
      await until(() => at.element.dispositions.length);
      await searches(at);
      expect(options(at)).to.be.empty;
      expect(input(at).value).to.equal('');
    });

    it('shows names as text', async () => {
      const at = await searches(await inCall(html`<five9-disposition combobox-from="0"></five9-disposition>`));
      input(at).focus();
      await press('ArrowDown');
      expect(options(at)[1]!.textContent).to.equal('<b>Not</b> interested');
    });

    it('submits the form with Enter when the list is closed', async () => {
      const at = await long();
      const form = document.createElement('form');
      at.element.replaceWith(form);
      form.append(at.element);
      let submitted = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted++;
      });
      await until(() => at.element.dispositions.length);
      await at.settled();
      input(at).focus();
      await press('ArrowDown');
      await press('Enter');
      expect(submitted).to.equal(0);
      await press('Enter');
      expect(submitted).to.equal(1);
    });

    it('changes only the affected attributes at a key press, with 500 entries', async () => {
      const at = await long();
      input(at).focus();
      await press('ArrowDown');
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(shadow(at), {subtree: true, childList: true, attributes: true, characterData: true});
      await press('ArrowDown');
      await at.settled();
      observer.disconnect();
      expect(changes.map(({type, attributeName}) => attributeName ?? type).sort()).to.deep.equal([
        'aria-activedescendant',
        'class',
        'class',
      ]);
    });
  });
});

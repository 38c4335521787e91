import {expect, fixture, html} from '@open-wc/testing';
import type {LitElement, TemplateResult} from 'lit';
import '../../../src/elements/interaction-panel/define.js';
import '../../../src/elements/provider/define.js';
import type {Five9InteractionPanel} from '../../../src/elements/interaction-panel/interaction-panel.js';
import {ContactCenter, type ContactCenterInit, SimulatedAdapter} from '../../../src/simulator.js';
import {press} from '../../commands.js';
import {freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import type {Interaction} from '../../../src/service/interactions.js';
import {openRealm} from '../../support/scope.js';
import {callData} from '../../support/samples.js';
import {part, type Stage, stage, words} from '../../support/stage.js';

const SNAPSHOT: Interaction = {
  type: 'Call',
  id: '',
  state: 'accepted',
  data: callData(),
  startedAt: 0,
  replayed: false,
};

const TAG = html`<five9-interaction-panel></five9-interaction-panel>`;

/** Shows a panel, connected to a simulated contact centre. */
async function show(template: TemplateResult = TAG, init: ContactCenterInit = {}) {
  sessionStorage.clear();
  const centre = new ContactCenter(init);
  const adapter = new SimulatedAdapter(centre);
  adapter.start();
  atEnd(() => adapter.stop());
  const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
    html`<five9-provider scoped name=${freshName()}>${template}</five9-provider>`,
  );
  const panel = provider.querySelector('five9-interaction-panel')!;
  const errors: string[] = [];
  provider.addEventListener('five9-error', ({error}) => errors.push(`${error.errorCode}: ${error.errorMessage}`));
  await until(() => provider.service.connected, 'the provider is connected');
  const is = (state: string): Promise<void> => until(() => panel.matches(`:state(${state})`), `the panel is ${state}`);
  await is('idle');
  return {
    centre,
    panel,
    provider,
    errors,
    is,
    /** Offers a call, answers it, and returns its id. */
    async call(): Promise<string> {
      const id = centre.offerCall({ani: '9250000111'});
      await is('offered');
      centre.answer(id);
      await is('accepted');
      return id;
    },
  };
}

/** Returns the names of the package’s elements in the panel, in order. */
const sections = (panel: Five9InteractionPanel): string[] =>
  [...panel.renderRoot.querySelectorAll('*')]
    .map(({localName}) => localName)
    .filter((name) => name.startsWith('five9-'))
    .map((name) => name.replace('five9-', ''));

const inside = <Tag extends keyof HTMLElementTagNameMap>(panel: Element, tag: Tag): HTMLElementTagNameMap[Tag] =>
  panel.shadowRoot!.querySelector(tag)!;

const FACTS = ['contact', 'call-variables', 'object-picker', 'object-picker', 'search-results'];

describe('five9-interaction-panel', () => {
  it('provides its interaction to elements inside it, even if they were defined before the panel', async () => {
    const realm = await openRealm();
    await realm.load('/src/elements/mute/define.ts');
    realm.document.body.innerHTML =
      '<five9-interaction-panel interaction-id="named"><five9-mute></five9-mute></five9-interaction-panel>';
    const mute = realm.document.querySelector('five9-mute')!;
    const {service} = mute;
    service!.interaction = (id): Interaction | undefined => ({...SNAPSHOT, id});
    await realm.load('/src/elements/interaction-panel/define.ts');
    expect(mute.interaction?.id).to.equal('named');
  });

  describe('shows the matching sections', () => {
    it('only a text, without an interaction', async () => {
      const {panel} = await show();
      expect(words(panel, 'header')).to.equal('No interaction');
      expect(sections(panel)).to.be.empty;
    });

    it('of a call, from the offer to the end', async () => {
      const {centre, panel, is} = await show();
      const id = centre.offerCall({ani: '9250000111'});
      await is('offered');
      expect(words(panel, 'type')).to.equal('Call');
      expect(words(panel, 'who')).to.equal('9250000111');
      expect(words(panel, 'state')).to.equal('Ringing');
      expect(words(panel, 'timer')).to.match(/^0:\d\d$/);
      expect(sections(panel)).to.deep.equal(['disposition', ...FACTS]);

      centre.answer(id);
      await is('accepted');
      expect(words(panel, 'state')).to.equal('On call');
      expect(sections(panel)).to.deep.equal(['mute', 'dtmf-pad', 'disposition', ...FACTS]);

      centre.hangUp(id, {by: 'customer'});
      await is('ended');
      expect(words(panel, 'state')).to.equal('Ended, waits for its disposition');
      expect(sections(panel)).to.deep.equal(['disposition', ...FACTS]);

      const picker = inside(panel, 'five9-disposition');
      await until(() => picker.dispositions.length, 'the dispositions are there');
      picker.value = '3558';
      expect(await picker.set()).to.be.true;
      await is('over');
      expect(words(panel, 'state')).to.equal('Left Voicemail');
      expect(panel.renderRoot.querySelector('time'), 'no timer').to.equal(null);
      expect(sections(panel)).to.deep.equal(['disposition']);
      await until(() => words(picker, 'status') === 'Set: Left Voicemail');
    });

    it('of a chat: no section that only calls have', async () => {
      const {centre, panel, is} = await show();
      const id = centre.offerChat({});
      await is('offered');
      centre.accept(id);
      await is('accepted');
      expect(words(panel, 'type')).to.equal('Chat');
      expect(words(panel, 'state')).to.equal('Accepted');
      expect(sections(panel)).to.deep.equal(['disposition', 'object-picker', 'object-picker', 'search-results']);
    });

    it('of an e-mail', async () => {
      const {centre, panel, is} = await show();
      centre.accept(centre.offerEmail({}));
      await is('accepted');
      expect(words(panel, 'type')).to.equal('Email');
    });

    it('of a rejected call: only a text', async () => {
      const {centre, panel, is} = await show();
      const id = centre.offerCall({ani: '9250000111'});
      await is('offered');
      centre.reject(id);
      await is('over');
      expect(words(panel, 'state')).to.equal('Rejected');
      expect(sections(panel)).to.be.empty;
    });

    it('of the next interaction, when it starts', async () => {
      const {centre, panel, is} = await show();
      const id = centre.offerCall({ani: '9250000111'});
      await is('offered');
      centre.reject(id);
      await is('over');
      centre.offerCall({ani: '9255550123'});
      await is('offered');
      expect(words(panel, 'who')).to.equal('9255550123');
    });
  });

  describe('the interaction of the panel', () => {
    it('can be chosen in a list if there are several interactions', async () => {
      const {centre, panel, is, call} = await show();
      const id = await call();
      centre.accept(centre.offerChat({}));
      await until(() => words(panel, 'type') === 'Chat');
      const list = inside(panel, 'five9-interactions');
      await list.updateComplete;
      part(list, 'interaction').click();
      await until(() => words(panel, 'type') === 'Call');
      await panel.updateComplete;
      expect(panel.interaction?.id).to.equal(id);
      expect(sections(panel)).to.include.members(['interactions', 'mute', 'dtmf-pad']);
      expect(inside(panel, 'five9-mute').interaction?.id).to.equal(id);
      await is('accepted');
    });

    it('is set by `interaction-id`, also for elements inside the panel at any depth', async () => {
      const {centre, panel, is, call} = await show(
        html`<five9-interaction-panel
          ><div><five9-disposition></five9-disposition></div
        ></five9-interaction-panel>`,
      );
      const id = await call();
      const chat = centre.offerChat({});
      centre.accept(chat);
      await until(() => words(panel, 'type') === 'Chat');
      const [own, slotted] = [inside(panel, 'five9-disposition'), panel.querySelector('five9-disposition')!];
      expect([own, slotted].map(({interaction}) => interaction?.id)).to.deep.equal([chat, chat]);

      panel.interactionId = id;
      await until(() => words(panel, 'type') === 'Call');
      expect([own, slotted].map(({interaction}) => interaction?.id)).to.deep.equal([id, id]);
      expect(sections(panel), 'it stays with it').not.to.include('interactions');
      slotted.interactionId = chat;
      expect(slotted.interaction?.id, 'what names one of its own').to.equal(chat);
      await is('accepted');
    });

    it('does not apply to an element that is moved out of the panel', async () => {
      const {centre, panel, provider, call} = await show(
        html`<five9-interaction-panel><five9-disposition></five9-disposition></five9-interaction-panel>`,
      );
      const id = await call();
      const chat = centre.offerChat({});
      await until(() => words(panel, 'type') === 'Chat');
      panel.interactionId = id;
      await panel.updateComplete;
      const picker = panel.querySelector('five9-disposition')!;
      expect(picker.interaction?.id).to.equal(id);
      provider.append(picker);
      await picker.updateComplete;
      expect(picker.interaction?.id).to.equal(chat);
      panel.append(picker);
      await picker.updateComplete;
      expect(picker.interaction?.id).to.equal(id);
    });

    it('is missing if `interaction-id` is unknown', async () => {
      const {centre, panel, provider} = await show(
        html`<five9-interaction-panel interaction-id="nobody"></five9-interaction-panel>`,
      );
      centre.offerCall({ani: '9250000111'});
      await until(() => provider.service.current);
      await panel.updateComplete;
      expect(words(panel, 'header')).to.equal('No interaction');
    });
  });

  describe('sections', () => {
    it('can be removed by `without`', async () => {
      const {panel, call} = await show(
        html`<five9-interaction-panel without="dtmf contact  variables results"></five9-interaction-panel>`,
      );
      await call();
      expect(sections(panel)).to.deep.equal(['mute', 'disposition', 'object-picker', 'object-picker']);
      panel.without = 'header mute dtmf disposition contact variables records results interactions';
      await panel.updateComplete;
      expect(sections(panel)).to.be.empty;
      expect(panel.renderRoot.querySelector('header')).to.equal(null);
    });

    it('can be replaced by slotted elements of the page at any time', async () => {
      const {panel, call} = await show(
        html`<five9-interaction-panel
          ><p slot="variables">Ours</p>
          <p>More</p></five9-interaction-panel
        >`,
      );
      await call();
      expect(sections(panel)).not.to.include('call-variables');
      const [replaced, more] = panel.querySelectorAll('p');
      expect(replaced!.assignedSlot?.name).to.equal('variables');
      expect(more!.assignedSlot?.name, 'what is more').to.equal('');
      replaced!.remove();
      await until(() => sections(panel).includes('call-variables'), 'ours is back');
      panel.append(Object.assign(document.createElement('p'), {slot: 'header', textContent: 'Customer'}));
      await until(() => words(panel, 'header') === '', 'the header is the page’s');
    });

    it('receive their settings', async () => {
      const {panel, call} = await show(
        html`<five9-interaction-panel
          variables="Custom.*"
          fields="number1"
          wrap-up-seconds="30"
        ></five9-interaction-panel>`,
      );
      await call();
      expect(inside(panel, 'five9-call-variables').names).to.equal('Custom.*');
      expect(inside(panel, 'five9-contact').fields).to.equal('number1');
      expect(inside(panel, 'five9-disposition').wrapUpSeconds).to.equal(30);
    });
  });

  it('keeps the focus in the panel when the focused section disappears', async () => {
    const {centre, panel, is, call} = await show();
    const id = await call();
    const before = document.createElement('button');
    panel.before(before);
    before.focus();
    await press('Tab');
    expect(panel.shadowRoot!.activeElement?.localName).to.equal('five9-mute');
    centre.hangUp(id, {by: 'customer'});
    await is('ended');
    await panel.updateComplete;
    expect(panel.shadowRoot!.activeElement?.localName).to.equal('five9-disposition');
  });

  it('receives the events of its interaction', async () => {
    const {centre, panel, call} = await show();
    const received: string[] = [];
    for (const type of ['five9-call-accepted', 'five9-call-ended'] as const) {
      panel.addEventListener(type, () => received.push(type));
    }
    centre.hangUp(await call(), {by: 'agent'});
    await until(() => received.length === 2);
    expect(received).to.deep.equal(['five9-call-accepted', 'five9-call-ended']);
  });

  it('shows that there is no connection', async () => {
    const setup = await stage<Five9InteractionPanel>(TAG, {connected: false});
    expect(words(setup.element, 'state')).to.equal('Connecting to Five9…');
    await expect(setup.element).to.be.accessible();
  });

  it('leaves no listeners or timers after it is added, moved and removed many times', async () => {
    const setup: Stage<LitElement> = await stage<Five9InteractionPanel>(TAG);
    await comesAndGoes(setup);
    await isForgotten(setup);
  });

  describe('is accessible', () => {
    for (const width of [280, 480, 1100]) {
      it(`at a width of ${width} px, without overflow`, async () => {
        const {centre, panel, provider, errors, is, call} = await show();
        provider.parentElement!.style.inlineSize = `${width}px`;
        atEnd(() => provider.parentElement!.removeAttribute('style'));
        const id = await call();
        for (const details of panel.renderRoot.querySelectorAll('details')) details.open = true;
        await until(() => inside(panel, 'five9-disposition').dispositions.length);
        await expect(panel).to.be.accessible();
        expect(panel.scrollWidth).to.be.at.most(width);
        centre.hangUp(id, {by: 'customer'});
        await is('ended');
        await expect(panel).to.be.accessible();
        expect(errors).to.deep.equal([]);
      });
    }

    it('in every colour scheme', async () => {
      const {panel, call} = await show();
      await call();
      await until(() => inside(panel, 'five9-disposition').dispositions.length);
      await looksGood(panel);
    });
  });
});

import {expect, html} from '@open-wc/testing';
import type {BeforeDispositionEvent, DispositionRequest} from '../../../src/elements/disposition/disposition.events.js';
import {type} from '../../commands.js';
import {atEnd} from '../../support/lifecycle.js';
import {CALL_ID} from '../../support/samples.js';
import {part, words} from '../../support/stage.js';
import {until} from '../../support/time.js';
import {LIST, show, inCall, afterCall, button, status, choose, sets} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('setting', () => {
    it('sets the choice that was made during the call', async () => {
      const setup = await inCall();
      await choose(setup, '3551');
      await setup.happens('callEnded');
      button(setup).click();
      await setup.adapter.receivesRequest('setDisposition');
      expect(sets(setup)).to.deep.equal([{interactionType: 'Call', interactionId: CALL_ID, dispositionId: '3551'}]);
    });

    it('is pending until the adapter has set it', async () => {
      const setup = await afterCall();
      await setup.adapter.reply('setDisposition', {hold: true});
      await choose(setup, '3551');
      const set = setup.element.set();
      await setup.adapter.receivesRequest('setDisposition');
      await setup.settled();
      expect(status(setup)).to.equal('Setting…');
      expect(setup.element.matches(':state(pending)')).to.be.true;
      expect(setup.element.matches(':state(finished)')).to.be.false;
      await setup.adapter.release();
      expect(await set).to.be.true;
      await setup.settled();
      expect(status(setup)).to.equal('Set: Sale made');
      expect(setup.element.matches(':state(finished)')).to.be.true;
    });

    it('sends one request at a double click, and none after the disposition is set', async () => {
      const setup = await afterCall();
      await choose(setup, '3551');
      button(setup).click();
      button(setup).click();
      await until(() => status(setup) === 'Set: Sale made');
      button(setup).click();
      await setup.settled();
      expect(sets(setup)).to.have.lengthOf(1);
      expect(setup.errors).to.be.empty;
    });

    it('sends one request if several pickers show the interaction', async () => {
      const setup = await afterCall();
      const other = document.createElement('five9-disposition');
      setup.element.after(other);
      await until(() => other.dispositions.length);
      setup.element.value = other.value = '3551';
      expect(await Promise.all([setup.element.set(), other.set()])).to.deep.equal([true, false]);
      await setup.settled();
      expect(sets(setup)).to.have.lengthOf(1);
    });

    it('shows an error if nothing is chosen', async () => {
      const setup = await afterCall();
      button(setup).click();
      await setup.settled();
      expect(setup.errors[0]).to.include({errorCode: 'Generic', errorMessage: 'Choose a disposition.'});
      expect(sets(setup)).to.be.empty;
      await choose(setup, '3551');
      expect(words(setup.element, 'error'), 'the error is gone').to.equal('');
    });

    it('shows the refusal of the adapter, and allows another try', async () => {
      const setup = await afterCall();
      await setup.adapter.reply(
        'setDisposition',
        {error: {errorCode: 'Generic', errorMessage: 'No.'}},
        {response: null},
      );
      await choose(setup, '3551');
      expect(await setup.element.set()).to.be.false;
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('No.');
      expect(setup.element.matches(':state(error)')).to.be.true;
      expect(await setup.element.set()).to.be.true;
    });

    it('is finished if the adapter replies that the interaction is finished', async () => {
      const setup = await afterCall();
      await setup.adapter.reply('setDisposition', {error: {errorCode: 'InteractionNotFound'}});
      await choose(setup, '3551');
      expect(await setup.element.set()).to.be.false;
      await setup.settled();
      expect(setup.errors[0]?.errorCode).to.equal('InteractionNotFound');
      expect(words(setup.element, 'error')).to.equal('This interaction is already finished.');
      expect(status(setup), 'without the choice of this element').to.equal('Finished');
      expect(button(setup)).to.have.attribute('aria-disabled', 'true');
      button(setup).click();
      await setup.settled();
      expect(sets(setup)).to.have.lengthOf(1);
    });

    it('shows no error if the end of the call comes before the reply', async () => {
      const setup = await afterCall();
      await setup.adapter.reply('setDisposition', {hold: true});
      await choose(setup, '3551');
      const set = setup.element.set();
      await setup.adapter.receivesRequest('setDisposition');
      await setup.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(status(setup)).to.equal('Set: Busy');
      await setup.drops();
      expect(await set).to.be.false;
      await setup.settled();
      expect(setup.errors).to.be.empty;
      expect(words(setup.element, 'error')).to.equal('');
    });

    for (const [kind, type, before] of [
      ['chat', 'Chat', ['chatOffered', 'chatAccepted', 'chatEnded']],
      ['email', 'Email', ['emailOffered', 'emailAccepted']],
    ] as const) {
      it(`sets the disposition of ${type}s`, async () => {
        const setup = await show();
        for (const event of before) await setup.happens(event);
        await until(() => setup.element.dispositions.length);
        if (type === 'Chat') expect(status(setup)).to.equal('Chat ended. Set the disposition.');
        setup.element.value = '3551';
        expect(await setup.element.set()).to.be.true;
        await setup.settled();
        expect(setup.adapter.requests('setDisposition')[0]?.request.args).to.include({interactionType: type});
        await setup.happens(`${kind}Finished`, {}, {dispositionName: 'Sale made'});
        expect(status(setup)).to.equal('Set: Sale made');
      });
    }
  });

  describe('events', () => {
    it('dispatches an event before the request, and another one after the reply', async () => {
      const setup = await afterCall();
      await setup.adapter.reply('setDisposition', {hold: true});
      const events: [string, DispositionRequest][] = [];
      for (const name of ['five9-before-disposition', 'five9-disposition-set'] as const) {
        const listener = (event: CustomEvent<DispositionRequest>): void =>
          void events.push([event.type, {...event.detail}]);
        document.addEventListener(name, listener);
        atEnd(() => {
          document.removeEventListener(name, listener);
        });
      }
      await choose(setup, '3551');
      const detail = {
        dispositionId: '3551',
        timeout: undefined,
        interactionId: CALL_ID,
        interactionType: 'Call',
        disposition: LIST[0],
      };
      const set = setup.element.set();
      expect(events).to.deep.equal([['five9-before-disposition', detail]]);
      await setup.adapter.receivesRequest('setDisposition');
      await setup.settled();
      expect(events, 'no event before the reply').to.have.lengthOf(1);
      await setup.adapter.release();
      await set;
      expect(events[1]).to.deep.equal(['five9-disposition-set', detail]);
    });

    it('sets nothing if the page cancels the event', async () => {
      const setup = await afterCall();
      setup.element.addEventListener('five9-before-disposition', (event) => event.preventDefault());
      await choose(setup, '3551');
      expect(await setup.element.set()).to.be.false;
      await setup.settled();
      expect(sets(setup)).to.be.empty;
      expect(setup.errors).to.be.empty;
      expect(button(setup), 'the button works again').not.to.have.attribute('aria-disabled');
    });

    it('sets the disposition and the time that the page writes into the event', async () => {
      const setup = await afterCall();
      setup.element.addEventListener('five9-before-disposition', ({detail}: BeforeDispositionEvent) => {
        detail.dispositionId = '3560';
        detail.timeout = '60';
      });
      const details: DispositionRequest[] = [];
      setup.element.addEventListener('five9-disposition-set', ({detail}) => details.push(detail));
      await choose(setup, '3551');
      await setup.element.set();
      await setup.settled();
      expect(sets(setup)[0]).to.include({dispositionId: '3560', timeout: '60'});
      expect(details[0]).to.deep.include({dispositionId: '3560', timeout: '60', disposition: LIST[3]});
      expect(setup.element.value).to.equal('3560');
      expect(status(setup)).to.equal('Set: Call back later');
    });

    it('receives the events of its interaction, including the last one', async () => {
      const setup = await inCall();
      const events: string[] = [];
      for (const name of ['five9-call-ended', 'five9-call-finished'] as const) {
        setup.element.addEventListener(name, (event) => events.push(event.type));
      }
      await setup.happens('callEnded');
      await setup.happens('callFinished');
      expect(events).to.deep.equal(['five9-call-ended', 'five9-call-finished']);
    });

    it('dispatches input and change only when the agent chooses', async () => {
      const setup = await inCall(html`<five9-disposition wrap-up-seconds="30"></five9-disposition>`);
      const events: string[] = [];
      for (const name of ['input', 'change']) {
        setup.element.addEventListener(name, (event) => events.push(`${event.type} ${setup.element.value}`));
      }
      setup.element.value = '3553';
      await setup.settled();
      expect(events, 'no event for a change by the page').to.be.empty;
      await choose(setup, '3560');
      expect(events).to.deep.equal(['input 3560', 'change 3560']);
      const timer = part(setup.element, 'timer') as HTMLInputElement;
      timer.focus();
      await type('12');
      expect(events, 'the timer is not the value').to.have.lengthOf(2);
    });
  });
});

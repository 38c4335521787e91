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
      const at = await inCall();
      await choose(at, '3551');
      await at.happens('callEnded');
      button(at).click();
      await at.adapter.hearsRequest('setDisposition');
      expect(sets(at)).to.deep.equal([{interactionType: 'Call', interactionId: CALL_ID, dispositionId: '3551'}]);
    });

    it('is pending until the adapter has set it', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {hold: true});
      await choose(at, '3551');
      const set = at.element.set();
      await at.adapter.hearsRequest('setDisposition');
      await at.settled();
      expect(status(at)).to.equal('Setting…');
      expect(at.element.matches(':state(pending)')).to.be.true;
      expect(at.element.matches(':state(finished)')).to.be.false;
      await at.adapter.release();
      expect(await set).to.be.true;
      await at.settled();
      expect(status(at)).to.equal('Set: Sale made');
      expect(at.element.matches(':state(finished)')).to.be.true;
    });

    it('sends one request at a double click, and none after the disposition is set', async () => {
      const at = await afterCall();
      await choose(at, '3551');
      button(at).click();
      button(at).click();
      await until(() => status(at) === 'Set: Sale made');
      button(at).click();
      await at.settled();
      expect(sets(at)).to.have.lengthOf(1);
      expect(at.errors).to.be.empty;
    });

    it('sends one request if several pickers show the interaction', async () => {
      const at = await afterCall();
      const other = document.createElement('five9-disposition');
      at.element.after(other);
      await until(() => other.dispositions.length);
      at.element.value = other.value = '3551';
      expect(await Promise.all([at.element.set(), other.set()])).to.deep.equal([true, false]);
      await at.settled();
      expect(sets(at)).to.have.lengthOf(1);
    });

    it('shows an error if nothing is chosen', async () => {
      const at = await afterCall();
      button(at).click();
      await at.settled();
      expect(at.errors[0]).to.include({errorCode: 'Generic', errorMessage: 'Choose a disposition.'});
      expect(sets(at)).to.be.empty;
      await choose(at, '3551');
      expect(words(at.element, 'error'), 'the error is gone').to.equal('');
    });

    it('shows the refusal of the adapter, and allows another try', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {error: {errorCode: 'Generic', errorMessage: 'No.'}}, {response: null});
      await choose(at, '3551');
      expect(await at.element.set()).to.be.false;
      await at.settled();
      expect(words(at.element, 'error')).to.equal('No.');
      expect(at.element.matches(':state(error)')).to.be.true;
      expect(await at.element.set()).to.be.true;
    });

    it('is finished if the adapter replies that the interaction is finished', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {error: {errorCode: 'InteractionNotFound'}});
      await choose(at, '3551');
      expect(await at.element.set()).to.be.false;
      await at.settled();
      expect(at.errors[0]?.errorCode).to.equal('InteractionNotFound');
      expect(words(at.element, 'error')).to.equal('This interaction is already finished.');
      expect(status(at), 'without the choice of this element').to.equal('Finished');
      expect(button(at)).to.have.attribute('aria-disabled', 'true');
      button(at).click();
      await at.settled();
      expect(sets(at)).to.have.lengthOf(1);
    });

    it('shows no error if the end of the call comes before the reply', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {hold: true});
      await choose(at, '3551');
      const set = at.element.set();
      await at.adapter.hearsRequest('setDisposition');
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(status(at)).to.equal('Set: Busy');
      await at.drops();
      expect(await set).to.be.false;
      await at.settled();
      expect(at.errors).to.be.empty;
      expect(words(at.element, 'error')).to.equal('');
    });

    for (const [kind, type, before] of [
      ['chat', 'Chat', ['chatOffered', 'chatAccepted', 'chatEnded']],
      ['email', 'Email', ['emailOffered', 'emailAccepted']],
    ] as const) {
      it(`sets the disposition of ${type}s`, async () => {
        const at = await show();
        for (const event of before) await at.happens(event);
        await until(() => at.element.dispositions.length);
        if (type === 'Chat') expect(status(at)).to.equal('Chat ended. Set the disposition.');
        at.element.value = '3551';
        expect(await at.element.set()).to.be.true;
        await at.settled();
        expect(at.adapter.requests('setDisposition')[0]?.request.args).to.include({interactionType: type});
        await at.happens(`${kind}Finished`, {}, {dispositionName: 'Sale made'});
        expect(status(at)).to.equal('Set: Sale made');
      });
    }
  });

  describe('events', () => {
    it('dispatches an event before the request, and another one after the reply', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {hold: true});
      const events: [string, DispositionRequest][] = [];
      for (const name of ['five9-before-disposition', 'five9-disposition-set'] as const) {
        const listener = (event: CustomEvent<DispositionRequest>): void =>
          void events.push([event.type, {...event.detail}]);
        document.addEventListener(name, listener);
        atEnd(() => {
          document.removeEventListener(name, listener);
        });
      }
      await choose(at, '3551');
      const detail = {
        dispositionId: '3551',
        timeout: undefined,
        interactionId: CALL_ID,
        interactionType: 'Call',
        disposition: LIST[0],
      };
      const set = at.element.set();
      expect(events).to.deep.equal([['five9-before-disposition', detail]]);
      await at.adapter.hearsRequest('setDisposition');
      await at.settled();
      expect(events, 'no event before the reply').to.have.lengthOf(1);
      await at.adapter.release();
      await set;
      expect(events[1]).to.deep.equal(['five9-disposition-set', detail]);
    });

    it('sets nothing if the page cancels the event', async () => {
      const at = await afterCall();
      at.element.addEventListener('five9-before-disposition', (event) => event.preventDefault());
      await choose(at, '3551');
      expect(await at.element.set()).to.be.false;
      await at.settled();
      expect(sets(at)).to.be.empty;
      expect(at.errors).to.be.empty;
      expect(button(at), 'the button works again').not.to.have.attribute('aria-disabled');
    });

    it('sets the disposition and the time that the page writes into the event', async () => {
      const at = await afterCall();
      at.element.addEventListener('five9-before-disposition', ({detail}: BeforeDispositionEvent) => {
        detail.dispositionId = '3560';
        detail.timeout = '60';
      });
      const details: DispositionRequest[] = [];
      at.element.addEventListener('five9-disposition-set', ({detail}) => details.push(detail));
      await choose(at, '3551');
      await at.element.set();
      await at.settled();
      expect(sets(at)[0]).to.include({dispositionId: '3560', timeout: '60'});
      expect(details[0]).to.deep.include({dispositionId: '3560', timeout: '60', disposition: LIST[3]});
      expect(at.element.value).to.equal('3560');
      expect(status(at)).to.equal('Set: Call back later');
    });

    it('receives the events of its interaction, including the last one', async () => {
      const at = await inCall();
      const events: string[] = [];
      for (const name of ['five9-call-ended', 'five9-call-finished'] as const) {
        at.element.addEventListener(name, (event) => events.push(event.type));
      }
      await at.happens('callEnded');
      await at.happens('callFinished');
      expect(events).to.deep.equal(['five9-call-ended', 'five9-call-finished']);
    });

    it('dispatches input and change only when the agent chooses', async () => {
      const at = await inCall(html`<five9-disposition wrap-up-seconds="30"></five9-disposition>`);
      const events: string[] = [];
      for (const name of ['input', 'change']) {
        at.element.addEventListener(name, (event) => events.push(`${event.type} ${at.element.value}`));
      }
      at.element.value = '3553';
      await at.settled();
      expect(events, 'no event for a change by the page').to.be.empty;
      await choose(at, '3560');
      expect(events).to.deep.equal(['input 3560', 'change 3560']);
      const timer = part(at.element, 'timer') as HTMLInputElement;
      timer.focus();
      await type('12');
      expect(events, 'the timer is not the value').to.have.lengthOf(2);
    });
  });
});

import {expect, html} from '@open-wc/testing';
import type {Five9Disposition} from '../../../src/elements/disposition/define.js';
import {press} from '../../commands.js';
import {CALL_ID} from '../../support/samples.js';
import {part, stage, talking, words} from '../../support/stage.js';
import {until} from '../../support/time.js';
import {LIST, show, inCall, afterCall, shadow, select, button, status, choose, sets} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('states', () => {
    it('shows that the adapter is missing, and a press explains why nothing is set', async () => {
      const at = await stage<Five9Disposition>(html`<five9-disposition></five9-disposition>`, {connected: false});
      expect(status(at)).to.equal('Connecting to Five9…');
      expect(button(at)).to.have.attribute('aria-disabled', 'true');
      expect(button(at).disabled, 'the button still takes the focus').to.be.false;
      button(at).click();
      await at.settled();
      expect(at.errors[0]?.errorCode).to.equal('NotConnected');
      expect(words(at.element, 'error')).not.to.equal('');
    });

    it('offers no choice without an interaction, and a press explains why nothing is set', async () => {
      const at = await show();
      expect(status(at)).to.equal('No interaction');
      expect([...select(at).options].map(({value}) => value)).to.deep.equal(['']);
      expect(select(at)).to.have.attribute('aria-disabled', 'true');
      button(at).click();
      await at.settled();
      expect(at.errors[0]).to.include({errorCode: 'Generic', method: 'setDisposition'});
      expect(sets(at)).to.be.empty;
    });

    it('loads the list once, when the interaction starts', async () => {
      const at = await show();
      await at.adapter.reply('getDispositions', {silent: true});
      await at.happens('callStarted');
      expect(status(at)).to.equal('Loading…');
      expect(at.element.matches(':state(pending)')).to.be.true;
      expect(at.element.dispositions).to.be.empty;
      await at.happens('callAccepted');
      await at.happens('callEnded');
      expect(at.adapter.requests('getDispositions')).to.have.lengthOf(1);
      expect(at.adapter.requests('getDispositions')[0]!.request.args).to.deep.equal({
        interactionType: 'Call',
        interactionId: CALL_ID,
      });
    });

    it('shows the names of the list as text', async () => {
      const at = await inCall();
      expect([...select(at).options].map(({text}) => text)).to.deep.equal(['Choose…', ...LIST.map(({name}) => name)]);
      expect(status(at)).to.equal('');
      expect(at.element.dispositions).to.deep.equal(LIST);
      expect(at.element.matches(':state(pending)')).to.be.false;
    });

    it('asks for the disposition when the interaction has ended', async () => {
      const at = await afterCall();
      expect(status(at)).to.equal('Call ended. Set the disposition.');
      expect(at.element.matches(':state(ended)')).to.be.true;
    });

    for (const none of [[], null]) {
      it(`shows that there are no dispositions (${JSON.stringify(none)})`, async () => {
        const at = await show(undefined, none);
        await talking(at);
        await until(() => status(at) !== 'Loading…');
        expect(status(at)).to.equal('No dispositions');
      });
    }

    it('is finished if the adapter does not know the interaction', async () => {
      const at = await show();
      await at.adapter.reply('getDispositions', {error: {errorCode: 'InteractionNotFound'}});
      await at.happens('callStarted');
      await until(() => at.errors.length);
      await at.settled();
      expect(status(at)).to.equal('Finished');
      expect(at.element.matches(':state(finished)')).to.be.true;
      expect(shadow(at).querySelector('[part=retry]')).to.be.null;
    });

    it('shows why the list failed to load, and loads it again on request', async () => {
      const at = await show();
      await at.adapter.reply(
        'getDispositions',
        {error: {errorCode: 'NoData', errorMessage: 'Not now.'}},
        {response: LIST},
      );
      await at.happens('callStarted');
      await until(() => at.errors.length);
      await at.settled();
      expect(words(at.element, 'error')).to.equal('Not now.');
      expect(at.errors[0]?.errorCode).to.equal('NoData');
      part(at.element, 'retry').focus();
      await press('Enter');
      await until(() => at.element.dispositions.length);
      await at.settled();
      expect(words(at.element, 'error')).to.equal('');
      expect(shadow(at).querySelector('[part=retry]')).to.be.null;
      expect(shadow(at).activeElement, 'the focus moves to the next button').to.equal(button(at));
    });

    it('loads the list again when the interaction changes, and when the adapter comes back', async () => {
      const at = await show();
      await at.adapter.reply('getDispositions', {error: 'Not yet.'}, {error: 'Not yet.'}, {response: LIST});
      await at.happens('callStarted');
      await until(() => at.errors.length);
      await at.happens('callAccepted');
      await until(() => at.errors.length === 2);
      await at.drops();
      await at.returns();
      await until(() => at.element.dispositions.length);
    });

    it('keeps list and choice while the connection is lost, and sets nothing then', async () => {
      const at = await inCall();
      await choose(at, '3551');
      await at.drops();
      expect(status(at)).to.equal('The connection to Five9 was lost.');
      expect(at.element.dispositions).to.have.lengthOf(LIST.length);
      expect(await at.element.set()).to.be.false;
      expect(at.errors[0]?.errorCode).to.equal('NotConnected');
      await at.returns();
      expect(at.element.value).to.equal('3551');
      expect(sets(at), 'no request is sent later').to.be.empty;
    });

    it('shows the current call at once if it is added during the call', async () => {
      const at = await inCall();
      const late = document.createElement('five9-disposition');
      at.element.after(late);
      await until(() => late.dispositions.length);
      expect(late.interaction?.id).to.equal(CALL_ID);
      expect(at.adapter.requests('getDispositions'), 'one request for all elements').to.have.lengthOf(1);
    });
  });

  describe('when the interaction is over', () => {
    it('shows the disposition that the adapter reports', async () => {
      const at = await afterCall();
      await choose(at, '3551');
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(status(at)).to.equal('Set: Busy');
      expect(at.element.value, 'the reported disposition, not the choice').to.equal('3559');
      expect(at.element.matches(':state(finished)')).to.be.true;
      expect(at.element.matches(':state(ended)')).to.be.false;
      expect(select(at)).to.have.attribute('aria-disabled', 'true');
      expect([...select(at).options].map(({value}) => value)).to.deep.equal(['', '3559']);
      button(at).click();
      await at.settled();
      expect(sets(at)).to.be.empty;
      expect(at.errors).to.be.empty;
    });

    it('shows that no disposition was set when the call was transferred', async () => {
      const at = await inCall();
      await choose(at, '3551');
      await at.happens('callFinished', {}, {dispositionName: ''});
      expect(status(at)).to.equal('Finished, none set');
      expect(at.element.value).to.equal('');
    });

    it('shows a reported name that is not in the list', async () => {
      const at = await afterCall();
      await at.happens('callFinished', {}, {dispositionName: 'No Disposition'});
      expect(status(at)).to.equal('Set: No Disposition');
    });

    it('removes the error from before the end', async () => {
      const at = await afterCall();
      button(at).click();
      await at.settled();
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(words(at.element, 'error')).to.equal('');
    });

    it('shows no interaction after a rejected call', async () => {
      const at = await show();
      await at.happens('callStarted');
      await at.happens('callRejected');
      expect(status(at)).to.equal('No interaction');
    });

    it('starts again with the default for the next interaction', async () => {
      const at = await afterCall(html`<five9-disposition value="3553"></five9-disposition>`);
      await choose(at, '3551');
      await at.happens('callFinished', {}, {dispositionName: 'Sale made'});
      await talking(at, 'B'.repeat(32));
      await until(() => at.element.dispositions.length);
      expect(at.element.value, 'the default').to.equal('3553');
      expect(status(at)).to.equal('');
      expect(at.adapter.requests('getDispositions')).to.have.lengthOf(2);
    });
  });

  it('keeps the choice for a call while the agent turns to a chat', async () => {
    const at = await inCall();
    await choose(at, '3560');
    const chat = 'C'.repeat(32);
    await at.happens('chatOffered', {interactionId: chat});
    expect(at.element.interaction?.id).to.equal(chat);
    expect(at.element.value, 'not the value of the call').to.equal('');
    await at.happens('chatFinished', {interactionId: chat});
    expect(at.element.interaction?.id).to.equal(CALL_ID);
    expect(at.element.value).to.equal('3560');
  });

  it('acts on no interaction if interaction-id is unknown', async () => {
    const at = await inCall();
    at.element.interactionId = 'D'.repeat(32);
    await at.settled();
    expect(status(at)).to.equal('No interaction');
  });

  it('acts on the interaction of interaction-id', async () => {
    const at = await show(html`<five9-disposition interaction-id=${'D'.repeat(32)}></five9-disposition>`);
    await talking(at);
    expect(status(at)).to.equal('No interaction');
    at.element.interactionId = CALL_ID;
    await until(() => at.element.dispositions.length);
  });
});

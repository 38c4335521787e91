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
      const setup = await stage<Five9Disposition>(html`<five9-disposition></five9-disposition>`, {connected: false});
      expect(status(setup)).to.equal('Connecting to Five9…');
      expect(button(setup)).to.have.attribute('aria-disabled', 'true');
      expect(button(setup).disabled, 'the button still takes the focus').to.be.false;
      button(setup).click();
      await setup.settled();
      expect(setup.errors[0]?.errorCode).to.equal('NotConnected');
      expect(words(setup.element, 'error')).not.to.equal('');
    });

    it('offers no choice without an interaction, and a press explains why nothing is set', async () => {
      const setup = await show();
      expect(status(setup)).to.equal('No interaction');
      expect([...select(setup).options].map(({value}) => value)).to.deep.equal(['']);
      expect(select(setup)).to.have.attribute('aria-disabled', 'true');
      button(setup).click();
      await setup.settled();
      expect(setup.errors[0]).to.include({errorCode: 'Generic', method: 'setDisposition'});
      expect(sets(setup)).to.be.empty;
    });

    it('loads the list once, when the interaction starts', async () => {
      const setup = await show();
      await setup.adapter.reply('getDispositions', {silent: true});
      await setup.happens('callStarted');
      expect(status(setup)).to.equal('Loading…');
      expect(setup.element.matches(':state(pending)')).to.be.true;
      expect(setup.element.dispositions).to.be.empty;
      await setup.happens('callAccepted');
      await setup.happens('callEnded');
      expect(setup.adapter.requests('getDispositions')).to.have.lengthOf(1);
      expect(setup.adapter.requests('getDispositions')[0]!.request.args).to.deep.equal({
        interactionType: 'Call',
        interactionId: CALL_ID,
      });
    });

    it('shows the names of the list as text', async () => {
      const setup = await inCall();
      expect([...select(setup).options].map(({text}) => text)).to.deep.equal([
        'Choose…',
        ...LIST.map(({name}) => name),
      ]);
      expect(status(setup)).to.equal('');
      expect(setup.element.dispositions).to.deep.equal(LIST);
      expect(setup.element.matches(':state(pending)')).to.be.false;
    });

    it('asks for the disposition when the interaction has ended', async () => {
      const setup = await afterCall();
      expect(status(setup)).to.equal('Call ended. Set the disposition.');
      expect(setup.element.matches(':state(ended)')).to.be.true;
    });

    for (const none of [[], null]) {
      it(`shows that there are no dispositions (${JSON.stringify(none)})`, async () => {
        const setup = await show(undefined, none);
        await talking(setup);
        await until(() => status(setup) !== 'Loading…');
        expect(status(setup)).to.equal('No dispositions');
      });
    }

    it('is finished if the adapter does not know the interaction', async () => {
      const setup = await show();
      await setup.adapter.reply('getDispositions', {error: {errorCode: 'InteractionNotFound'}});
      await setup.happens('callStarted');
      await until(() => setup.errors.length);
      await setup.settled();
      expect(status(setup)).to.equal('Finished');
      expect(setup.element.matches(':state(finished)')).to.be.true;
      expect(shadow(setup).querySelector('[part=retry]')).to.be.null;
    });

    it('shows why the list failed to load, and loads it again on request', async () => {
      const setup = await show();
      await setup.adapter.reply(
        'getDispositions',
        {error: {errorCode: 'NoData', errorMessage: 'Not now.'}},
        {response: LIST},
      );
      await setup.happens('callStarted');
      await until(() => setup.errors.length);
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('Not now.');
      expect(setup.errors[0]?.errorCode).to.equal('NoData');
      part(setup.element, 'retry').focus();
      await press('Enter');
      await until(() => setup.element.dispositions.length);
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('');
      expect(shadow(setup).querySelector('[part=retry]')).to.be.null;
      expect(shadow(setup).activeElement, 'the focus moves to the next button').to.equal(button(setup));
    });

    it('loads the list again when the interaction changes, and when the adapter connects again', async () => {
      const setup = await show();
      await setup.adapter.reply('getDispositions', {error: 'Not yet.'}, {error: 'Not yet.'}, {response: LIST});
      await setup.happens('callStarted');
      await until(() => setup.errors.length);
      await setup.happens('callAccepted');
      await until(() => setup.errors.length === 2);
      await setup.drops();
      await setup.returns();
      await until(() => setup.element.dispositions.length);
    });

    it('keeps list and choice while the connection is lost, and sets nothing then', async () => {
      const setup = await inCall();
      await choose(setup, '3551');
      await setup.drops();
      expect(status(setup)).to.equal('The connection to Five9 was lost.');
      expect(setup.element.dispositions).to.have.lengthOf(LIST.length);
      expect(await setup.element.set()).to.be.false;
      expect(setup.errors[0]?.errorCode).to.equal('NotConnected');
      await setup.returns();
      expect(setup.element.value).to.equal('3551');
      expect(sets(setup), 'no request is sent later').to.be.empty;
    });

    it('shows the current call at once if it is added during the call', async () => {
      const setup = await inCall();
      const late = document.createElement('five9-disposition');
      setup.element.after(late);
      await until(() => late.dispositions.length);
      expect(late.interaction?.id).to.equal(CALL_ID);
      expect(setup.adapter.requests('getDispositions'), 'one request for all elements').to.have.lengthOf(1);
    });
  });

  describe('when the interaction is over', () => {
    it('shows the disposition that the adapter reports', async () => {
      const setup = await afterCall();
      await choose(setup, '3551');
      await setup.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(status(setup)).to.equal('Set: Busy');
      expect(setup.element.value, 'the reported disposition, not the choice').to.equal('3559');
      expect(setup.element.matches(':state(finished)')).to.be.true;
      expect(setup.element.matches(':state(ended)')).to.be.false;
      expect(select(setup)).to.have.attribute('aria-disabled', 'true');
      expect([...select(setup).options].map(({value}) => value)).to.deep.equal(['', '3559']);
      button(setup).click();
      await setup.settled();
      expect(sets(setup)).to.be.empty;
      expect(setup.errors).to.be.empty;
    });

    it('shows that no disposition was set when the call was transferred', async () => {
      const setup = await inCall();
      await choose(setup, '3551');
      await setup.happens('callFinished', {}, {dispositionName: ''});
      expect(status(setup)).to.equal('Finished, none set');
      expect(setup.element.value).to.equal('');
    });

    it('shows a reported name that is not in the list', async () => {
      const setup = await afterCall();
      await setup.happens('callFinished', {}, {dispositionName: 'No Disposition'});
      expect(status(setup)).to.equal('Set: No Disposition');
    });

    it('removes an error that was shown before the end', async () => {
      const setup = await afterCall();
      button(setup).click();
      await setup.settled();
      await setup.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(words(setup.element, 'error')).to.equal('');
    });

    it('shows no interaction after a rejected call', async () => {
      const setup = await show();
      await setup.happens('callStarted');
      await setup.happens('callRejected');
      expect(status(setup)).to.equal('No interaction');
    });

    it('starts again with the default for the next interaction', async () => {
      const setup = await afterCall(html`<five9-disposition value="3553"></five9-disposition>`);
      await choose(setup, '3551');
      await setup.happens('callFinished', {}, {dispositionName: 'Sale made'});
      await talking(setup, 'B'.repeat(32));
      await until(() => setup.element.dispositions.length);
      expect(setup.element.value, 'the default').to.equal('3553');
      expect(status(setup)).to.equal('');
      expect(setup.adapter.requests('getDispositions')).to.have.lengthOf(2);
    });
  });

  it('keeps the choice for a call while the agent works on a chat', async () => {
    const setup = await inCall();
    await choose(setup, '3560');
    const chat = 'C'.repeat(32);
    await setup.happens('chatOffered', {interactionId: chat});
    expect(setup.element.interaction?.id).to.equal(chat);
    expect(setup.element.value, 'not the value of the call').to.equal('');
    await setup.happens('chatFinished', {interactionId: chat});
    expect(setup.element.interaction?.id).to.equal(CALL_ID);
    expect(setup.element.value).to.equal('3560');
  });

  it('acts on no interaction if interaction-id is unknown', async () => {
    const setup = await inCall();
    setup.element.interactionId = 'D'.repeat(32);
    await setup.settled();
    expect(status(setup)).to.equal('No interaction');
  });

  it('acts on the interaction of interaction-id', async () => {
    const setup = await show(html`<five9-disposition interaction-id=${'D'.repeat(32)}></five9-disposition>`);
    await talking(setup);
    expect(status(setup)).to.equal('No interaction');
    setup.element.interactionId = CALL_ID;
    await until(() => setup.element.dispositions.length);
  });
});

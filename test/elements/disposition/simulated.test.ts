import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/disposition/define.js';
import '../../../src/elements/dtmf-pad/define.js';
import '../../../src/elements/provider/define.js';
import type {ContactCenterInit} from '../../../src/simulator.js';
import {ContactCenter, ManualClock, SimulatedAdapter} from '../../../src/simulator.js';
import {freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {until} from '../../support/time.js';
import {words} from '../../support/stage.js';

/** Renders a disposition picker and a DTMF pad that are connected to a simulated contact centre. */
async function setUp(init: ContactCenterInit = {}) {
  sessionStorage.clear();
  const centre = new ContactCenter(init);
  const adapter = new SimulatedAdapter(centre);
  adapter.start();
  atEnd(() => adapter.stop());
  const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
    html`<five9-provider scoped name=${freshName()}>
      <five9-dtmf-pad></five9-dtmf-pad><five9-disposition></five9-disposition>
    </five9-provider>`,
  );
  const pad = provider.querySelector('five9-dtmf-pad')!;
  const picker = provider.querySelector('five9-disposition')!;
  const errors: string[] = [];
  provider.addEventListener('five9-error', ({error}) => errors.push(`${error.errorCode}: ${error.errorMessage}`));
  await until(() => provider.service.connected, 'the provider is connected');
  const call = async (offer = {}): Promise<string> => {
    const id = centre.offerCall({ani: '9250000111', ...offer});
    centre.answer(id);
    await until(() => picker.dispositions.length && picker.interaction?.state === 'accepted', 'the call is accepted');
    return id;
  };
  const showsStatus = (wanted: string): Promise<void> =>
    until(
      () => words(picker, 'status') === wanted,
      () => `“${wanted}”, not “${words(picker, 'status')}”`,
    );
  const stateOf = (id: string) => centre.state().interactions.find((one) => one.id === id)!;
  return {centre, pad, picker, errors, call, showsStatus, stateOf};
}

describe('five9-dtmf-pad and five9-disposition with the simulator', () => {
  it('handle a whole call', async () => {
    const {centre, pad, picker, errors, call, showsStatus, stateOf} = await setUp();
    const id = await call();
    expect(await pad.send('42#')).to.be.true;
    expect(stateOf(id)).to.include({dtmf: '42#'});
    picker.value = '3558';
    centre.hangUp(id, {by: 'customer'});
    await showsStatus('Call ended. Set the disposition.');
    expect(await picker.set()).to.be.true;
    await showsStatus('Set: Left Voicemail');
    expect(stateOf(id).disposition).to.deep.include({id: '3558'});
    expect(errors).to.be.empty;
  });

  it('show the error of a station without a softphone', async () => {
    const {pad, errors, call} = await setUp({stationType: 'PSTN'});
    await call();
    expect(await pad.send('1')).to.be.false;
    expect(errors).to.have.lengthOf(1);
    await pad.updateComplete;
    expect(words(pad, 'error')).not.to.equal('');
  });

  it('show the error of an adapter that accepts a disposition only after the end', async () => {
    const {picker, errors, call, stateOf} = await setUp();
    const id = await call();
    picker.value = '3551';
    expect(await picker.set()).to.be.false;
    expect(errors[0]).to.match(/^Generic: .*not ended/);
    expect(stateOf(id).state).to.equal('TALKING');
  });

  it('offer the timer if the disposition needs one', async () => {
    const {centre, picker, errors, call, stateOf} = await setUp({requireTimeout: true});
    const id = await call();
    centre.hangUp(id);
    picker.value = '3560';
    expect(await picker.set()).to.be.false;
    expect(errors[0]).to.match(/needs a timeout/);
    const timer = picker.shadowRoot!.querySelector<HTMLInputElement>('[part=timer]')!;
    timer.value = '600';
    timer.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    expect(await picker.set()).to.be.true;
    expect(stateOf(id).disposition).to.deep.include({id: '3560', timeout: '600'});
  });

  it('offer no timer if the adapter reports none', async () => {
    const {picker, call} = await setUp({dispositionShape: 'bare'});
    await call();
    picker.value = '3560';
    await picker.updateComplete;
    expect(picker.shadowRoot!.querySelector('[part=timer]')).to.be.null;
  });

  it('show the disposition that is set when the wrap-up time is over', async () => {
    const clock = new ManualClock();
    const {centre, picker, call, showsStatus} = await setUp({clock, wrapUpSeconds: 30});
    const id = await call();
    picker.value = '3551';
    centre.hangUp(id);
    await showsStatus('Call ended. Set the disposition.');
    clock.advance(30_000);
    await showsStatus('Set: No Disposition');
    expect(picker.value).to.equal('3570');
  });

  it('show that a call was transferred', async () => {
    const {centre, call, showsStatus} = await setUp();
    await centre.transfer(await call());
    await showsStatus('Finished, none set');
  });

  it('show the disposition that was set in the adapter', async () => {
    const {centre, call, showsStatus} = await setUp();
    const id = await call();
    centre.hangUp(id);
    centre.dispose(id, '3561');
    await showsStatus('Set: Wrong number');
  });

  it('offer the dispositions of a call to the agent’s own number', async () => {
    const {picker, call} = await setUp();
    await call({campaignId: ''});
    expect(picker.dispositions.map(({name}) => name)).to.have.members(['Do Not Call', 'No Disposition']);
  });

  it('work in chats and e-mails', async () => {
    const {centre, picker, showsStatus} = await setUp();
    const chat = centre.offerChat();
    centre.accept(chat);
    centre.end(chat);
    await showsStatus('Chat ended. Set the disposition.');
    picker.value = picker.dispositions[0]!.id;
    expect(await picker.set()).to.be.true;
    const email = centre.offerEmail();
    centre.accept(email);
    await until(() => picker.interaction?.id === email && picker.dispositions.length);
    picker.value = picker.dispositions[0]!.id;
    expect(await picker.set()).to.be.true;
    await showsStatus(`Set: ${picker.dispositions[0]!.name}`);
  });

  it('work with an adapter that refuses a request, and with one that loses a reply', async () => {
    const {centre, pad, picker, errors, call} = await setUp();
    const id = await call();
    centre.inject({fault: 'error', method: 'sendDtmf', errorMessage: 'Not now.'});
    expect(await pad.send('1')).to.be.false;
    expect(await pad.send('2')).to.be.true;
    expect(errors).to.deep.equal(['Generic: Not now.']);
    centre.hangUp(id);
    centre.inject({fault: 'lost-reply', method: 'setDisposition'});
    picker.value = '3551';
    void picker.set();
    // Expect the disposition, because the event at the end of the call reports it. Only the reply is lost.
    await until(() => words(picker, 'status') === 'Set: Sale made');
  });
});

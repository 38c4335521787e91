import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/call-variables/define.js';
import '../../../src/elements/contact/define.js';
import '../../../src/elements/provider/define.js';
import type {Cav} from '../../../src/interaction-api.js';
import type {ContactCenterInit} from '../../../src/simulator.js';
import {ContactCenter, SimulatedAdapter} from '../../../src/simulator.js';
import {freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {until} from '../../support/time.js';
import {words} from '../../support/stage.js';

/** Shows the variables and the contact of a call, connected to a simulated contact centre. */
async function setUp(init: ContactCenterInit = {}) {
  sessionStorage.clear();
  const centre = new ContactCenter(init);
  const adapter = new SimulatedAdapter(centre);
  adapter.start();
  atEnd(() => adapter.stop());
  const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
    html`<five9-provider scoped name=${freshName()}>
      <five9-call-variables typed names="Custom.*"></five9-call-variables><five9-contact></five9-contact>
    </five9-provider>`,
  );
  const variables = provider.querySelector('five9-call-variables')!;
  const contact = provider.querySelector('five9-contact')!;
  const errors: string[] = [];
  provider.addEventListener('five9-error', ({error}) => errors.push(`${error.errorCode}: ${error.errorMessage}`));
  const id = centre.offerCall({ani: '9250000111'});
  centre.answer(id);
  const field = (cav: string): HTMLInputElement | null => variables.shadowRoot!.querySelector(`[name='${cav}']`);
  await until(() => field('642')?.localName === 'select' && contact.shadowRoot!.querySelector('dd'), 'all is there');
  const kept = async (cav: string) =>
    ((await centre.request('getCav', {interactionId: id})) as Cav[]).find((one) => one.id === cav)?.value;
  return {centre, variables, contact, errors, id, field, kept};
}

describe('five9-call-variables and five9-contact with the simulator', () => {
  it('use the types from REST for the editors, and set variables', async () => {
    const {variables, contact, errors, field, kept} = await setUp();
    expect(['641', '642', '643', '644', '645'].map((id) => field(id)!.type)).to.deep.equal([
      'text',
      'select-one',
      'text',
      'select-one',
      'date',
    ]);
    expect(contact.shadowRoot!.querySelector('dl')!.textContent).to.include('Abernathy');
    expect(await variables.set({'Custom.priority': 'High', 'Custom.callback_on': '2026-12-01'})).to.be.true;
    expect([await kept('642'), await kept('645')]).to.deep.equal(['High', '2026-12-01']);
    expect(errors).to.be.empty;
  });

  it('report a variable that is not on the layout, and a value of the wrong type', async () => {
    const {variables, errors} = await setUp();
    expect(await variables.set({'Custom.order.total': '-1'})).to.be.false;
    expect(await variables.set({'Custom.score': '7'})).to.be.false;
    expect(errors).to.deep.equal([
      'Generic: order.total: The smallest value is 0.',
      'Generic: Five9 did not save score: it is not on the layout of the campaign profile.',
    ]);
  });

  it('show changes by others, and keep all values when the call has finished', async () => {
    const {centre, variables, contact, id} = await setUp();
    await centre.request('setCav', {interactionId: id, cavList: [{id: '641', value: 'theirs'}]});
    await until(() => variables.values['Custom.note'] === 'theirs');
    centre.hangUp(id);
    centre.dispose(id, '3551');
    await until(() => words(variables, 'status') === 'Finished' && words(contact, 'status') === 'Finished');
    expect(variables.values['Custom.note']).to.equal('theirs');
    expect(contact.shadowRoot!.querySelectorAll('dd')).to.have.lengthOf(4);
  });

  it('report that the adapter does not answer', async () => {
    const {centre, variables, errors} = await setUp();
    centre.inject({fault: 'error', method: 'getCav', errorMessage: 'Not now.'});
    expect(await variables.set({'Custom.note': 'sent'}), 'it cannot be read back').to.be.false;
    expect(errors).to.deep.equal(['Generic: Not now.']);
    await until(() => variables.values['Custom.note'] === 'sent', 'the event reports that it was set');
  });
});

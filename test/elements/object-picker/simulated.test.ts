import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/object-picker/define.js';
import '../../../src/elements/object-visited/define.js';
import '../../../src/elements/provider/define.js';
import '../../../src/elements/search-results/define.js';
import type {ContactCenterInit} from '../../../src/simulator.js';
import {ContactCenter, SimulatedAdapter} from '../../../src/simulator.js';
import {freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {until} from '../../support/time.js';
import {part, words} from '../../support/stage.js';

/** Shows pickers and search results, connected to a simulated contact centre. */
async function setUp(init: ContactCenterInit = {}) {
  sessionStorage.clear();
  const centre = new ContactCenter(init);
  const adapter = new SimulatedAdapter(centre);
  adapter.start();
  atEnd(() => adapter.stop());
  const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
    html`<five9-provider scoped name=${freshName()}>
      <five9-object-picker></five9-object-picker><five9-object-picker kind="related-to"></five9-object-picker>
      <five9-search-results select></five9-search-results><five9-object-visited></five9-object-visited>
    </five9-provider>`,
  );
  const [name, relatedTo] = [...provider.querySelectorAll('five9-object-picker')];
  const results = provider.querySelector('five9-search-results')!;
  const errors: string[] = [];
  provider.addEventListener('five9-error', ({error}) => errors.push(`${error.errorCode}: ${error.errorMessage}`));
  await until(() => provider.service.connected, 'the provider is connected');
  const selection = (): string => `${name!.selected?.name ?? 'None'}, ${relatedTo!.selected?.name ?? 'None'}`;
  const shows = (wanted: string): Promise<void> =>
    until(
      () => selection() === wanted,
      () => `${wanted}, not ${selection()}`,
    );
  const visited = provider.querySelector('five9-object-visited')!;
  return {centre, name: name!, relatedTo: relatedTo!, results, visited, errors, shows};
}

describe('five9-object-picker and five9-search-results with the simulator', () => {
  it('handle the records of a whole call', async () => {
    const {centre, name, relatedTo, results, visited, errors, shows} = await setUp();
    const id = centre.offerCall({ani: '9250000111'});
    await until(() => results.records.length === 3);
    centre.answer(id);
    await shows('None, None');
    await results.open(results.records[0]!);
    await shows('Alice Abernathy, None');
    centre.selectObject(id, {kind: 'related-to', objectId: '456'});
    await shows('Alice Abernathy, Broken microwave');
    visited.recordId = '790';
    visited.recordName = 'Fabrikam';
    visited.recordKind = 'what';
    await visited.updateComplete;
    part(relatedTo, 'field').focus();
    await until(() => relatedTo.records.some((one) => one.id === '790'), 'the visited record is in the list');
    expect(await relatedTo.select('790')).to.be.true;
    await shows('Alice Abernathy, Fabrikam');
    expect(await name.select(null)).to.be.true;
    await shows('None, Fabrikam');
    centre.hangUp(id);
    centre.dispose(id, '3561');
    await until(() => words(relatedTo, 'status') === 'Finished');
    await shows('None, Fabrikam');
    expect(errors).to.be.empty;
  });

  it("show that 'None' is not allowed, and keep the selection", async () => {
    const {centre, name, errors, shows} = await setUp({allowNone: false});
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    await until(() => name.records.length);
    await name.select('123');
    expect(await name.select(null)).to.be.false;
    await shows('Alice Abernathy, None');
    expect(errors[0]).to.match(/'None' is not allowed/);
    expect(words(name, 'error')).to.match(/'None' is not allowed/);
  });

  it('work in chats and e-mails', async () => {
    const {centre, relatedTo, errors} = await setUp();
    await centre.visitObject({id: '790', name: 'Fabrikam', isWhat: true});
    for (const offer of [centre.offerChat, centre.offerEmail]) {
      const id = offer.call(centre);
      centre.accept(id);
      await until(() => relatedTo.interaction?.id === id && relatedTo.records.length);
      expect(await relatedTo.select('790')).to.be.true;
    }
    expect(errors).to.be.empty;
  });
});

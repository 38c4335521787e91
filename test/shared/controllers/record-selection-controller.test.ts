import {expect, html} from '@open-wc/testing';
import {InteractionElement} from '../../../src/shared/base/interaction-element.js';
import {InteractionDataController} from '../../../src/shared/controllers/interaction-data-controller.js';
import {type Records, RecordSelectionController} from '../../../src/shared/controllers/record-selection-controller.js';
import type {BeforeObjectSelectEvent} from '../../../src/shared/events/object-select.events.js';
import {CALL_ID, callData, CRM_OBJECT} from '../../support/samples.js';
import {listen} from '../../support/service.js';
import {type Stage, stage, talking} from '../../support/stage.js';
import {until} from '../../support/time.js';

class Selector extends InteractionElement {
  fetches = 0;
  readonly data = new InteractionDataController<Records>(this, {
    followed: this.followed,
    action: this.action,
    states: this.internals.states,
    method: () => 'getSearchResults',
    fetch: () => {
      this.fetches++;
      return Promise.resolve({records: [CRM_OBJECT, {id: '2', name: 'Initech'}]});
    },
  });
  readonly selection = new RecordSelectionController(this, {
    followed: this.followed,
    action: this.action,
    data: this.data,
  });
}
customElements.define('test-selector', Selector);

const OTHER_CALL = 'B'.repeat(32);

async function inCall(): Promise<Stage<Selector>> {
  const at = await stage<Selector>(html`<test-selector></test-selector>`);
  await at.adapter.reply('selectRelatedToObject', {response: null});
  await talking(at);
  await at.settled();
  return at;
}

const requests = ({adapter}: Stage<Selector>): unknown[] =>
  adapter.requests('selectRelatedToObject').map(({request}) => request.args);

describe('RecordSelectionController', () => {
  it('dispatches the request first, selects the record, and reports that', async () => {
    const at = await inCall();
    const events = listen(at.element, 'five9-before-object-select', 'five9-object-select');
    expect(await at.element.selection.select('RelatedTo', '789')).to.equal(true);
    expect(requests(at)).to.deep.equal([{interactionType: 'Call', interactionId: CALL_ID, objectId: '789'}]);
    expect(events.map(({type}) => type)).to.deep.equal(['five9-before-object-select', 'five9-object-select']);
    expect(events[0]!.detail).to.include({kind: 'related-to', objectId: '789'});
    expect(at.element.data.data?.selected).to.deep.equal(CRM_OBJECT);
  });

  it('selects None', async () => {
    const at = await inCall();
    await at.element.selection.select('RelatedTo', '789');
    await at.element.selection.select('RelatedTo', null);
    expect(requests(at)[1]).to.include({objectId: null});
    expect(at.element.data.data?.selected).to.equal(undefined);
  });

  it('selects nothing if the page cancels the event', async () => {
    const at = await inCall();
    at.element.addEventListener('five9-before-object-select', (event) => event.preventDefault());
    expect(await at.element.selection.select('RelatedTo', '789')).to.equal(false);
    expect(requests(at)).to.be.empty;
  });

  it('selects the record that the page puts into the event', async () => {
    const at = await inCall();
    at.element.addEventListener('five9-before-object-select', ({detail}: BeforeObjectSelectEvent) => {
      detail.objectId = '2';
    });
    await at.element.selection.select('RelatedTo', '789');
    expect(requests(at)).to.deep.equal([{interactionType: 'Call', interactionId: CALL_ID, objectId: '2'}]);
    expect(at.element.data.data?.selected).to.deep.equal({id: '2', name: 'Initech'});
  });

  it('has a pending selection until the adapter answers, for the interaction that it belongs to', async () => {
    const at = await inCall();
    await at.adapter.reply('selectRelatedToObject', {hold: true});
    const selected = at.element.selection.select('RelatedTo', '789');
    await at.adapter.receivesRequest('selectRelatedToObject');
    expect(at.element.selection.pendingId).to.equal('789');
    expect(at.element.selection.status('words')).to.equal('Selecting…');
    await talking(at, OTHER_CALL);
    expect(at.element.selection.pendingId).to.equal(undefined);
    await at.adapter.release();
    await selected;
    expect(at.element.data.data?.selected, 'of the other call').to.equal(undefined);
    at.service.open(CALL_ID);
    expect(at.element.selection.pendingId).to.equal(undefined);
  });

  it('shows the error of the adapter, and selects nothing then', async () => {
    const at = await inCall();
    await at.adapter.reply('selectRelatedToObject', {error: {errorCode: 'Generic', errorMessage: 'no'}});
    expect(await at.element.selection.select('RelatedTo', '789')).to.equal(false);
    expect(at.errors).to.have.lengthOf(1);
    expect(at.element.selection.pendingId).to.equal(undefined);
    expect(at.element.data.data?.selected).to.equal(undefined);
  });

  it('fetches the records again when another record was selected in the adapter', async () => {
    const at = await inCall();
    const before = at.element.fetches;
    await at.adapter.interactionEvent('objectSelected', {
      crmObject: CRM_OBJECT,
      interactionType: 'Call',
      interactionData: callData(),
    });
    await until(() => at.element.fetches > before, 'the records were fetched');
    expect(at.element.fetches).to.equal(before + 1);
  });
});

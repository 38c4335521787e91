import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/object-visited/define.js';
import type {Five9ObjectVisited} from '../../../src/elements/object-visited/object-visited.js';
import {InteractionApiError} from '../../../src/interaction-api/errors.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {stage, type Stage, words} from '../../support/stage.js';

type VisitedStage = Stage<Five9ObjectVisited>;

const TAG = html`<five9-object-visited
  record-id="789"
  record-label="Account"
  record-name="Umbrella"
  record-kind="what"
></five9-object-visited>`;
const RECORD = {id: '789', label: 'Account', name: 'Umbrella', isWho: false, isWhat: true};

const show = (template = TAG, options?: {connected: boolean}): Promise<VisitedStage> =>
  stage<Five9ObjectVisited>(template, options);

/** Waits until the adapter has received `count` events, and returns the records of its `objectVisited` events. */
async function receivedRecords({adapter, settled}: VisitedStage, count: number): Promise<unknown[]> {
  if (count) await adapter.receives('event', count);
  await settled();
  return adapter
    .all('event')
    .filter(({event}) => event.name === 'objectVisited')
    .map(({event}) => (event.data as {crmObject: unknown}).crmObject);
}

describe('five9-object-visited', () => {
  it('reports the record once', async () => {
    const setup = await show();
    expect(await receivedRecords(setup, 1)).to.deep.equal([RECORD]);
    expect(setup.element.matches(':state(visited)')).to.be.true;
    setup.element.recordName = 'Umbrella';
    setup.element.requestUpdate();
    await setup.happens('callStarted');
    expect(await receivedRecords(setup, 1)).to.have.lengthOf(1);
  });

  it('reports a person with the record type of the CRM', async () => {
    const setup = await show(
      html`<five9-object-visited record-id="1" record-type="Contact" record-kind="who"></five9-object-visited>`,
    );
    expect(await receivedRecords(setup, 1)).to.deep.equal([{id: '1', type: 'Contact', isWho: true, isWhat: false}]);
  });

  it('reports attributes that change together once, and each later record', async () => {
    const setup = await show();
    setup.element.recordId = '790';
    setup.element.recordName = 'Tyrell';
    await setup.settled();
    expect(await receivedRecords(setup, 2)).to.deep.equal([RECORD, {...RECORD, id: '790', name: 'Tyrell'}]);
    setup.element.setAttribute('record-id', '789');
    setup.element.setAttribute('record-name', 'Umbrella');
    await setup.settled();
    expect(await receivedRecords(setup, 3), 'the agent is back at the first').to.have.lengthOf(3);
  });

  it('reports nothing without an id', async () => {
    const setup = await show(html`<five9-object-visited record-name="Umbrella"></five9-object-visited>`);
    setup.element.recordId = '';
    await setup.settled();
    expect(await receivedRecords(setup, 0)).to.be.empty;
    expect(setup.element.matches(':state(visited)')).to.be.false;
  });

  it('waits for the adapter, and then reports the current record', async () => {
    const setup = await show(TAG, {connected: false});
    setup.element.recordId = '790';
    await setup.settled();
    expect(setup.element.matches(':state(visited)')).to.be.false;
    await setup.returns();
    expect(await receivedRecords(setup, 1)).to.deep.equal([{...RECORD, id: '790'}]);
  });

  it('reports the record again after a reconnect: the adapter may have lost it', async () => {
    const setup = await show();
    // Wait until the adapter has received the record, because a message that has not arrived is lost with the port.
    await receivedRecords(setup, 1);
    await setup.drops();
    expect(setup.element.matches(':state(visited)')).to.be.false;
    await setup.returns();
    expect(await receivedRecords(setup, 2)).to.deep.equal([RECORD, RECORD]);
  });

  it('shows an error if Five9 does not support visited records', async () => {
    const setup = await show(html`<five9-object-visited></five9-object-visited>`);
    setup.service.api.objectVisited = () => {
      throw new InteractionApiError('NotSupported', 'Not there.', 'objectVisited');
    };
    setup.element.recordId = '1';
    await setup.settled();
    expect(words(setup.element, 'error')).to.equal('This version of Five9 cannot do that.');
    expect(setup.errors.map(({errorCode}) => errorCode)).to.deep.equal(['NotSupported']);
    expect(setup.element.matches(':state(visited)')).to.be.false;
    await looksGood(setup.element);
  });

  it('leaves no listeners or timers after it is added, moved and removed many times, and does not report the record again', async () => {
    const setup = await show();
    await comesAndGoes(setup);
    expect(await receivedRecords(setup, 1)).to.have.lengthOf(1);
    await isForgotten(setup);
  });

  it('is accessible, and takes no space', async () => {
    const setup = await show();
    await expect(setup.element).to.be.accessible();
    expect(setup.element.offsetHeight).to.equal(0);
    await expect(await fixture(TAG)).to.be.accessible();
  });
});

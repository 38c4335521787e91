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

/** The records that the adapter was told of, as soon as there are so many. */
async function told({adapter, settled}: VisitedStage, count: number): Promise<unknown[]> {
  if (count) await adapter.hears('event', count);
  await settled();
  return adapter
    .all('event')
    .filter(({event}) => event.name === 'objectVisited')
    .map(({event}) => (event.data as {crmObject: unknown}).crmObject);
}

describe('five9-object-visited', () => {
  it('tells of the record, once', async () => {
    const at = await show();
    expect(await told(at, 1)).to.deep.equal([RECORD]);
    expect(at.element.matches(':state(visited)')).to.be.true;
    at.element.recordName = 'Umbrella';
    at.element.requestUpdate();
    await at.happens('callStarted');
    expect(await told(at, 1)).to.have.lengthOf(1);
  });

  it('tells of a person with the kind of record that the CRM knows', async () => {
    const at = await show(
      html`<five9-object-visited record-id="1" record-type="Contact" record-kind="who"></five9-object-visited>`,
    );
    expect(await told(at, 1)).to.deep.equal([{id: '1', type: 'Contact', isWho: true, isWhat: false}]);
  });

  it('tells once of attributes that change together, and of each record that follows', async () => {
    const at = await show();
    at.element.recordId = '790';
    at.element.recordName = 'Tyrell';
    await at.settled();
    expect(await told(at, 2)).to.deep.equal([RECORD, {...RECORD, id: '790', name: 'Tyrell'}]);
    at.element.setAttribute('record-id', '789');
    at.element.setAttribute('record-name', 'Umbrella');
    await at.settled();
    expect(await told(at, 3), 'the agent is back at the first').to.have.lengthOf(3);
  });

  it('tells nothing without an id', async () => {
    const at = await show(html`<five9-object-visited record-name="Umbrella"></five9-object-visited>`);
    at.element.recordId = '';
    await at.settled();
    expect(await told(at, 0)).to.be.empty;
    expect(at.element.matches(':state(visited)')).to.be.false;
  });

  it('waits for the adapter, and tells what the agent looks at then', async () => {
    const at = await show(TAG, {connected: false});
    at.element.recordId = '790';
    await at.settled();
    expect(at.element.matches(':state(visited)')).to.be.false;
    await at.returns();
    expect(await told(at, 1)).to.deep.equal([{...RECORD, id: '790'}]);
  });

  it('tells an adapter that was lost and came back, which may have forgotten', async () => {
    const at = await show();
    // What is on its way would be lost with the port.
    await told(at, 1);
    await at.drops();
    expect(at.element.matches(':state(visited)')).to.be.false;
    await at.returns();
    expect(await told(at, 2)).to.deep.equal([RECORD, RECORD]);
  });

  it('says so where Five9 cannot be told', async () => {
    const at = await show(html`<five9-object-visited></five9-object-visited>`);
    at.service.api.objectVisited = () => {
      throw new InteractionApiError('NotSupported', 'Not there.', 'objectVisited');
    };
    at.element.recordId = '1';
    await at.settled();
    expect(words(at.element, 'error')).to.equal('This version of Five9 cannot do that.');
    expect(at.errors.map(({errorCode}) => errorCode)).to.deep.equal(['NotSupported']);
    expect(at.element.matches(':state(visited)')).to.be.false;
    await looksGood(at.element);
  });

  it('leaves nothing behind, however often it is added, moved and removed, and tells no second time', async () => {
    const at = await show();
    await comesAndGoes(at);
    expect(await told(at, 1)).to.have.lengthOf(1);
    await isForgotten(at);
  });

  it('is accessible, and takes no room', async () => {
    const at = await show();
    await expect(at.element).to.be.accessible();
    expect(at.element.offsetHeight).to.equal(0);
    await expect(await fixture(TAG)).to.be.accessible();
  });
});

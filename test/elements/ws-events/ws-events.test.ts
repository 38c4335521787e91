import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/ws-events/define.js';
import type {WsEventDetail} from '../../../src/elements/ws-events/ws-events.events.js';
import type {Five9WsEvents} from '../../../src/elements/ws-events/ws-events.js';
import {until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {stage, type Stage} from '../../support/stage.js';

interface WsStage extends Stage<Five9WsEvents> {
  /** What came out, at the document. */
  heard: WsEventDetail[];
}

async function show(
  template = html`<five9-ws-events event-id="4 5"></five9-ws-events>`,
  options?: {connected: boolean},
): Promise<WsStage> {
  const at = await stage<Five9WsEvents>(template, options);
  const heard: WsEventDetail[] = [];
  at.element.addEventListener('five9-ws-event', ({detail}) => heard.push(detail));
  return {...at, heard};
}

/** The ids that the adapter was asked for last, less the service's own: dials that failed. */
const asked = ({adapter}: WsStage): string =>
  ((adapter.requests('updateWebSocketSubscriptions').at(-1)?.request.args ?? []) as string[])
    .filter((id) => !['65', '75'].includes(id))
    .sort()
    .join(' ');

/** Waits until it is asked for these. */
const wants = (at: WsStage, ids: string): Promise<void> => until(() => asked(at) === ids, `${ids} are wanted`);

describe('five9-ws-events', () => {
  it('lets the events that it names come out, unchanged', async () => {
    const at = await show();
    await at.adapter.wsEvent('4', {state: 'TALKING', odd: [1]}, {eventId: '4', eventReason: 'CONNECTED'});
    await at.adapter.wsEvent('5', null, {eventId: '5'});
    await at.adapter.wsEvent('12', {}, {eventId: '12'});
    await at.settled();
    await until(() => at.heard.length === 2);
    expect(at.heard).to.deep.equal([
      {id: '4', payload: {state: 'TALKING', odd: [1]}, context: {eventId: '4', eventReason: 'CONNECTED'}},
      {id: '5', payload: null, context: {eventId: '5'}},
    ]);
    await wants(at, '4 5');
  });

  it('bubbles to the document, through shadow roots', async () => {
    const at = await show();
    let told: WsEventDetail | undefined;
    document.addEventListener('five9-ws-event', ({detail}) => (told = detail), {once: true});
    await at.adapter.wsEvent(4, {});
    await until(() => told);
    expect(told?.id, 'a number, too, is told as text').to.equal('4');
  });

  it('hears others when it names others, and asks for no more than that', async () => {
    const at = await show();
    at.element.eventId = ' 12\n4 12 ';
    await at.settled();
    await wants(at, '12 4');
    await at.adapter.wsEvent('5', {});
    await at.adapter.wsEvent('12', {});
    await until(() => at.heard.length);
    expect(
      at.heard.map(({id}) => id),
      'once',
    ).to.deep.equal(['12']);
    at.element.eventId = '';
    await at.settled();
    await wants(at, '');
  });

  it('begins when there is an adapter, and goes on with the next one', async () => {
    const at = await show(undefined, {connected: false});
    await at.returns();
    await at.adapter.wsEvent('4', 1);
    await until(() => at.heard.length === 1);
    await at.drops();
    await at.returns();
    await at.adapter.wsEvent('4', 2);
    await until(() => at.heard.length === 2);
    expect(at.heard.map(({payload}) => payload)).to.deep.equal([1, 2]);
  });

  it('takes nothing from another that names the same', async () => {
    const at = await show();
    const other = document.createElement('five9-ws-events');
    other.eventId = '4';
    at.element.after(other);
    await at.settled();
    other.remove();
    await at.settled();
    await at.adapter.wsEvent('4', {});
    await at.settled();
    await until(() => at.heard.length);
    expect(at.heard).to.have.lengthOf(1);
    await wants(at, '4 5');
  });

  it('leaves nothing behind, however often it is added, moved and removed', async () => {
    const at = await show();
    await comesAndGoes(at);
    await at.adapter.wsEvent('4', {});
    await until(() => at.heard.length);
    expect(at.heard, 'heard once').to.have.lengthOf(1);
    await isForgotten(at);
    at.element.remove();
    await wants(at, '');
  });

  it('is not there for the eye, nor for assistive technology', async () => {
    const element = await fixture<Five9WsEvents>(html`<five9-ws-events event-id="4"></five9-ws-events>`);
    expect(getComputedStyle(element).display).to.equal('none');
    await expect(element).to.be.accessible();
  });
});

import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/ws-events/define.js';
import type {WsEventDetail} from '../../../src/elements/ws-events/ws-events.events.js';
import type {Five9WsEvents} from '../../../src/elements/ws-events/ws-events.js';
import {until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {stage, type Stage} from '../../support/stage.js';

interface WsStage extends Stage<Five9WsEvents> {
  /** Details of the events that the element has dispatched. */
  received: WsEventDetail[];
}

async function show(
  template = html`<five9-ws-events event-id="4 5"></five9-ws-events>`,
  options?: {connected: boolean},
): Promise<WsStage> {
  const setup = await stage<Five9WsEvents>(template, options);
  const received: WsEventDetail[] = [];
  setup.element.addEventListener('five9-ws-event', ({detail}) => received.push(detail));
  return {...setup, received};
}

/** Returns the ids of the last subscription, without the ids that the service needs for failed dials. */
const subscribedIds = ({adapter}: WsStage): string =>
  ((adapter.requests('updateWebSocketSubscriptions').at(-1)?.request.args ?? []) as string[])
    .filter((id) => !['65', '75'].includes(id))
    .sort()
    .join(' ');

/** Waits until the adapter has a subscription to exactly these ids. */
const hasSubscription = (setup: WsStage, ids: string): Promise<void> =>
  until(() => subscribedIds(setup) === ids, `${ids} are subscribed to`);

describe('five9-ws-events', () => {
  it('dispatches the events in event-id, unchanged', async () => {
    const setup = await show();
    await setup.adapter.wsEvent('4', {state: 'TALKING', odd: [1]}, {eventId: '4', eventReason: 'CONNECTED'});
    await setup.adapter.wsEvent('5', null, {eventId: '5'});
    await setup.adapter.wsEvent('12', {}, {eventId: '12'});
    await setup.settled();
    await until(() => setup.received.length === 2);
    expect(setup.received).to.deep.equal([
      {id: '4', payload: {state: 'TALKING', odd: [1]}, context: {eventId: '4', eventReason: 'CONNECTED'}},
      {id: '5', payload: null, context: {eventId: '5'}},
    ]);
    await hasSubscription(setup, '4 5');
  });

  it('dispatches events that bubble to the document, through shadow roots', async () => {
    const setup = await show();
    let bubbled: WsEventDetail | undefined;
    document.addEventListener('five9-ws-event', ({detail}) => (bubbled = detail), {once: true});
    await setup.adapter.wsEvent(4, {});
    await until(() => bubbled);
    expect(bubbled?.id, 'a number becomes text').to.equal('4');
  });

  it('follows changes of event-id, and subscribes only to these ids', async () => {
    const setup = await show();
    setup.element.eventId = ' 12\n4 12 ';
    await setup.settled();
    await hasSubscription(setup, '12 4');
    await setup.adapter.wsEvent('5', {});
    await setup.adapter.wsEvent('12', {});
    await until(() => setup.received.length);
    expect(
      setup.received.map(({id}) => id),
      'once',
    ).to.deep.equal(['12']);
    setup.element.eventId = '';
    await setup.settled();
    await hasSubscription(setup, '');
  });

  it('starts when an adapter connects, and continues with the next adapter', async () => {
    const setup = await show(undefined, {connected: false});
    await setup.returns();
    await setup.adapter.wsEvent('4', 1);
    await until(() => setup.received.length === 1);
    await setup.drops();
    await setup.returns();
    await setup.adapter.wsEvent('4', 2);
    await until(() => setup.received.length === 2);
    expect(setup.received.map(({payload}) => payload)).to.deep.equal([1, 2]);
  });

  it('keeps its events when another element with the same event-id is removed', async () => {
    const setup = await show();
    const other = document.createElement('five9-ws-events');
    other.eventId = '4';
    setup.element.after(other);
    await setup.settled();
    other.remove();
    await setup.settled();
    await setup.adapter.wsEvent('4', {});
    await setup.settled();
    await until(() => setup.received.length);
    expect(setup.received).to.have.lengthOf(1);
    await hasSubscription(setup, '4 5');
  });

  it('leaves no listeners or timers after it is added, moved and removed many times', async () => {
    const setup = await show();
    await comesAndGoes(setup);
    await setup.adapter.wsEvent('4', {});
    await until(() => setup.received.length);
    expect(setup.received, 'received once').to.have.lengthOf(1);
    await isForgotten(setup);
    setup.element.remove();
    await hasSubscription(setup, '');
  });

  it('is hidden, also from assistive technology', async () => {
    const element = await fixture<Five9WsEvents>(html`<five9-ws-events event-id="4"></five9-ws-events>`);
    expect(getComputedStyle(element).display).to.equal('none');
    await expect(element).to.be.accessible();
  });
});

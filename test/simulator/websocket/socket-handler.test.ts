import {expect} from '@open-wc/testing';
import {SocketHandler} from '../../../src/simulator.js';
import {quietCentre} from '../centre.js';

describe('the WebSocket handler', () => {
  it('sends an event whose payload JSON cannot represent, and the events after it', () => {
    const {centre} = quietCentre();
    const sent: {context: {eventId: string}; payLoad: unknown}[] = [];
    new SocketHandler(centre).accept({
      send: (text) => sent.push(JSON.parse(text) as (typeof sent)[number]),
      close: () => undefined,
    });
    const cyclic: {name: string; self?: unknown} = {name: 'a'};
    cyclic.self = cyclic;
    centre.emitWsEvent({id: '29', payload: {count: 10n, cyclic}});
    centre.emitWsEvent({id: '30', payload: {count: 1}});
    expect(sent.slice(1).map(({context, payLoad}) => [context.eventId, payLoad])).to.deep.equal([
      ['29', {count: '10', cyclic: {name: 'a', self: null}}],
      ['30', {count: 1}],
    ]);
  });
});

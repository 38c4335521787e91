import {expect} from '@open-wc/testing';
import {detailText, EventLog, MAX_ENTRIES} from '../../../../src/elements/console/events/event-log.js';

describe('EventLog', () => {
  it('keeps the last thousand entries, and counts all', () => {
    const log = new EventLog();
    for (let count = 1; count <= 3000; count++) log.add('event', `e${count}`, undefined);
    expect(log.entries).to.have.lengthOf(MAX_ENTRIES);
    expect(log.entries[0]).to.include({name: 'e2001', number: 2001});
    expect(log.count).to.equal(3000);
  });

  it('keeps the details as they were when the entry was added', () => {
    const detail = {a: 1};
    const entry = new EventLog().add('event', 'x', detail);
    detail.a = 2;
    expect(JSON.parse(detailText(entry))).to.deep.equal({a: 1});
  });

  it('loses no event, even if its details have a BigInt, a cycle or a getter that throws', () => {
    const log = new EventLog();
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const throwing = {
      get callData(): never {
        throw new Error('Not readable.');
      },
    };
    for (const detail of [{big: 1n}, cyclic, throwing]) log.add('event', 'x', detail);
    expect(log.entries.map(({json}) => json)).to.deep.equal([
      '{"big":"1"}',
      '{"self":"[cyclic]"}',
      '{"callData":"[unreadable]"}',
    ]);
  });

  it('summarizes an entry by the words that distinguish it from other entries', () => {
    const log = new EventLog();
    const summary = (detail: unknown): string => log.add('event', 'x', detail).summary;
    expect(summary({callData: {callType: 'INBOUND', number: '925'}})).to.equal('INBOUND · 925');
    expect(summary({callData: null, errorCode: 'NoData'})).to.equal('NoData');
    expect(summary({id: '4', payload: {}, context: {eventReason: 'CONNECTED'}})).to.equal('4 · CONNECTED');
    expect(summary('text')).to.equal('');
  });
});

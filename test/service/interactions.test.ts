import {expect} from '@open-wc/testing';
import {
  type Interaction,
  type InteractionNews,
  Interactions,
  type InteractionState,
  isLive,
  readEvent,
} from '../../src/service/interactions.js';
import {cloneable, fc} from '../support/check.js';
import {CALL_ID, callData, CRM_OBJECT, EVENT_SAMPLES} from '../support/samples.js';

const call = (state: InteractionState, fields: Partial<InteractionNews> = {}): InteractionNews => ({
  type: 'Call',
  id: 'a',
  state,
  data: {interactionId: 'a'},
  ...fields,
});

describe('reading an event', () => {
  for (const [name, type, state] of [
    ['callStarted', 'Call', 'offered'],
    ['callAccepted', 'Call', 'accepted'],
    ['callRejected', 'Call', 'rejected'],
    ['callEnded', 'Call', 'ended'],
    ['callFinished', 'Call', 'finished'],
    ['emailOffered', 'Email', 'offered'],
    ['emailAccepted', 'Email', 'accepted'],
    ['emailRejected', 'Email', 'rejected'],
    ['emailTransferred', 'Email', 'transferred'],
    ['emailFinished', 'Email', 'finished'],
    ['chatOffered', 'Chat', 'offered'],
    ['chatAccepted', 'Chat', 'accepted'],
    ['chatRejected', 'Chat', 'rejected'],
    ['chatTransferred', 'Chat', 'transferred'],
    ['chatEnded', 'Chat', 'ended'],
    ['chatFinished', 'Chat', 'finished'],
  ] as const) {
    it(`reads from ${name} that a ${type} is ${state}`, () => {
      const params = EVENT_SAMPLES[name] as Record<string, {interactionId: string}>;
      const news = readEvent(name, params);
      expect(news).to.include({type, state});
      expect(news?.data).to.equal(params[`${type.toLowerCase()}Data`]);
      expect(news?.id).to.equal(news?.data.interactionId);
      expect(news?.log).to.equal(params[`${type.toLowerCase()}LogData`]);
    });
  }

  it('reads an interaction, but no state, from objectSelected', () => {
    expect(readEvent('objectSelected', EVENT_SAMPLES.objectSelected)).to.deep.include({type: 'Call', id: CALL_ID});
    expect(readEvent('objectSelected', EVENT_SAMPLES.objectSelected)).to.not.have.property('state');
  });

  it('finds the interaction of an undocumented event', () => {
    const news = readEvent('callTeleported', {callData: callData()});
    expect(news).to.include({type: 'Call', id: CALL_ID});
    expect(news).to.not.have.property('state');
  });

  it('reads the other structure in the documentation: interactionType and interactionData', () => {
    expect(readEvent('callEnded', {interactionType: 'Call', interactionData: callData()})).to.include({
      type: 'Call',
      id: CALL_ID,
      state: 'ended',
    });
  });

  for (const params of [
    undefined,
    null,
    7,
    'text',
    [],
    {},
    {callData: null},
    {callData: {}},
    {callData: {interactionId: NaN}},
    {callData: {interactionId: {}}},
    {callData: {interactionId: true}},
    {callData: {interactionId: ''}},
  ]) {
    it(`finds no interaction in ${JSON.stringify(params)}`, () => {
      expect(readEvent('callStarted', params)).to.equal(undefined);
    });
  }

  it('takes a number as the id, and its text as the id of the interaction', () => {
    expect(readEvent('callStarted', {callData: {interactionId: 7}})).to.include({id: '7', state: 'offered'});
    expect(readEvent('callStarted', {callData: {interactionId: 7n}})).to.include({id: '7'});
  });

  it('finds no interaction in an object that throws an error when it is read', () => {
    const throwing = new Proxy({}, {get: () => expect.fail('read')});
    expect(readEvent('callStarted', throwing)).to.equal(undefined);
    expect(readEvent('callStarted', {callData: throwing})).to.equal(undefined);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...Object.keys(EVENT_SAMPLES), '__proto__', 'constructor'), fc.string()),
        cloneable,
        (name, params) => {
          readEvent(name, params);
          readEvent(name, {
            callData: params,
            chatData: params,
            emailData: params,
            interactionData: params,
            interactionType: params,
          });
        },
      ),
      {numRuns: 500},
    );
  });
});

describe('the interactions of an agent', () => {
  it('go through their states in order', () => {
    const all = new Interactions();
    for (const state of ['offered', 'accepted', 'ended', 'finished'] as const) {
      expect(all.apply(call(state), 5)?.state).to.equal(state);
    }
    expect(all.get('a')).to.include({state: 'finished', startedAt: 5, replayed: false});
  });

  it('take newer data without going back to an earlier state', () => {
    const all = new Interactions();
    all.apply(call('accepted'), 1);
    const data = {interactionId: 'a', newer: true};

    const after = all.apply(call('offered', {data}), 2);

    expect(after).to.include({state: 'accepted', data, startedAt: 1});
  });

  it('may be in any state at their first event', () => {
    for (const state of ['offered', 'accepted', 'ended', 'finished', 'rejected', 'transferred'] as const) {
      expect(new Interactions().apply(call(state), 1)).to.include({state, startedAt: 1, replayed: false});
    }
  });

  it('do not start again after their end, except by a new offer', () => {
    for (const over of ['finished', 'rejected', 'transferred'] as const) {
      const all = new Interactions();
      all.apply(call('offered'), 1);
      all.apply(call(over), 2);
      for (const straggler of ['accepted', 'ended', 'finished', 'rejected', 'transferred'] as const) {
        expect(all.apply(call(straggler), 3)?.state).to.equal(over);
      }
      expect(all.apply(call('offered'), 4)).to.include({state: 'offered', startedAt: 4, replayed: false});
    }
  });

  it('are marked as replayed when their start is repeated', () => {
    const all = new Interactions();
    expect(all.apply(call('offered'), 1)?.replayed).to.equal(false);
    expect(all.apply(call('accepted'), 2)?.replayed).to.equal(false);
    expect(all.apply(call('offered'), 3)?.replayed, 'after a reconnection').to.equal(true);
    expect(all.apply(call('accepted'), 4)?.replayed).to.equal(true);
    expect(all.apply(call('ended'), 5)?.replayed).to.equal(false);
  });

  it('keep their state and their times over a refresh', () => {
    const all = new Interactions([['a', {state: 'accepted', startedAt: 1}]]);
    expect(all.all).to.deep.equal([]);

    expect(all.apply(call('offered'), 100)).to.include({state: 'offered', startedAt: 1, replayed: true});
    expect(all.apply(call('accepted'), 101)).to.include({state: 'accepted', startedAt: 1, replayed: true});
    expect(all.apply(call('ended'), 102)).to.include({state: 'ended', startedAt: 1, replayed: false});
  });

  it('keep the log of the finishing event', () => {
    const all = new Interactions();
    all.apply(call('ended'), 1);
    const log = {dispositionName: 'Sale'};
    expect(all.apply(call('finished', {log}), 2)?.log).to.equal(log);
  });

  it('include one current interaction: the live one that was started or opened last', () => {
    const all = new Interactions();
    const ids = (): string | undefined => all.current?.id;
    expect(ids()).to.equal(undefined);
    all.apply(call('offered', {id: 'a'}), 1);
    all.apply(call('offered', {id: 'b'}), 2);
    expect(ids()).to.equal('b');
    all.apply(call('accepted', {id: 'a'}), 3);
    expect(ids(), 'news of another do not make it current').to.equal('b');
    all.open('a');
    expect(ids()).to.equal('a');
    all.apply(call('finished', {id: 'a'}), 4);
    expect(ids()).to.equal('b');
    all.apply(call('rejected', {id: 'b'}), 5);
    expect(ids()).to.equal(undefined);
  });

  it('are not changed by objectSelected', () => {
    const all = new Interactions();
    const before = all.apply(call('accepted'), 1);
    const {state: _, ...news} = call('offered', {data: {interactionId: 'a', crmObject: CRM_OBJECT}});
    expect(all.apply(news, 2)).to.equal(before);
    expect(all.get('a')).to.equal(before);
    expect(all.apply({...news, id: 'unknown'}, 3)).to.equal(undefined);
  });

  it('are over when the adapter no longer knows them', () => {
    const all = new Interactions();
    all.apply(call('accepted'), 1);
    all.lose('a');
    all.lose('unknown');
    expect(all.get('a')?.state).to.equal('finished');
    expect(all.current).to.equal(undefined);
  });
});

describe('whatever events come, however often, in whatever order', () => {
  interface Step {
    id: string;
    state: InteractionState | undefined;
    open: boolean;
    lose: boolean;
    later: number;
  }
  const step: fc.Arbitrary<Step> = fc.record({
    id: fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'),
    state: fc.constantFrom<(InteractionState | undefined)[]>(
      'offered',
      'accepted',
      'ended',
      'finished',
      'rejected',
      'transferred',
      undefined,
    ),
    open: fc.boolean(),
    lose: fc.integer({min: 0, max: 9}).map((number) => number === 0),
    later: fc.nat(1000),
  });
  const rank = ({state}: Interaction): number => ['offered', 'accepted', 'ended'].indexOf(state);
  const deepFrozen = (one: Interaction): boolean => Object.isFrozen(one);
  const reached = fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'z'),
      fc.record({state: fc.constantFrom<InteractionState[]>('offered', 'accepted', 'ended'), startedAt: fc.nat(100)}),
    ),
    {maxLength: 3},
  );

  it('the invariants hold', () => {
    fc.assert(
      fc.property(reached, fc.array(step, {maxLength: 60}), (memory, steps) => {
        const all = new Interactions(memory);
        let now = 1000;
        for (const {id, state, open, lose, later} of steps) {
          now += later;
          const before = new Map(all.all.map((one) => [one.id, one]));
          const snapshot = JSON.stringify(all.all);
          const held = all.all;

          if (open) all.open(id);
          if (lose) all.lose(id);
          else all.apply({type: 'Call', id, data: {interactionId: id}, ...(state && {state})}, now);

          expect(JSON.stringify(held), 'snapshots that were handed out do not change').to.equal(snapshot);
          for (const one of all.all) {
            expect(deepFrozen(one), 'frozen').to.equal(true);
            const was = before.get(one.id);
            if (one.id !== id) {
              expect(one, 'others are left alone').to.equal(was);
              continue;
            }
            if (!was) continue;
            if (isLive(was) && isLive(one)) {
              expect(rank(one), 'a live one never goes back').to.be.at.least(rank(was));
              expect(one.startedAt, 'and started when it did').to.equal(was.startedAt);
            }
            if (!isLive(was) && isLive(one)) expect(state, 'only an offer revives').to.equal('offered');
            if (!isLive(was) && !isLive(one)) expect(one, 'what is over does not change').to.equal(was);
          }
          const {current} = all;
          expect(current === undefined || isLive(current), 'the current one is live, or nothing is').to.equal(true);
          expect(current === undefined, 'something is current while something lives').to.equal(!all.all.some(isLive));
          if (current) expect(all.get(current.id)).to.equal(current);
        }
      }),
      {numRuns: 500},
    );
  });

  it('a repeated event changes only the mark that it is repeated', () => {
    fc.assert(
      fc.property(fc.array(step, {maxLength: 20}), (steps) => {
        const [once, twice] = [new Interactions(), new Interactions()];
        steps.forEach(({id, state}, at) => {
          const news: InteractionNews = {type: 'Call', id, data: {interactionId: id}, ...(state && {state})};
          once.apply(news, at);
          twice.apply(news, at);
          twice.apply(news, at);
        });
        const strip = (all: Interactions): unknown[] =>
          all.all.map(({id, state, startedAt}) => ({id, state, startedAt}));
        expect(strip(twice)).to.deep.equal(strip(once));
        expect(twice.current?.id).to.equal(once.current?.id);
      }),
      {numRuns: 300},
    );
  });

  it('every live interaction is kept, and the last twenty that are over', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(80),
            fc.constantFrom<InteractionState[]>('offered', 'accepted', 'finished', 'rejected', 'transferred'),
          ),
          {maxLength: 300},
        ),
        (events) => {
          const all = new Interactions();
          const model = new Map<string, boolean>();
          events.forEach(([number, state], at) => {
            const id = String(number);
            const was = all.get(id);
            all.apply({type: 'Chat', id, state, data: {interactionId: id}}, at);
            if (was || all.get(id)) model.set(id, isLive(all.get(id)!));
          });
          const over = all.all.filter((one) => !isLive(one));
          expect(over.length).to.be.at.most(20);
          for (const [id, live] of model) if (live) expect(all.get(id), `${id} lives`).to.exist;
          expect([...all.reached.keys()].length, 'nor does its memory grow').to.be.at.most(all.all.length + 1);
        },
      ),
      {numRuns: 200},
    );
  });

  it('the interactions stay in the order in which they started', () => {
    const all = new Interactions();
    for (const id of ['x', 'y', 'z']) all.apply(call('offered', {id}), 1);
    all.apply(call('transferred', {id: 'x'}), 2);
    all.apply(call('accepted', {id: 'y'}), 3);
    expect(all.all.map(({id}) => id)).to.deep.equal(['x', 'y', 'z']);
    all.apply(call('offered', {id: 'x'}), 4);
    expect(
      all.all.map(({id}) => id),
      'offered again, it started again',
    ).to.deep.equal(['y', 'z', 'x']);
  });
});

import {expect} from '@open-wc/testing';
import {CommandError, commandNames, type ContactCenter, type ContactCenterEvent} from '../../../src/simulator.js';
import {fc} from '../../support/check.js';
import {quietCentre} from '../centre.js';

/** Patterns of the possible orders of the events of one interaction, by type of the interaction. */
const LIVES: Record<string, RegExp> = {
  Call: /^Started( Rejected|( Accepted)?( Ended( Finished)?)?)$/,
  Chat: /^Offered( Rejected| Accepted( Transferred| Ended( Finished)?)?)?$/,
  Email: /^Offered( Rejected| Accepted( Transferred| Finished)?)?$/,
};

/** One step of a random test: a command, a request of the page, or a pause. */
type Act = {kind: 'command' | 'request'; name: string; pick: number} | {kind: 'time'; ms: number};

const requests = ['getDispositions', 'setDisposition', 'sendDtmf', 'mute', 'setCav', 'selectNameObject', 'click2dial'];
const named = (kind: 'command' | 'request', names: readonly string[]) =>
  fc.record({kind: fc.constant(kind), name: fc.constantFrom(...names), pick: fc.nat(5)});
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    arbitrary: named(
      'command',
      commandNames.filter((name) => name !== 'inject' && name !== 'configure'),
    ),
    weight: 6,
  },
  {arbitrary: named('request', requests), weight: 2},
  {arbitrary: fc.record({kind: fc.constant('time' as const), ms: fc.nat(20_000)}), weight: 1},
);

/** Returns arguments that are often valid. */
function argumentsOf(name: string, pick: number, centre: ContactCenter): unknown[] {
  const {interactions, pendingDial} = centre.state();
  const interaction = interactions[interactions.length - 1 - (pick % 3)] ?? interactions.at(-1);
  const id = interaction?.id ?? 'none';
  const number = ['9250000111', '9255550199', '9255550161'][pick % 3];
  switch (name) {
    case 'offerCall':
      return [{ani: number}];
    case 'dial':
      return [{number}];
    case 'chooseCampaign':
      return [pendingDial?.id ?? id, 'Support'];
    case 'cancelDial':
      return [pendingDial?.id ?? id];
    case 'hangUp':
      return [id, {by: pick % 2 ? 'agent' : 'customer'}];
    case 'dispose':
      return [id, interaction?.dispositions[pick]?.id ?? 'none'];
    case 'selectObject':
      return [id, {kind: pick % 2 ? 'name' : 'related-to', objectId: pick % 3 ? '123' : null}];
    case 'visitObject':
      return [{id: number, isWho: true}];
    case 'emitWsEvent':
      return [{id: '29'}];
    case 'offerChat':
    case 'offerEmail':
    case 'logIn':
      return [];
    default:
      return [id];
  }
}

async function perform(act: Act, {centre, clock}: Pick<ReturnType<typeof quietCentre>, 'centre' | 'clock'>) {
  if (act.kind === 'time') {
    clock.advance(act.ms);
  } else if (act.kind === 'command') {
    try {
      centre.run(act.name, argumentsOf(act.name, act.pick, centre));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
    }
  } else if (act.name === 'click2dial') {
    centre.notify('click2dial', {click2DialData: {clickToDialNumber: '9250000111'}});
  } else {
    const [interactionId] = argumentsOf('answer', act.pick, centre);
    const {type: interactionType} = centre.state().interactions.find(({id}) => id === interactionId) ?? {};
    const params = {interactionType, interactionId, dispositionId: '3558', char: '1', objectId: '123', cavList: []};
    await centre.request(act.name, params).catch(() => undefined);
  }
}

/**
 * Returns the event names of each interaction, without the type before them, for example `Started` for `callStarted`.
 */
function livesOf(events: readonly ContactCenterEvent[]): Map<string, {type: string; life: string[]}> {
  const lives = new Map<string, {type: string; life: string[]}>();
  for (const event of events) {
    if (event.kind !== 'interaction' || event.name === 'objectSelected') continue;
    const [, prefix = '', happening = ''] = /^([a-z]+)(.*)$/.exec(event.name) ?? [];
    const data = (event.params as Record<string, {interactionId: string}>)[`${prefix}Data`]!;
    const type = prefix[0]!.toUpperCase() + prefix.slice(1);
    const entry = lives.get(data.interactionId) ?? {type, life: []};
    entry.life.push(happening);
    lives.set(data.interactionId, entry);
  }
  return lives;
}

describe('after any steps in the contact centre', () => {
  it('each interaction has sent its events in a possible order, has ended once, and is unknown after its end', async () => {
    const setup = fc.record({
      wrapUpSeconds: fc.constantFrom(0, 10),
      autoAnswerAfter: fc.constantFrom(null, 2500),
      defaultCampaignId: fc.constantFrom(null, '300000000000483'),
      oneCallAtATime: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(setup, fc.array(anyAct, {maxLength: 40}), async (init, acts) => {
        const quiet = quietCentre({...init, keepFinished: 1000});
        const {centre, events} = quiet;
        for (const act of acts) await perform(act, quiet);

        const lives = livesOf(events);
        for (const {type, life} of lives.values()) expect(life.join(' ')).to.match(LIVES[type]!);
        const state = centre.state();
        for (const {id, type, steps, state: where, accepted} of state.interactions) {
          const life = lives.get(id)!.life;
          const over = life.some((it) => ['Rejected', 'Finished', 'Transferred'].includes(it));
          expect(where === 'FINISHED', `${id} is ${where}`).to.equal(over);
          expect(accepted).to.equal(life.includes('Accepted'));
          expect(steps.length === 0).to.equal(over);
          const asked = centre.request('getSearchResults', {interactionType: type, interactionId: id});
          const answer = await asked.then(
            () => 'found',
            (error: unknown) => (error as {errorCode: string}).errorCode,
          );
          const working = state.agent.loginState === 'WORKING';
          expect(answer).to.equal(!working ? 'Generic' : over ? 'InteractionNotFound' : 'found');
        }
        expect(state.interactions.filter(({state: it}) => it === 'TALKING').length).to.be.at.most(1);
        expect(JSON.parse(JSON.stringify(state))).to.deep.equal(state);
      }),
      {numRuns: 150},
    );
  });

  it('the repeated events for a new page match the state of each call', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, {maxLength: 30}), async (acts) => {
        const quiet = quietCentre({oneCallAtATime: false});
        for (const act of acts) await perform(act, quiet);
        const replayed = livesOf(quiet.centre.replay());
        const live = quiet.live();
        expect([...replayed.keys()]).to.deep.equal(live.map(({id}) => id));
        for (const {id, state} of live) {
          expect(replayed.get(id)!.life.includes('Ended')).to.equal(state === 'WRAP_UP');
        }
      }),
      {numRuns: 100},
    );
  });
});

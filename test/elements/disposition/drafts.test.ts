import {expect} from '@open-wc/testing';
import {Drafts} from '../../../src/elements/disposition/drafts.js';
import type {Interaction, InteractionState} from '../../../src/service/interactions.js';
import {CALL_ID} from '../../support/samples.js';
import {choose, inCall, status} from './disposition-stage.js';

/** Returns a fake service that knows interactions with these states, by id. */
const knows = (states: Record<string, InteractionState>) => ({
  interaction: (id: string): Interaction | undefined => {
    const state = states[id];
    return state && ({id, state} as Interaction);
  },
});

describe('Drafts', () => {
  it('keeps the newest draft of each interaction', () => {
    const drafts = new Drafts<string>();
    drafts.keep('A', 'first');
    drafts.keep('B', 'other');
    drafts.keep('A', 'second');
    expect(drafts.get('A')).to.equal('second');
    expect(drafts.get('B')).to.equal('other');
    expect(drafts.get('C')).to.equal(undefined);
  });

  it('removes the drafts of interactions that are over or unknown', () => {
    const drafts = new Drafts<string>();
    for (const id of ['offered', 'accepted', 'ended', 'finished', 'rejected', 'transferred', 'unknown']) {
      drafts.keep(id, id);
    }
    drafts.removeFinished(
      knows({
        offered: 'offered',
        accepted: 'accepted',
        ended: 'ended',
        finished: 'finished',
        rejected: 'rejected',
        transferred: 'transferred',
      }),
    );
    expect(drafts.size).to.equal(3);
    for (const id of ['offered', 'accepted', 'ended']) expect(drafts.get(id)).to.equal(id);
  });
});

describe('five9-disposition', () => {
  it('forgets the choice for a call that is finished while the agent works on a chat', async () => {
    const setup = await inCall();
    await choose(setup, '3560');
    const chat = 'C'.repeat(32);
    await setup.happens('chatOffered', {interactionId: chat});
    await setup.happens('callFinished');
    setup.element.interactionId = CALL_ID;
    await setup.settled();
    expect(status(setup)).to.equal('Finished');
    expect(setup.element.value).to.equal('');
  });
});

import {expect} from '@open-wc/testing';
import {Drafts} from '../../../src/elements/disposition/drafts.js';
import type {Interaction, InteractionState} from '../../../src/service/interactions.js';
import {CALL_ID} from '../../support/samples.js';
import {choose, inCall, status} from './disposition-stage.js';

/** Knows interactions by id, each with a state. */
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
    const at = await inCall();
    await choose(at, '3560');
    const chat = 'C'.repeat(32);
    await at.happens('chatOffered', {interactionId: chat});
    await at.happens('callFinished');
    at.element.interactionId = CALL_ID;
    await at.settled();
    expect(status(at)).to.equal('Finished');
    expect(at.element.value).to.equal('');
  });
});

import {expect} from '@open-wc/testing';
import type {CallData} from '../../../src/interaction-api/types.js';
import type {Interaction} from '../../../src/service/interactions.js';
import {duration} from '../../../src/shared/words/duration.js';
import {otherSide, stateWords} from '../../../src/shared/words/interaction-words.js';

const interaction = (fields: Partial<Interaction>, data: Partial<CallData> = {}): Interaction => ({
  type: 'Call',
  id: '1',
  state: 'offered',
  data: data as CallData,
  startedAt: 0,
  replayed: false,
  ...fields,
});

describe('words for the agent', () => {
  it('show seconds as a clock does', () => {
    expect([0, 9, 123, 3599, 3600, 3723].map(duration)).to.deep.equal([
      '0:00',
      '0:09',
      '2:03',
      '59:59',
      '1:00:00',
      '1:02:03',
    ]);
  });

  it('show the number of the customer, or else the campaign', () => {
    expect(otherSide(interaction({}, {number: '1', ani: '2', dnis: '3'}))).to.equal('1');
    expect(otherSide(interaction({}, {callType: 'INBOUND', ani: '2', dnis: '3'}))).to.equal('2');
    expect(otherSide(interaction({}, {callType: 'MANUAL', ani: '2', dnis: '3'}))).to.equal('3');
    expect(otherSide(interaction({type: 'Chat'}, {campaignName: 'Web'}))).to.equal('Web');
    expect(otherSide(interaction({type: 'Email'}))).to.equal('');
  });

  it('describe each state', () => {
    expect(stateWords(interaction({}, {callType: 'INBOUND'}))).to.equal('Ringing');
    expect(stateWords(interaction({}, {callType: 'MANUAL'}))).to.equal('Dialling');
    expect(stateWords(interaction({state: 'accepted'}))).to.equal('On call');
    expect(stateWords(interaction({state: 'accepted', endedAt: 1}))).to.equal('Ended, waits for its disposition');
    expect(stateWords(interaction({type: 'Chat', state: 'offered'}))).to.equal('Offered');
    expect(stateWords(interaction({type: 'Chat', state: 'accepted'}))).to.equal('Accepted');
    expect(stateWords(interaction({state: 'transferred'}))).to.equal('Transferred');
    expect(stateWords(interaction({state: 'finished', log: {dispositionName: 'Sale'}}))).to.equal('Sale');
  });
});

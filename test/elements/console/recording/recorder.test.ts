import {expect} from '@open-wc/testing';
import {readRecording} from '../../../../src/elements/console/recording/read-recording.js';
import {Recorder} from '../../../../src/elements/console/recording/recorder.js';
import {InteractionApiError} from '../../../../src/interaction-api.js';
import {CALL_ID, callData} from '../../../support/samples.js';
import {fc} from '../../../support/check.js';

describe('Recorder', () => {
  it('makes a valid recording, whatever data the events and calls have', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), {maxLength: 5}), (values) => {
        const recorder = new Recorder({status: 'connected'});
        for (const value of values) {
          recorder.event('somethingNew', value);
          recorder.ws('4', value, value);
          recorder.callStarted({method: 'getCav', params: value})({took: 1, result: value});
        }
        const made = recorder.finish();
        expect(readRecording(JSON.stringify(made))).to.deep.equal(made);
      }),
      {numRuns: 100},
    );
  });

  it('begins with the live interactions, as an adapter does after a refresh', () => {
    const call = {
      type: 'Call',
      id: CALL_ID,
      state: 'ended',
      data: callData(),
      startedAt: 1,
      replayed: false,
    } as const;
    const {entries} = new Recorder({status: 'connected'}, [call, {...call, type: 'Chat', state: 'offered'}]).finish();
    expect(entries.map((entry) => ('name' in entry ? entry.name : entry.kind))).to.deep.equal([
      'connection',
      'callStarted',
      'callAccepted',
      'callEnded',
      'chatOffered',
    ]);
  });

  it('records answers, errors and requests without an answer, but no header that gives access', () => {
    const recorder = new Recorder({status: 'connected'});
    const call = (method: string, params?: unknown) => recorder.callStarted({method, params});
    call('getCav', {interactionId: CALL_ID})({took: 1.23, result: [{id: '1'}]});
    call('mute')({took: 2, error: new InteractionApiError('Generic', 'No.', 'mute')});
    call('unMute');
    call('executeRestApi', {path: '/x', headers: {Authorization: 'Bearer 1', accept: 'text/plain'}});
    const [, ...requests] = recorder.finish().entries;
    expect(requests.map(({at: _, ...rest}) => rest)).to.deep.equal([
      {kind: 'request', method: 'getCav', params: {interactionId: CALL_ID}, took: 1.2, result: [{id: '1'}]},
      {kind: 'request', method: 'mute', took: 2, error: {errorCode: 'Generic', errorMessage: 'No.'}},
      {kind: 'request', method: 'unMute'},
      {
        kind: 'request',
        method: 'executeRestApi',
        params: {path: '/x', headers: {Authorization: '(left out)', accept: 'text/plain'}},
      },
    ]);
  });
});

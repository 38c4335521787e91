import {expect} from '@open-wc/testing';
import {readRecording, RecordingError} from '../../../../src/elements/console/recording/read-recording.js';
import {CALL_ID, callData, CRM_OBJECT} from '../../../support/samples.js';
import {fc} from '../../../support/check.js';
import {recordingOf} from './recording-sample.js';

/** Any JSON value, for the data in valid and in invalid entries. */
const params = fc.jsonValue({maxDepth: 3});
const entry = fc.oneof(
  fc.record({kind: fc.constant('event'), at: fc.nat(50), name: fc.string({minLength: 1}), params}),
  fc.record({kind: fc.constant('ws'), at: fc.nat(50), id: fc.string({minLength: 1}), payload: params, context: params}),
  fc.record({kind: fc.constant('request'), at: fc.nat(50), method: fc.string({minLength: 1}), params, took: fc.nat(9)}),
  params,
);

describe('readRecording', () => {
  const good = recordingOf(
    {at: 0, kind: 'connection', status: 'connected'},
    {at: 1, kind: 'event', name: 'callStarted', params: {callData: callData()}},
    {at: 2, kind: 'request', method: 'getCav', params: {interactionId: CALL_ID}, took: 3, result: []},
    {at: 3, kind: 'request', method: 'mute', took: 3, error: {errorCode: 'Generic', errorMessage: 'No.'}},
    {at: 3, kind: 'request', method: 'mute'},
    {at: 3.5, kind: 'ws', id: '4', payload: {a: 1}, context: {}},
    {at: 4, kind: 'notice', method: 'objectVisited', params: {crmObject: CRM_OBJECT}},
    {at: 5, kind: 'event', api: 'applicationApi', name: 'loginStateChanged', params: {state: 'WORKING'}},
    {at: 6, kind: 'question', api: 'crmApi', method: 'search', params: {}, took: 2, result: {crmObjects: []}},
    {at: 7, kind: 'request', api: 'applicationApi', method: 'getConfig', took: 2, result: {lang: 'en'}},
    {at: 8, kind: 'notice', api: 'crmApi', method: 'suggestedNumbers', params: {suggestedNumbers: []}},
  );

  it('returns the recording that was written, in each version of the format', () => {
    for (const version of [1, 2]) {
      expect(readRecording(JSON.stringify({...good, version}))).to.deep.equal({...good, version});
    }
  });

  const [connection, event, request] = good.entries;
  for (const [what, broken, where] of [
    ['a list instead of an object', [], 'The file'],
    ['another format', {...good, format: 'har'}, 'format'],
    ['an unknown version', {...good, version: 3}, 'version'],
    ['an invalid date', {...good, recordedAt: 'yesterday'}, 'recordedAt'],
    ['an unknown field', {...good, more: 1}, 'more'],
    ['a missing field', {...good, duration: undefined}, 'duration'],
    ['entries that are not a list', {...good, entries: {}}, 'entries'],
    ['an entry of another kind', {...good, entries: [{at: 0, kind: 'toString'}]}, 'entries[0].kind'],
    ['an entry that is not an object', {...good, entries: [null]}, 'entries[0].kind'],
    ['times that decrease', {...good, entries: [{...event, at: 5}, connection]}, 'entries[1].at'],
    ['a negative time', {...good, entries: [{...event, at: -1}]}, 'entries[0].at'],
    ['an event without a name', {...good, entries: [{...event, name: ''}]}, 'entries[0].name'],
    ['an unknown status', {...good, entries: [{...connection, status: 'up'}]}, 'entries[0].status'],
    ['an error that is a text', {...good, entries: [{...request, error: 'x'}]}, 'entries[0].error'],
    ['a question without an API', {...good, entries: [{at: 0, kind: 'question', method: 'search'}]}, 'entries[0].api'],
    ['an unknown API', {...good, entries: [{...event, api: 'faxApi'}]}, 'entries[0].api'],
    ['a field of another kind of entry', {...good, entries: [{...event, took: 1}]}, 'entries[0].took'],
  ] as const) {
    it(`refuses ${what}, and names the place`, () => {
      expect(() => readRecording(JSON.stringify(broken)))
        .to.throw(RecordingError)
        .with.property('where', where);
    });
  }

  it('names the expected and the found value', () => {
    expect(() => readRecording(JSON.stringify({...good, entries: [{at: 'x', kind: 'ws', id: '4'}]}))).to.throw(
      'entries[0].at must be a number of milliseconds, not "x".',
    );
    expect(() => readRecording('{')).to.throw(RecordingError, 'The file must be JSON');
  });

  it('throws only RecordingErrors, whatever the text is', () => {
    const file = fc.record(
      {
        format: fc.constantFrom(good.format, 'x'),
        version: fc.constantFrom(1, 2, 3),
        package: fc.string(),
        recordedAt: fc.constant(good.recordedAt),
        scrubbed: fc.boolean(),
        duration: fc.nat(),
        entries: fc.array(entry, {maxLength: 4}),
      },
      {noNullPrototype: true},
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          file.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          try {
            readRecording(text);
          } catch (error) {
            expect(error).to.be.instanceOf(RecordingError);
          }
        },
      ),
      {numRuns: 200},
    );
  });
});

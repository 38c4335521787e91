import {expect} from '@open-wc/testing';
import {readRecording} from '../../../../src/elements/console/recording/read-recording.js';
import type {RecordingEntry} from '../../../../src/elements/console/recording/recording.js';
import {scrub} from '../../../../src/elements/console/recording/scrub.js';
import {CALL_ID, callData} from '../../../support/samples.js';
import {fc} from '../../../support/check.js';
import {recordingOf} from './recording-sample.js';

describe('scrub', () => {
  const request = (method: string, given: unknown, result?: unknown): RecordingEntry => ({
    at: 0,
    kind: 'request',
    method,
    params: given,
    took: 1,
    result,
  });
  const event = (name: string, given: unknown): RecordingEntry => ({at: 0, kind: 'event', name, params: given});
  const scrubbed = (...entries: RecordingEntry[]): readonly RecordingEntry[] => scrub(recordingOf(...entries)).entries;
  /** Returns the value at a path in an entry, for example at `params.callData`. */
  const at = (from: unknown, path: string): unknown =>
    path.split('.').reduce((value, name) => (Object(value) as Record<string, unknown>)[name], from);

  it('always replaces a phone number with the same other number, and keeps the notation', () => {
    const [first, second, third] = scrubbed(
      event('callStarted', {
        callData: callData({number: '(925) 000-0111', ani: '9250000111', dnis: '+1 925-555-0100'}),
      }),
      request('click2dial', {click2DialData: {clickToDialNumber: '+19250000111'}}),
      request('getCav', {}, [{id: '102', group: 'Call', name: 'ANI', value: '9250000111'}]),
    );
    const {number, ani, dnis} = at(first, 'params.callData') as Record<'number' | 'ani' | 'dnis', string>;
    expect(number).to.match(/^\(\d{3}\) \d{3}-\d{4}$/);
    expect(number.replace(/\D/g, '')).to.equal(ani);
    expect(ani).not.to.equal('9250000111');
    expect(dnis)
      .to.match(/^\+1 \d{3}-\d{3}-\d{4}$/)
      .and.not.to.contain(ani.slice(-4));
    expect(at(second, 'params.click2DialData.clickToDialNumber')).to.equal(`+1${ani}`);
    expect(at(third, 'result.0.value')).to.equal(ani);
  });

  it('replaces names with Name 1 and Name 2, values and texts with Text 1, addresses with person1@example.com', () => {
    const [found, cavs, crm, finished] = scrubbed(
      request('getNameObjects', {}, [{id: '123', label: 'Contact', name: 'Alice Abernathy', isWho: true}]),
      request('getCav', {}, [
        {id: '641', group: 'Custom', name: 'note', value: 'Likes tea'},
        {id: '642', group: 'Custom', name: 'priority', value: 'High', restrictions: [{type: 'Set', value: 'Low,High'}]},
        {id: '644', group: 'Custom', name: 'verified', value: 'true'},
        {id: '645', group: 'Custom', name: 'born_on', value: '1980-05-06'},
        {id: '646', group: 'Custom', name: 'account_id', value: '123-45-6789'},
      ]),
      request('getCrm', {}, [
        {name: 'first_name', value: 'Alice'},
        {name: 'email', value: 'alice@umbrella.example'},
        {name: 'number1', value: '9250000111'},
      ]),
      event('callFinished', {
        callData: callData({number: 'agent:robin@northwind.example', agentName: 'Robin Ellis'}),
        callLogData: {dispositionName: 'Sale made', comments: 'Likes tea', who: {id: '123', name: 'Alice Abernathy'}},
      }),
    );
    expect(at(found, 'result.0')).to.deep.equal({id: '123', label: 'Contact', name: 'Name 1', isWho: true});
    expect((at(cavs, 'result') as {name: string}[]).map(({name}) => name)).to.deep.equal([
      'note',
      'priority',
      'verified',
      'born_on',
      'account_id',
    ]);
    const [note, priority, verified, born, account] = (at(cavs, 'result') as {value: string}[]).map(({value}) => value);
    expect([note, priority, verified]).to.deep.equal(['Text 1', 'High', 'true']);
    expect(born)
      .to.match(/^\d{4}-\d\d-\d\d$/)
      .and.not.to.equal('1980-05-06');
    expect(account)
      .to.match(/^\d{3}-\d{2}-\d{4}$/)
      .and.not.to.equal('123-45-6789');
    expect(at(crm, 'result.0')).to.deep.equal({name: 'first_name', value: 'Name 2'});
    expect(at(crm, 'result.1')).to.deep.equal({name: 'email', value: 'person1@example.com'});
    const {callData: call, callLogData: log} = at(finished, 'params') as Record<'callData' | 'callLogData', object>;
    expect(call).to.include({number: 'agent:person2@example.com', agentName: 'Name 3'});
    expect(log).to.deep.equal({dispositionName: 'Sale made', comments: 'Text 1', who: {id: '123', name: 'Name 1'}});
  });

  it('keeps ids, types, and names that the administrator chose: a replay needs them', () => {
    const data = callData({callType: 'INBOUND', sessionId: 'S1', skillName: 'Sales'});
    const [started, list] = scrubbed(
      event('callStarted', {callData: data}),
      request('getDispositions', {interactionType: 'Call', interactionId: CALL_ID}, [
        {id: '3560', name: 'Call back later', type: 'REDIAL', flags: ['ALLOW_SET_REDIAL_TIMER'], timeout: '3600'},
      ]),
    );
    for (const field of ['interactionId', 'callType', 'campaignId', 'campaignName', 'skillName', 'sessionId']) {
      expect(at(started, `params.callData.${field}`), field).to.equal((data as Record<string, unknown>)[field]);
    }
    expect(at(list, 'params')).to.deep.equal({interactionType: 'Call', interactionId: CALL_ID});
    expect(at(list, 'result.0')).to.deep.equal({
      id: '3560',
      name: 'Call back later',
      type: 'REDIAL',
      flags: ['ALLOW_SET_REDIAL_TIMER'],
      timeout: '3600',
    });
  });

  it('replaces personal data in sentences, paths and bodies, even if it appears elsewhere only later', () => {
    const path = '/appsvcs/rs/svc/agents/3001207/contacts?number1=9250000111';
    const [refused, rest, digits] = scrubbed(
      {
        at: 0,
        kind: 'request',
        method: 'mute',
        took: 1,
        error: {errorCode: 'Generic', errorMessage: 'Alice Abernathy (+1 925-000-0111) hung up.'},
      },
      request(
        'executeRestApi',
        {path, payload: '{"city": "Springfield", "id": 7}'},
        {status: 200, response: 'Springfield'},
      ),
      request('sendDtmf', {char: '4111#'}),
      event('objectSelected', {crmObject: {id: '1', name: 'Alice Abernathy'}}),
      event('callStarted', {callData: callData()}),
    );
    expect(at(refused, 'error.errorMessage'))
      .to.match(/^Name 1 \(\+1 \d{3}-\d{3}-\d{4}\) hung up\.$/)
      .and.not.to.contain('000-0111');
    expect(at(rest, 'params.path')).to.contain('/agents/3001207/').and.not.to.contain('9250000111');
    expect(JSON.parse(at(rest, 'params.payload') as string)).to.deep.equal({city: 'Text 1', id: 7});
    expect(at(rest, 'result')).to.deep.equal({status: 200, response: 'Text 1'});
    expect(at(digits, 'params.char')).to.equal('0000#');
  });

  it('leaves no phone number, name or value in the recording, and marks it as scrubbed', () => {
    const secret = fc.constantFrom(
      '9250000111',
      'Alice Abernathy',
      'alice@umbrella.example',
      '4 Privet Drive',
      '078-05-1120',
    );
    const anywhere = fc.dictionary(
      fc.constantFrom('number', 'ani', 'comments', 'subject', 'note', 'who', 'agentName', 'x'),
      secret,
    );
    fc.assert(
      fc.property(fc.array(anywhere, {minLength: 1, maxLength: 4}), (dictionaries) => {
        const made = scrub(
          recordingOf(...dictionaries.map((fields) => event('somethingNew', {callData: fields, list: [fields]}))),
        );
        expect(made.scrubbed).to.be.true;
        expect(JSON.stringify(made)).not.to.match(/9250000111|Abernathy|umbrella|Privet|078-05/);
        expect(readRecording(JSON.stringify(made))).to.deep.equal(made);
      }),
      {numRuns: 100},
    );
  });
});

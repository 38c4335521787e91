import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {EventLog, KEPT, linesOf} from '../../../src/elements/console/events/event-log.js';
import {METHODS, paramsOf} from '../../../src/elements/console/calls/methods.js';
import {plain} from '../../../src/elements/console/plain.js';
import {Recorder} from '../../../src/elements/console/recording/recorder.js';
import {
  readRecording,
  type Recording,
  RecordingError,
  type RecordingEntry,
} from '../../../src/elements/console/recording/recording.js';
import {scrub} from '../../../src/elements/console/recording/scrub.js';
import {Tap, type TapListener} from '../../../src/elements/console/tap.js';
import {InteractionApiError, type InteractionApi} from '../../../src/interaction-api.js';
import {CALL_ID, callData, CRM_OBJECT} from '../../support/samples.js';

const recordingOf = (...entries: RecordingEntry[]): Recording => ({
  format: 'five9-elements/recording',
  version: 1,
  package: '0.1.0',
  recordedAt: '2026-01-31T09:30:00.000Z',
  scrubbed: false,
  duration: 100,
  entries,
});

/** Whatever JSON may hold, in entries that are right and in such that are not. */
const params = fc.jsonValue({maxDepth: 3});
const entry = fc.oneof(
  fc.record({kind: fc.constant('event'), at: fc.nat(50), name: fc.string({minLength: 1}), params}),
  fc.record({kind: fc.constant('ws'), at: fc.nat(50), id: fc.string({minLength: 1}), payload: params, context: params}),
  fc.record({kind: fc.constant('request'), at: fc.nat(50), method: fc.string({minLength: 1}), params, took: fc.nat(9)}),
  params,
);

describe('a recording', () => {
  const good = recordingOf(
    {at: 0, kind: 'connection', status: 'connected'},
    {at: 1, kind: 'event', name: 'callStarted', params: {callData: callData()}},
    {at: 2, kind: 'request', method: 'getCav', params: {interactionId: CALL_ID}, took: 3, result: []},
    {at: 3, kind: 'request', method: 'mute', took: 3, error: {errorCode: 'Generic', errorMessage: 'No.'}},
    {at: 3, kind: 'request', method: 'mute'},
    {at: 3.5, kind: 'ws', id: '4', payload: {a: 1}, context: {}},
    {at: 4, kind: 'notice', method: 'objectVisited', params: {crmObject: CRM_OBJECT}},
  );

  it('is read as it was written', () => {
    expect(readRecording(JSON.stringify(good))).to.deep.equal(good);
  });

  const [connection, event, request] = good.entries;
  for (const [what, broken, where] of [
    ['something else', [], 'The file'],
    ['another format', {...good, format: 'har'}, 'format'],
    ['a version that is not known here', {...good, version: 2}, 'version'],
    ['a date that is none', {...good, recordedAt: 'yesterday'}, 'recordedAt'],
    ['a field too many', {...good, more: 1}, 'more'],
    ['a field too few', {...good, duration: undefined}, 'duration'],
    ['no list', {...good, entries: {}}, 'entries'],
    ['an entry of another kind', {...good, entries: [{at: 0, kind: 'toString'}]}, 'entries[0].kind'],
    ['an entry that is none', {...good, entries: [null]}, 'entries[0].kind'],
    ['time that goes back', {...good, entries: [{...event, at: 5}, connection]}, 'entries[1].at'],
    ['no time', {...good, entries: [{...event, at: -1}]}, 'entries[0].at'],
    ['an event without a name', {...good, entries: [{...event, name: ''}]}, 'entries[0].name'],
    ['an unknown status', {...good, entries: [{...connection, status: 'up'}]}, 'entries[0].status'],
    ['an error that is a text', {...good, entries: [{...request, error: 'x'}]}, 'entries[0].error'],
    ['a field of another kind', {...good, entries: [{...event, took: 1}]}, 'entries[0].took'],
  ] as const) {
    it(`is refused with ${what}, and says where`, () => {
      expect(() => readRecording(JSON.stringify(broken)))
        .to.throw(RecordingError)
        .with.property('where', where);
    });
  }

  it('says what was expected and what was found', () => {
    expect(() => readRecording(JSON.stringify({...good, entries: [{at: 'x', kind: 'ws', id: '4'}]}))).to.throw(
      'entries[0].at must be a number of milliseconds, not "x".',
    );
    expect(() => readRecording('{')).to.throw(RecordingError, 'The file must be JSON');
  });

  it('throws nothing but a RecordingError, whatever it is', () => {
    const file = fc.record(
      {
        format: fc.constantFrom(good.format, 'x'),
        version: fc.constantFrom(1, 2),
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
          file.map((one) => JSON.stringify(one)),
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

  describe('being made', () => {
    it('can be read, whatever was heard', () => {
      fc.assert(
        fc.property(fc.array(fc.anything(), {maxLength: 5}), (all) => {
          const recorder = new Recorder({status: 'connected'});
          for (const one of all) {
            recorder.event('somethingNew', one);
            recorder.ws('4', one, one);
            recorder.asked({method: 'getCav', params: one, at: 0, answers: true})?.({took: 1, result: one});
          }
          const made = recorder.finish();
          expect(readRecording(JSON.stringify(made))).to.deep.equal(made);
        }),
        {numRuns: 100},
      );
    });

    it('begins with what there is, as an adapter tells it after a refresh', () => {
      const call = {
        type: 'Call',
        id: CALL_ID,
        state: 'ended',
        data: callData(),
        startedAt: 1,
        replayed: false,
      } as const;
      const {entries} = new Recorder({status: 'connected'}, [call, {...call, type: 'Chat', state: 'offered'}]).finish();
      expect(entries.map((one) => ('name' in one ? one.name : one.kind))).to.deep.equal([
        'connection',
        'callStarted',
        'callAccepted',
        'callEnded',
        'chatOffered',
      ]);
    });

    it('holds answers, errors and what has no answer, and no header that opens a door', () => {
      const recorder = new Recorder({status: 'connected'});
      const asked = (method: string, given?: unknown) => recorder.asked({method, params: given, at: 0, answers: true});
      asked('getCav', {interactionId: CALL_ID})?.({took: 1.23, result: [{id: '1'}]});
      asked('mute')?.({took: 2, error: new InteractionApiError('Generic', 'No.', 'mute')});
      asked('unMute');
      asked('executeRestApi', {path: '/x', headers: {Authorization: 'Bearer 1', accept: 'text/plain'}});
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
});

describe('scrubbing', () => {
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
  /** What stands deep in an entry. */
  const at = (from: unknown, path: string): unknown =>
    path.split('.').reduce((one, name) => (Object(one) as Record<string, unknown>)[name], from);

  it('makes the same number the same other one of the same shape, however it is written', () => {
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

  it('makes names Name 1 and Name 2, values and texts Text 1, addresses person1@example.com', () => {
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

  it('keeps what a replay needs: ids, types, and what the administrator has named', () => {
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

  it('goes into sentences, paths and bodies, and finds there what stands elsewhere only later', () => {
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

  it('leaves no number, name or value behind, and says that it was scrubbed', () => {
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
      fc.property(fc.array(anywhere, {minLength: 1, maxLength: 4}), (all) => {
        const made = scrub(recordingOf(...all.map((one) => event('somethingNew', {callData: one, list: [one]}))));
        expect(made.scrubbed).to.be.true;
        expect(JSON.stringify(made)).not.to.match(/9250000111|Abernathy|umbrella|Privet|078-05/);
        expect(readRecording(JSON.stringify(made))).to.deep.equal(made);
      }),
      {numRuns: 100},
    );
  });
});

describe('the log', () => {
  it('keeps the last thousand, and counts all', () => {
    const log = new EventLog();
    for (let count = 1; count <= 3000; count++) log.add('event', `e${count}`, undefined);
    expect(log.entries).to.have.lengthOf(KEPT);
    expect(log.entries[0]).to.include({name: 'e2001', number: 2001});
    expect(log.count).to.equal(3000);
  });

  it('keeps what was told as it was, errors and what JSON has no words for included', () => {
    const told: Record<string, unknown> = {
      a: 1,
      error: new InteractionApiError('NoData', 'None.', 'getCrm'),
      fn: Math.max,
      big: 1n,
    };
    told['self'] = told;
    const kept = new EventLog().add('event', 'x', told);
    told['a'] = 2;
    expect(JSON.parse(linesOf(kept))).to.deep.equal({
      a: 1,
      error: {errorCode: 'NoData', errorMessage: 'None.', method: 'getCrm'},
      fn: '[function max]',
      big: '1',
      self: '[cyclic]',
    });
    expect(() => JSON.stringify(plain(deep(10_000)))).not.to.throw();
  });
});

const deep = (levels: number): object => {
  let value = {};
  for (let level = 0; level < levels; level++) value = {value};
  return value;
};

describe('the forms', () => {
  const form = (name: string) => METHODS.find((one) => one.name === name)!;

  it('are there for each of the 25 methods', () => {
    const documented =
      'click2dial executeRestApi executeRestApiV2 getCav getCrm getDispositions getMetadata getNameObjects getRelatedToObjects getSearchResults getSelectedNameObject getSelectedRelatedToObject isMasterPage mute objectVisited openInteraction selectNameObject selectRelatedToObject sendDtmf setCav setDisposition subscribe subscribeWsEvent unMute unsubscribeWsEvent';
    expect(METHODS.map(({name}) => name)).to.include.members(documented.split(' '));
  });

  it('make the parameters of a method', () => {
    const of = (name: string, values: Record<string, string>) => paramsOf(form(name), new Map(Object.entries(values)));
    expect(of('setCav', {interactionId: 'A', 'cavList.0.id': '641', 'cavList.0.value': ''})).to.deep.equal({
      interactionId: 'A',
      cavList: [{id: '641', value: ''}],
    });
    expect(
      of('click2dial', {'click2DialData.clickToDialNumber': '1', 'click2DialData.screenpopC2DSearch': 'false'}),
    ).to.deep.equal({
      click2DialData: {clickToDialNumber: '1', screenpopC2DSearch: false},
    });
    expect(of('selectNameObject', {interactionType: 'Call', interactionId: 'A'})).to.deep.equal({
      interactionType: 'Call',
      interactionId: 'A',
      objectId: null,
    });
    expect(of('executeRestApiV2', {path: '/x', method: 'PUT', headers: '{"a": "b"}'})).to.deep.equal({
      path: '/x',
      method: 'PUT',
      headers: {a: 'b'},
    });
    expect(() => of('executeRestApiV2', {path: '/x', headers: '{'}))
      .to.throw('This is no JSON')
      .with.property('path', 'headers');
    expect(of('mute', {})).to.be.undefined;
  });
});

describe('a tap', () => {
  const api = () => {
    const asked: unknown[] = [];
    return {asked, mute: () => Promise.resolve(asked.push('mute')), getCav: (given: unknown) => Promise.resolve(given)};
  };
  const hearing = (): {heard: string[]; listener: TapListener} => {
    const heard: string[] = [];
    return {heard, listener: {asked: ({method}) => void heard.push(method)}};
  };

  it('hears each call once, and leaves the object as it was, in whichever order taps are closed', async () => {
    const one = api();
    const {mute} = one;
    const [a, b] = [hearing(), hearing()];
    const first = new Tap(one as unknown as InteractionApi, a.listener);
    const second = new Tap(one as unknown as InteractionApi, b.listener);
    await one.mute();
    expect([a.heard, b.heard]).to.deep.equal([['mute'], ['mute']]);
    first.close();
    await one.mute();
    expect([a.heard, b.heard]).to.deep.equal([['mute'], ['mute', 'mute']]);
    expect(await second.call('getCav', 1)).to.equal(1);
    expect(b.heard, 'its own is not heard').to.have.lengthOf(2);
    second.close();
    await one.mute();
    expect([a.heard, b.heard]).to.deep.equal([['mute'], ['mute', 'mute']]);
    expect(one.asked).to.have.lengthOf(3);
    const third = new Tap(api() as unknown as InteractionApi, a.listener);
    third.close();
    expect(mute).to.be.a('function');
  });
});

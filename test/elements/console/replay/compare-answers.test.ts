import {expect} from '@open-wc/testing';
import {scrub} from '../../../../src/elements/console/recording/scrub.js';
import type {RecordedQuestion} from '../../../../src/elements/console/recording/recording.js';
import {compareAnswers} from '../../../../src/elements/console/replay/compare-answers.js';
import {fc} from '../../../support/check.js';
import {recordingOf} from '../recording/recording-sample.js';

const question = (fields: Partial<RecordedQuestion>): RecordedQuestion => ({
  api: 'crmApi',
  method: 'search',
  took: 1,
  ...fields,
});

/** Returns a question as it is in a scrubbed recording. */
const scrubbed = (one: RecordedQuestion): RecordedQuestion => {
  const [entry] = scrub(recordingOf({at: 0, kind: 'question', ...one})).entries;
  return entry as RecordedQuestion & {at: number};
};

describe('compareAnswers', () => {
  it('finds no difference between an answer and itself, also if personal data was replaced in the recording', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 3}), (result) => {
        const one = question({result});
        expect(compareAnswers(one, {result}, false)).to.equal(undefined);
        expect(compareAnswers(scrubbed(one), {result}, true)).to.equal(undefined);
      }),
    );
  });

  it('finds no difference between records whose personal data was replaced', () => {
    const fields = [
      {displayName: 'Phone', value: '+1 (925) 000-0111'},
      {displayName: 'Born', value: '1980-01-02'},
    ];
    const record = {id: '7', label: 'Contact', name: 'Robin Doe', isWho: true, isWhat: false, fields};
    const result = {crmObjects: [record, {...record, id: '8', name: 'robin@example.org'}], screenPopObject: record};
    expect(compareAnswers(scrubbed(question({result})), {result}, true)).to.equal(undefined);
  });

  for (const [what, recorded, given] of [
    ['another number of records', [{id: '1'}], []],
    ['another id', [{id: '1'}], [{id: '2'}]],
    ['another decision', {status: {statusCode: 'Cancel'}}, {status: {statusCode: 'Proceed'}}],
    ['a result instead of nothing', null, {crmObjects: []}],
  ] as const) {
    it(`finds ${what}, in a complete and in a scrubbed recording`, () => {
      const one = question({result: recorded});
      expect(compareAnswers(one, {result: given}, false)).to.deep.equal({
        recorded: {result: recorded},
        answer: {result: given},
      });
      expect(compareAnswers(scrubbed(one), {result: given}, true)).not.to.equal(undefined);
    });
  }

  it('compares errors by their texts, whether the page threw or rejected', () => {
    const one = question({error: {errorCode: 'Generic', errorMessage: 'The CRM is down.'}});
    for (const error of ['The CRM is down.', 'Error: The CRM is down.', new Error('The CRM is down.')]) {
      expect(compareAnswers(one, {error}, false)).to.equal(undefined);
    }
    expect(compareAnswers(one, {error: 'No.'}, false)?.answer).to.deep.equal({
      error: {errorCode: 'Generic', errorMessage: 'No.'},
    });
    expect(compareAnswers(one, {result: null}, false)).not.to.equal(undefined);
  });

  it('compares nothing if the recording has no answer', () => {
    expect(compareAnswers({api: 'crmApi', method: 'search'}, {result: 1}, false)).to.equal(undefined);
  });
});

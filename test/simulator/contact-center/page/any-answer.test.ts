/** Any answer of a page to any question: the contact centre never breaks, and every action ends. */
import {expect} from '@open-wc/testing';
import {commandNames, type ContactCenter} from '../../../../src/simulator.js';
import {cloneable, fc} from '../../../support/check.js';
import {turn} from '../../../support/time.js';
import {quietCentre} from '../../centre.js';
import {ALICE, CASE, FakePage, hookAnswer} from '../../page.js';

const STATUS_CODES = ['Proceed', 'ProceedWithParams', 'Cancel', 'Confirmation', 'Error', 'Other'];
const huge = 'x'.repeat(200_000);
const cycle: Record<string, unknown> = {id: '1'};
cycle['self'] = cycle;

/** Answers that are nearly right, and any other values. */
const anyValue = fc.oneof(
  {weight: 3, arbitrary: cloneable},
  {weight: 1, arbitrary: fc.constantFrom(huge, cycle, NaN, null, undefined, [cycle], {message: huge})},
  {
    weight: 3,
    arbitrary: fc.record({
      crmObjects: fc.oneof(fc.constant([ALICE, CASE]), fc.array(cloneable)),
      screenPopObject: cloneable,
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        statusCode: fc.constantFrom(...STATUS_CODES),
        message: cloneable,
        params: fc.oneof(cloneable, fc.record({click2DialData: cloneable, suggestedNumbers: cloneable})),
        searchResults: fc.oneof(cloneable, fc.array(cloneable)),
        newFields: cloneable,
      })
      .map(({statusCode, message, ...given}) => hookAnswer(statusCode, given, {message, messageHeader: message})),
  },
);
const anyAnswer = fc.record({kind: fc.constantFrom('value', 'value', 'error', 'never'), value: anyValue});

/** A page that gives the answers in turn to all questions. */
class AnyPage extends FakePage {
  #next = 0;

  constructor(private readonly given: readonly {kind: string; value: unknown}[]) {
    super();
  }

  override async ask(): Promise<unknown> {
    const {kind, value} = this.given[this.#next++ % this.given.length]!;
    if (kind === 'never') return new Promise(() => undefined);

    if (kind === 'error') throw structuredClone(value);
    return structuredClone(value);
  }
}

/** Lets all questions end: answers each question to the agent, and lets the time limits pass. */
async function settle({centre, clock}: Pick<ReturnType<typeof quietCentre>, 'centre' | 'clock'>): Promise<void> {
  for (let rounds = 0; rounds < 12; rounds++) {
    await turn();
    for (const {id} of centre.state().dialogs) centre.answerDialog(id, id % 2 === 0);
    await turn();
    clock.advance(60_000);
  }
}

const ACTIONS: readonly ((centre: ContactCenter, id: string) => unknown)[] = [
  (it, id) => it.record(id),
  (it, id) => it.searchAgain(id),
  (it, id) => it.popRecord(id, '123'),
  (it) => it.pressTile('calls'),
  (it) => it.dial({number: '9250000111'}),
  (it) => it.callCustomMethod('any'),
  (it) => it.visitObject(CASE),
  (it) => it.notify('click2dial', {click2DialData: {clickToDialNumber: '9250000111'}}),
  (it) => it.notify('suggestedNumbers', {suggestedNumbers: [{clickToDialNumber: '1'}]}),
  (it, id) => it.request('setDisposition', {interactionType: 'Call', interactionId: id, dispositionId: '3558'}),
  (it) => it.pageConnected('crmApi'),
  (it) => it.pageConnected('customComponentsApi'),
  (it, id) => it.transfer(id),
];

describe('any answers of a page', () => {
  it('end every action, leave the state as JSON, and let the agent finish each interaction', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAnswer, {minLength: 1, maxLength: 12}),
        fc.array(fc.nat(ACTIONS.length - 1), {maxLength: 8}),
        async (answers, actions) => {
          const quiet = quietCentre();
          const {centre} = quiet;
          centre.attach(new AnyPage(answers));
          const results: Promise<unknown>[] = [];
          const act = (carryOut: () => unknown): void => {
            const result = new Promise((resolve) => resolve(carryOut()));
            results.push(result.catch((error: unknown) => error));
          };
          const id = centre.offerCall({ani: '9250000111'});
          centre.answer(id);
          for (const action of actions) {
            act(() => ACTIONS[action]!(centre, id));
            await turn();
          }
          await settle(quiet);
          const outcomes = await Promise.race([Promise.all(results), turn().then(turn)]);
          expect(outcomes, 'every action has ended').to.be.an('array');
          expect(centre.state().questions.filter(({outcome}) => outcome === 'waiting')).to.deep.equal([]);

          for (const it of centre.state().interactions) {
            if (it.state === 'FINISHED') continue;
            if (it.steps.includes('hangUp')) centre.hangUp(it.id, {by: 'customer'});
          }
          centre.reset();
          expect(centre.state()).to.deep.include({interactions: [], dialogs: [], messages: []});
        },
      ),
      {numRuns: 60},
    );
  });

  it('leave the commands with clear errors for wrong arguments of any type', () => {
    const asking = [
      'popRecord',
      'searchAgain',
      'pressTile',
      'dialSuggested',
      'useComponent',
      'callCustomMethod',
      'answerCustomMethod',
      'answerDialog',
      'hideMessage',
      'reportError',
      'setLoginState',
      'record',
    ];
    expect(commandNames).to.include.members([...asking, 'bringToFront']);
    fc.assert(
      fc.property(fc.constantFrom(...asking), fc.array(cloneable, {maxLength: 3}), (name, args) => {
        const {centre} = quietCentre();
        try {
          centre.run(name, args);
        } catch (error) {
          expect(error).to.have.property('name', 'CommandError');
          expect(error)
            .to.have.property('message')
            .that.match(new RegExp(`^${name}: `));
        }
        expect(centre.state()).to.be.an('object');
      }),
    );
  });
});

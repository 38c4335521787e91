import {expect} from '@open-wc/testing';
import {InteractionApiError} from '../../../src/interaction-api/errors.js';
import {phaseOf, type StatusFacts, statusText} from '../../../src/elements/disposition/status-text.js';
import type {Interaction} from '../../../src/service/interactions.js';

const interaction = (fields: Partial<Interaction>): Interaction =>
  ({type: 'Call', id: 'A', state: 'accepted', ...fields}) as Interaction;

describe('phaseOf', () => {
  const notFound = new InteractionApiError('InteractionNotFound', 'Unknown.');
  const noData = new InteractionApiError('NoData', 'No data.');
  for (const [name, expected, given, isSet, error] of [
    ['without an interaction', 'none', undefined],
    ['of a rejected interaction', 'none', interaction({state: 'rejected'})],
    ['of an offered interaction', 'live', interaction({state: 'offered'})],
    ['of an accepted interaction', 'live', interaction({})],
    ['of an ended interaction', 'ended', interaction({state: 'ended', endedAt: 1})],
    ['of an interaction that ended before a refresh', 'ended', interaction({endedAt: 1})],
    ['of a finished interaction', 'over', interaction({state: 'finished'})],
    ['of a transferred interaction', 'over', interaction({state: 'transferred'})],
    ['when the disposition is set', 'over', interaction({state: 'ended'}), true],
    ['when the adapter does not know the interaction', 'over', interaction({}), false, notFound],
    ['after another error', 'live', interaction({}), false, noData],
  ] as const) {
    it(`${name} is “${expected}”`, () => {
      expect(phaseOf(given, isSet ?? false, error)).to.equal(expected);
    });
  }
});

describe('statusText', () => {
  const facts: StatusFacts = {
    phase: 'live',
    interaction: interaction({}),
    setName: undefined,
    connectionProblem: '',
    isSetting: false,
    isLoading: false,
    isDisabled: false,
    count: 3,
    searchStatus: '',
  };
  const log = (dispositionName: string): Interaction => interaction({log: {dispositionName}});
  for (const [expected, given] of [
    ['', {}],
    ['No interaction', {phase: 'none'}],
    ['Setting…', {isSetting: true}],
    ['Loading…', {count: undefined, isLoading: true}],
    ['', {count: undefined}],
    ['No dispositions', {count: 0}],
    ['2 matches', {searchStatus: '2 matches', phase: 'ended'}],
    ['Call ended. Set the disposition.', {phase: 'ended'}],
    ['', {phase: 'ended', isDisabled: true}],
    ['No connection.', {connectionProblem: 'No connection.', phase: 'none'}],
    ['Finished', {phase: 'over', connectionProblem: 'No connection.'}],
    ['Set: Busy', {phase: 'over', setName: 'Busy'}],
    ['Set: Sale', {phase: 'over', setName: 'Busy', interaction: log('Sale')}],
    ['Finished, none set', {phase: 'over', setName: 'Busy', interaction: log('')}],
  ] as [string, Partial<StatusFacts>][]) {
    it(`is “${expected}” for ${JSON.stringify(given)}`, () => {
      expect(statusText({...facts, ...given})).to.equal(expected);
    });
  }
});

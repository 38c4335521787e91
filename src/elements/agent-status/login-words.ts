import type {LoginState} from '../../sdk/application-api/application-api.types.js';
import {readable} from '../../shared/parse/crm-record.js';

/** The state `WORKING` as text. */
const COMPLETE = 'complete';

/** What the agent does next, by the state of the login. */
const STEPS: Readonly<Record<string, string>> = {
  SELECT_STATION: 'Select your station in Five9.',
  SELECT_SKILLS: 'Select your skills in Five9.',
  ACCEPT_NOTICE: 'Accept the notice in Five9.',
  RELOGIN: 'Log in to Five9 again.',
};

/** The state of the login as text. */
const STATES: Readonly<Record<string, string>> = {
  SELECT_STATION: 'station not selected',
  SELECT_SKILLS: 'skills not selected',
  ACCEPT_NOTICE: 'notice not accepted',
  RELOGIN: 'ended',
  WORKING: COMPLETE,
};

/** Returns what the agent does next to complete the login; `undefined` if the login is complete or its state is unknown. */
export function loginStep(state: LoginState | undefined): string | undefined {
  return ownText(STEPS, state);
}

/** Returns the state of the login as text; `undefined` if it is unknown. A state of a newer adapter is shown as it is. */
export function loginWords(state: LoginState | undefined): string | undefined {
  return ownText(STATES, state) ?? readable(state);
}

const ownText = (texts: Readonly<Record<string, string>>, key: string | undefined): string | undefined =>
  key !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;

import {isLocalOrigin} from './cors.js';

/**
 * Behaviour of Five9's REST interface that no public material describes. Each option is an **assumption**. You can
 * change an option to test a client with other behaviour.
 */
export interface RestAssumptions {
  /**
   * ASSUMPTION: whether the paths `hold`, `unhold`, `mute`, `unmute`, `dtmf`, `transfer` and the agent's `state` exist.
   * Source: one unverified public file.
   */
  unverifiedPaths: boolean;
  /** ASSUMPTION: the error code of a dial to a number on the do-not-call list. */
  dncErrorCode: number;
  /**
   * ASSUMPTION: the error code of all other refusals. Only a refusal because the agent is not in the state WORKING has
   * another code: 3.
   */
  otherErrorCode: number;
  /** ASSUMPTION: the HTTP status of a login with a wrong name or password. */
  loginFailedStatus: number;
  /**
   * ASSUMPTION: the HTTP status of a request whose session was replaced by a login with the policy `ForceIn`. Only the
   * context code of this error, `DUPLICATE_LOGIN`, is public.
   */
  duplicateLoginStatus: number;
  /**
   * ASSUMPTION: whether every organisation id means the agent's own organisation. The documentation's examples use
   * `orgs/1`.
   */
  anyOrganisation: boolean;
}

/** A message from Five9 that an agent has to accept. */
export interface MaintenanceNotice {
  id: string;
  annotation: string;
  text: string;
  accepted: boolean;
}

/** An audio recording that can be played to the caller. `duration` is in milliseconds. */
export interface Prompt {
  id: string;
  name: string;
  description: string;
  duration: number;
}

/** Options of a REST handler. */
export interface RestOptions extends Partial<RestAssumptions> {
  /** Returns whether pages of this origin may send requests with the agent's session. @default origins on this machine */
  allowsOrigin?: (origin: string) => boolean;
  /** Password of the agent. @default any password that is not empty */
  password?: string;
  notices?: readonly MaintenanceNotice[];
  prompts?: readonly Prompt[];
}

export type RestSettings = Required<Omit<RestOptions, 'password'>> & {password: string | undefined};

/** Adds the defaults to the given options. */
export const withDefaults = (given: RestOptions): RestSettings => ({
  unverifiedPaths: false,
  dncErrorCode: 4001,
  otherErrorCode: 4000,
  loginFailedStatus: 401,
  duplicateLoginStatus: 435,
  anyOrganisation: true,
  allowsOrigin: isLocalOrigin,
  password: undefined,
  notices: [
    {
      id: '1',
      annotation: 'Maintenance',
      text: 'The simulator is maintained on Sunday, 02:00 to 03:00.',
      accepted: true,
    },
  ],
  prompts: [
    // Use the id of a public example, so that the example runs unchanged.
    {id: '222995', name: 'QRL', description: 'Quality recording line', duration: 4141},
    {id: '222996', name: 'Terms', description: 'Terms and conditions', duration: 12_500},
  ],
  ...given,
});

import {isLocalOrigin} from './cors.js';

/**
 * What no public material tells of REST: each of these is an **assumption**, named so that it can be doubted, and an option so that a client can be
 * tried both ways.
 */
export interface RestAssumptions {
  /** ASSUMPTION: whether `hold`, `unhold`, `mute`, `unmute`, `dtmf`, `transfer` and the agent's `state` exist. One unverified public file has them. */
  unverifiedPaths: boolean;
  /** ASSUMPTION: the error code of a number on the do-not-call list. */
  dncErrorCode: number;
  /** ASSUMPTION: the error code of every other refusal but "not WORKING", which is 3. */
  otherErrorCode: number;
  /** ASSUMPTION: what a wrong name or password answers. */
  loginFailedStatus: number;
  /** ASSUMPTION: what a session is answered that a login with `ForceIn` has taken the place of. Public is only its context code, `DUPLICATE_LOGIN`. */
  duplicateLoginStatus: number;
  /** ASSUMPTION: every organisation id means the agent's own. The documentation's examples say `orgs/1`. */
  anyOrganisation: boolean;
}

/** A message of Five9's operators that an agent has to accept. */
export interface MaintenanceNotice {
  id: string;
  annotation: string;
  text: string;
  accepted: boolean;
}

/** A recording that can be played to the caller. Its duration is in milliseconds. */
export interface Prompt {
  id: string;
  name: string;
  description: string;
  duration: number;
}

/** What a REST face is made with. */
export interface RestOptions extends Partial<RestAssumptions> {
  /** Origins whose pages may send requests with the agent's session. @default those of this machine */
  allowsOrigin?: (origin: string) => boolean;
  /** Password of the agent. @default any that is not empty */
  password?: string;
  notices?: readonly MaintenanceNotice[];
  prompts?: readonly Prompt[];
}

export type RestSettings = Required<Omit<RestOptions, 'password'>> & {password: string | undefined};

/** Puts the defaults in. */
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
    // The id of the public example, so that it runs as it stands.
    {id: '222995', name: 'QRL', description: 'Quality recording line', duration: 4141},
    {id: '222996', name: 'Terms', description: 'Terms and conditions', duration: 12_500},
  ],
  ...given,
});

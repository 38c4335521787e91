import type {CenterContext} from '../center-context.js';
import type {Domain} from '../domain.js';
import type {Pages} from './pages.js';
import type {Steps} from './steps.js';

export type DialAvailability = ReturnType<typeof createDialAvailability>;

/** Creates the object that reports to the pages whether the agent can dial. */
export function createDialAvailability({login}: CenterContext, {interactions}: Domain, pages: Pages) {
  /** The last report; `undefined` if nothing was reported since the agent has logged in. */
  let reported: boolean | undefined;

  return {
    /** Reports the availability to the pages if it has changed. */
    *report({again = false} = {}): Steps<void> {
      if (login.state !== 'WORKING') {
        reported = undefined;
        return;
      }
      const isAvailable = !interactions.live().some(({type}) => type === 'Call');
      if (isAvailable === reported && !again) return;
      reported = isAvailable;
      yield* pages.ask('crmApi', isAvailable ? 'enableClickToDial' : 'disableClickToDial');
    },
  };
}

import type {CenterContext} from '../center-context.js';
import type {Domain} from '../domain.js';
import type {Pages} from './pages.js';
import type {Steps} from './steps.js';

export type DialAvailability = ReturnType<typeof createDialAvailability>;

/** Creates the object that reports to the pages whether the agent can dial. */
export function createDialAvailability({login}: CenterContext, {interactions}: Domain, pages: Pages) {
  /** The last report; `undefined` if nothing was reported since the agent has logged in. */
  let reported: boolean | undefined;

  const isAvailable = (): boolean => !interactions.live().some(({type}) => type === 'Call');
  const question = (): string => (reported ? 'enableClickToDial' : 'disableClickToDial');

  return {
    /** Reports the availability to the pages if it has changed. */
    *report(): Steps<void> {
      const available = login.state === 'WORKING' ? isAvailable() : undefined;
      if (available === reported) return;
      reported = available;
      if (available !== undefined) yield* pages.ask('crmApi', question());
    },

    /** Reports the availability to the page that has connected last. */
    *repeat(): Steps<void> {
      if (login.state !== 'WORKING') return;
      reported = isAvailable();
      yield* pages.ask('crmApi', question(), undefined, {receivers: 'newest'});
    },

    clear(): void {
      reported = undefined;
    },
  };
}

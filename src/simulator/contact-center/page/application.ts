import {isRecord} from '../../../interaction-api/is-record.js';
import type {CenterContext} from '../center-context.js';
import {notImplemented, refuse} from '../errors.js';
import type {Dialogs} from './dialogs.js';
import type {Pages} from './pages.js';

export type Application = ReturnType<typeof createApplication>;

/** Creates the object that answers the Application API, and sends its events. */
export function createApplication({login, options}: CenterContext, pages: Pages, dialogs: Dialogs) {
  const textIn = (params: unknown): string => {
    const text = isRecord(params) ? params['msgText'] : undefined;
    return typeof text === 'string' ? text : refuse('msgText must be a text.');
  };
  const requests: Readonly<Record<string, (params: unknown) => unknown>> = {
    getConfig() {
      if (login.state !== 'WORKING') refuse(`The login state is ${login.state}, but WORKING is required.`);
      return {timezone: options.timezone, lang: options.language};
    },
    showErrorMessage(params) {
      dialogs.showMessage(textIn(params));
      return null;
    },
    hideErrorMessage(params) {
      dialogs.hideMessage(textIn(params));
      return null;
    },
  };

  return {
    /** Returns the answer to a request of a page. */
    request(method: string, params: unknown): unknown {
      if (!Object.hasOwn(requests, method)) throw notImplemented(method);
      return requests[method]?.(params);
    },

    /** Reports the state of the agent's login to the pages. */
    reportLoginState(): void {
      if (login.state === 'WORKING') pages.send('applicationApi', 'sessionInitialized');
      pages.send('applicationApi', 'loginStateChanged', {state: login.state});
    },

    /** Reports an error of the adapter to the pages. */
    reportError(source: string, errorMessage: string, context: object = {}): void {
      pages.send('applicationApi', 'error', structuredClone({source, errorMessage, context}));
    },
  };
}

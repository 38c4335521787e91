import {isRecord} from '../../../interaction-api/is-record.js';
import type {CenterContext, LoginState} from '../center-context.js';
import {notImplemented, refuse} from '../errors.js';
import type {Dialogs} from './dialogs.js';
import type {Receivers} from './page-asker.js';
import type {Pages} from './pages.js';

/** The parts of the adapter that can fail. */
export const ERROR_SOURCES = ['rest-api', 'websocket', 'hook', 'sdk', 'ui-message'] as const;

/** A part of the adapter that can fail. */
export type ErrorSource = (typeof ERROR_SOURCES)[number];

export type Application = ReturnType<typeof createApplication>;

/** Creates the object that answers the Application API, and sends its events. */
export function createApplication({login, options}: CenterContext, pages: Pages, dialogs: Dialogs) {
  /** The state that the pages know. */
  let reported: LoginState = login.state;

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

  function sendLoginState(receivers: Receivers): void {
    if (login.state === 'WORKING') pages.send('applicationApi', 'sessionInitialized', undefined, receivers);
    pages.send('applicationApi', 'loginStateChanged', {state: login.state}, receivers);
  }

  return {
    /** Returns the answer to a request of a page. */
    request(method: string, params: unknown): unknown {
      if (!Object.hasOwn(requests, method)) throw notImplemented(method);
      return requests[method]?.(params);
    },

    /** Reports the state of the agent's login to the page that has connected last. */
    repeatLoginState(): void {
      sendLoginState('newest');
    },

    /** Reports the state of the agent's login to the pages. Returns whether the state has changed. */
    reportLoginState(): boolean {
      if (login.state === reported) return false;
      reported = login.state;
      sendLoginState('all');
      return true;
    },

    /** Reports an error of the adapter to the pages. */
    reportError(source: ErrorSource, errorMessage: string, context: object = {}): void {
      pages.send('applicationApi', 'error', {source, errorMessage, context});
    },

    /** Takes the initial state of the login as the state that the pages know. */
    clear(): void {
      reported = login.state;
    },
  };
}

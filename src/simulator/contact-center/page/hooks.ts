import {isRecord} from '../../../interaction-api/is-record.js';
import type {HookName} from '../../../sdk/hook-api/hook-api.types.js';
import type {CenterContext} from '../center-context.js';
import type {Application} from './application.js';
import type {Dialogs} from './dialogs.js';
import {type Pages, textOfError} from './pages.js';
import type {Steps} from './steps.js';

/** The decision of a hook, after the agent has confirmed it. */
export interface HookDecision {
  /** Whether the adapter acts. */
  readonly proceeds: boolean;
  /** Values that the hook gives for the action: `params`, `newFields` or `searchResults`. */
  readonly given: Readonly<Record<string, unknown>>;
}

const PROCEED: HookDecision = {proceeds: true, given: {}};
const CANCEL: HookDecision = {proceeds: false, given: {}};

export type Hooks = ReturnType<typeof createHooks>;

/** Creates the object that asks the hooks of the pages before and after the adapter acts. */
export function createHooks({options}: CenterContext, pages: Pages, dialogs: Dialogs, application: Application) {
  return {
    /** Asks a hook. Without a page that has the hook, returns at once, and the adapter proceeds. */
    *ask(name: HookName, params: unknown): Steps<HookDecision> {
      const answer = yield* pages.ask('hookApi', name, params);
      if (answer.kind === 'none') return PROCEED;
      if (answer.kind === 'error') {
        const text = textOfError(answer.error);
        dialogs.showMessage(`The hook ${name} failed: ${text}`);
        application.reportError('hook', text, {hookName: name});
        return options.failedHook === 'block' ? CANCEL : PROCEED;
      }
      const {status, ...given} = isRecord(answer.value) ? answer.value : {};
      const {statusCode, message, messageHeader} = isRecord(status) ? status : {};
      switch (statusCode) {
        case 'Cancel':
          return {proceeds: false, given};
        case 'Error':
          if (message) dialogs.showMessage(String(message));
          return CANCEL;
        case 'Confirmation': {
          const isConfirmed = yield* dialogs.confirm(textOr(messageHeader, 'Please confirm'), textOr(message, ''));
          return isConfirmed ? {proceeds: true, given} : CANCEL;
        }
        case 'ProceedWithParams':
          return {proceeds: true, given};
        default:
          return PROCEED;
      }
    },
  };
}

const textOr = (value: unknown, fallback: string): string => (typeof value === 'string' && value ? value : fallback);

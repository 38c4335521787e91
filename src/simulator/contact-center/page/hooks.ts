import {isRecord} from '../../../interaction-api/is-record.js';
import type {HookName, HookStatusCode} from '../../../sdk/hook-api/hook-api.types.js';
import type {CenterContext} from '../center-context.js';
import type {Interaction} from '../interaction.js';
import type {Application} from './application.js';
import type {Dialogs} from './dialogs.js';
import {shownText, textOfError} from './page-text.js';
import type {Pages} from './pages.js';
import type {AskedQuestion} from './question-journal.js';
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
  function fail(hookName: HookName, text: string): HookDecision {
    dialogs.showMessage(`The hook ${hookName} failed: ${text}`);
    application.reportError('hook', text, {hookName});
    return options.failedHook === 'block' ? CANCEL : PROCEED;
  }

  /** Does what an answer says. */
  function* decide(value: unknown, entry: AskedQuestion, interaction?: Interaction): Steps<HookDecision> {
    const {status, ...given} = isRecord(value) ? value : {};
    const {statusCode, message, messageHeader} = isRecord(status) ? status : {};
    const text = shownText(message) ?? '';
    const code = shownText(statusCode);
    if (code !== undefined) entry.decision = code;
    switch (statusCode as HookStatusCode | undefined) {
      case 'Cancel':
        return {proceeds: false, given};
      case 'Error':
        if (text) dialogs.showMessage(withHeader(text, messageHeader));
        return CANCEL;
      case 'Confirmation': {
        const isConfirmed = yield* dialogs.confirm({
          header: shownText(messageHeader) || 'Please confirm',
          message: text,
          ...(interaction && {interactionId: interaction.id}),
        });
        entry.decision = `Confirmation: ${isConfirmed ? 'Yes' : 'No'}`;
        return isConfirmed ? {proceeds: true, given} : CANCEL;
      }
      case 'ProceedWithParams':
        return {proceeds: true, given};
      case 'Proceed':
        return PROCEED;
      default:
        // A hook that returns nothing means Proceed. Any other value is probably a mistake of the page.
        if (value !== null && value !== undefined) {
          entry.problem = 'The answer has no known status code, so the adapter proceeds.';
        }
        return PROCEED;
    }
  }

  return {
    /**
     * Asks a hook. Without a page that has the hook, returns at once, and the adapter proceeds.
     *
     * @param interaction The interaction that the hook is about. A question to the agent ends when it is over.
     */
    *ask(name: HookName, params: unknown, interaction?: Interaction): Steps<HookDecision> {
      const answer = yield* pages.ask('hookApi', name, params);
      if (answer.kind === 'none') return PROCEED;
      if (answer.kind === 'error') return fail(name, textOfError(answer.error));
      return yield* decide(answer.value, answer.entry, interaction);
    },
  };
}

function withHeader(message: string, header: unknown): string {
  const title = shownText(header);
  return title ? `${title}: ${message}` : message;
}

import {property} from 'lit/decorators.js';
import {toInteractionApiError} from '../../interaction-api/errors.js';
import {textOf} from '../../interaction-api/text-of.js';
import {NotImplemented} from '../../sdk/base/not-implemented.js';
import {HOOK_NAMES, type HookName} from '../../sdk/hook-api/hook-api.types.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {ApiResponder} from '../../shared/controllers/api-responder.js';
import {askPage} from '../../shared/controllers/ask-page.js';
import {optionalNumber} from '../../shared/parse/optional-number.js';
import {changedValues} from './changed-values.js';
import type {HookDecision, HookEvent} from './hook-event.js';
import {HOOK_EVENTS} from './hooks.events.js';
import {styles} from './hooks.styles.js';

/** Milliseconds for a decision, if the page sets no other time. They are below the time limit of the adapter. */
const DECISION_TIME = 10_000;

const PROCEED = {status: {statusCode: 'Proceed'}} as const;
const CANCEL = {status: {statusCode: 'Cancel'}} as const;

/** The hooks whose question ends when the interaction is over. A log is saved at the end of an interaction. */
const ENDS_WITH_INTERACTION: readonly HookName[] = ['beforeSearch', 'beforeScreenPop', 'afterScreenPop', 'beforeRecord'];

/** A class of the events of hooks. */
type HookEventClass = new (detail: object, signal: AbortSignal) => HookEvent<HookName>;

/**
 * Lets the page decide before the adapter acts, also if the agent acts in the adapter. Each hook of the adapter is a DOM
 * event that bubbles from this element. A listener can cancel the event, let the agent confirm it, refuse it with a
 * message, or change its values. Without a decision, the adapter acts.
 *
 * The adapter asks only if its address contains `f9hookapi=true`; `five9-adapter` adds this. Functions that the page
 * registers with `Five9.CrmSdk.hookApi().registerApi()` decide first. The element shows only errors.
 *
 * @summary The adapter asks before it acts: hooks as DOM events.
 * @tag five9-hooks
 * @fires {HookBeforeClickToDialEvent} five9-hook-before-click-to-dial - The adapter is about to accept a dial of the page.
 * @fires {HookBeforeSuggestedNumbersEvent} five9-hook-before-suggested-numbers - The adapter is about to offer the numbers that the page suggests.
 * @fires {HookBeforeMakeCallEvent} five9-hook-before-make-call - The adapter is about to make a call.
 * @fires {HookBeforeTransferEvent} five9-hook-before-transfer - The agent is about to transfer an interaction.
 * @fires {HookBeforeRecordEvent} five9-hook-before-record - The agent is about to record a call.
 * @fires {HookBeforeDispositionEvent} five9-hook-before-disposition - A disposition is about to be set.
 * @fires {HookBeforeObjectVisitedEvent} five9-hook-before-object-visited - The adapter is about to offer a record that the agent has visited.
 * @fires {HookBeforeSearchEvent} five9-hook-before-search - The adapter is about to search for the records of the other party.
 * @fires {HookAfterSearchEvent} five9-hook-after-search - The search has found records.
 * @fires {HookBeforeScreenPopEvent} five9-hook-before-screen-pop - The adapter is about to show a record.
 * @fires {HookAfterScreenPopEvent} five9-hook-after-screen-pop - The adapter has shown a record.
 * @fires {HookBeforeSaveLogEvent} five9-hook-before-save-log - The log of an interaction is about to be saved.
 * @fires {HookAfterSaveLogEvent} five9-hook-after-save-log - The log of an interaction was saved.
 * @fires {Five9ErrorEvent} five9-error - A listener has failed, or has not decided in time.
 * @csspart error - The error message.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssstate error - An error is shown.
 */
export class Five9Hooks extends Five9Element {
  static override styles = [...Five9Element.styles, styles];

  /** Milliseconds for a decision of the page. Default: 10000. */
  @property({converter: optionalNumber}) timeout: number | null | undefined;
  /**
   * The decision if a listener fails or does not decide in time. `proceed`: the adapter acts. `cancel`: it does not.
   * Default: `proceed`.
   */
  @property({attribute: 'on-timeout'}) onTimeout: 'proceed' | 'cancel' | null | undefined;

  readonly #responder = new ApiResponder(this, {
    api: 'hookApi',
    answer: (method, params) => this.#decide(method, params),
    refused: (error) => {
      if (error) this.fail(error);
      else this.clearError();
    },
  });

  override serviceChanged(): void {
    this.#responder.serviceChanged();
    super.serviceChanged();
  }

  override render() {
    return this.renderError();
  }

  async #decide(method: string, params: unknown): Promise<HookDecision> {
    if (!isHookName(method)) throw new NotImplemented(method);
    const hook = method;
    const detail = structuredClone(Object(params)) as object;
    const interactionId = ENDS_WITH_INTERACTION.includes(hook) ? interactionIdIn(params) : undefined;
    try {
      const decision = await askPage<HookDecision, HookEvent<HookName>>({
        target: this,
        service: this.service,
        method: hook,
        timeout: this.timeout ?? DECISION_TIME,
        interactionId,
        event: (signal) => new (HOOK_EVENTS[hook] as unknown as HookEventClass)(detail, signal),
        otherwise: (event) => {
          if (event.defaultPrevented) return CANCEL;
          const values = changedValues(hook, params, detail);
          return values && {status: {statusCode: 'ProceedWithParams'}, ...values};
        },
      });
      return decision ?? PROCEED;
    } catch (cause) {
      this.fail(toInteractionApiError(cause, hook));
      return this.onTimeout === 'cancel' ? CANCEL : PROCEED;
    }
  }
}

const isHookName = (name: string): name is HookName => (HOOK_NAMES as readonly string[]).includes(name);

function interactionIdIn(params: unknown): string | undefined {
  const {interactionData} = Object(params) as {interactionData?: unknown};
  return textOf((Object(interactionData) as {interactionId?: unknown}).interactionId);
}

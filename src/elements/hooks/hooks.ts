import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {toInteractionApiError} from '../../interaction-api/errors.js';
import {textOf} from '../../interaction-api/text-of.js';
import {reportMistake} from '../../sdk/base/console.js';
import {NotImplemented} from '../../sdk/base/not-implemented.js';
import {HOOK_NAMES, type HookName, type HookParamsMap} from '../../sdk/hook-api/hook-api.types.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {ApiResponder} from '../../shared/controllers/api-responder.js';
import {askPage} from '../../shared/controllers/ask-page.js';
import {readable} from '../../shared/parse/crm-record.js';
import {optionalNumber} from '../../shared/parse/optional-number.js';
import {noBoxStyles} from '../../shared/styles/no-box-styles.js';
import {CANCEL, type Decision, decisionOf, strictest} from './decision.js';
import type {HookDecision, HookEvent} from './hook-event.js';
import {changedValues, isChanged} from './hook-values.js';
import {HOOK_EVENTS} from './hooks.events.js';

/** The hooks that the adapter may call after the interaction is over. */
const OUTLIVES_INTERACTION: readonly HookName[] = ['beforeSaveLog', 'afterSaveLog'];

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
  static override styles = [...Five9Element.styles, noBoxStyles];

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

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {onTimeout} = this;
    if (!changed.has('onTimeout') || !onTimeout || isPolicy(onTimeout)) return;
    reportMistake(
      `five9-hooks: on-timeout="${readable(onTimeout)}" is neither "proceed" nor "cancel". "proceed" is used.`,
    );
  }

  async #decide(method: string, params: unknown): Promise<HookDecision> {
    if (!isHookName(method)) throw new NotImplemented(method);
    const before = Object(params) as HookParamsMap[HookName];
    const detail = structuredClone(before);
    let event: HookEvent<HookName> | undefined;
    const decisions: Decision[] = [];
    try {
      const answer = await askPage<HookDecision, HookEvent<HookName>>({
        target: this,
        service: this.service,
        method,
        timeout: this.timeout,
        interactionId: OUTLIVES_INTERACTION.includes(method) ? undefined : interactionIdIn(params),
        event: (signal) => (event = createHookEvent(method, detail, signal)),
        otherwise: () => undefined,
      });
      const decision = event && decisionOf(event.type, answer);
      if (decision) decisions.push(decision);
      this.clearError();
    } catch (cause) {
      const error = toInteractionApiError(cause, method);
      // An interaction that is over needs no decision.
      if (error.errorCode !== 'Aborted') this.fail(error);
      if (this.onTimeout === 'cancel') decisions.push(CANCEL);
    }
    if (event) decisions.push(...event.decisions);
    if (event?.defaultPrevented) decisions.push(CANCEL);
    const values = changedValues(method, before, detail);
    if (values) decisions.push({...values, status: {statusCode: 'ProceedWithParams'}});
    else if (isChanged(before, detail))
      reportMistake(`The adapter takes no changes of the detail of ${String(event?.type)}.`);
    return strictest(decisions);
  }
}

/** Creates the event of a hook. */
function createHookEvent(hook: HookName, detail: HookParamsMap[HookName], signal: AbortSignal): HookEvent<HookName> {
  const HookEventClass = HOOK_EVENTS[hook] as unknown as new (...args: unknown[]) => HookEvent<HookName>;
  return new HookEventClass(detail, signal);
}

const isHookName = (name: string): name is HookName => (HOOK_NAMES as readonly string[]).includes(name);

const isPolicy = (text: string): boolean => text === 'proceed' || text === 'cancel';

function interactionIdIn(params: unknown): string | undefined {
  const {interactionData} = Object(params) as {interactionData?: unknown};
  return textOf((Object(interactionData) as {interactionId?: unknown}).interactionId);
}

import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {kindWords, textOf} from '../../interaction-api/text-of.js';
import type {Disposition} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {isLive} from '../../service/interactions.js';
import {carryOut} from '../../shared/controllers/outward-action.js';
import {BeforeDispositionEvent, type DispositionRequest, DispositionSetEvent} from './disposition.events.js';
import {dispositionNameOf} from './disposition-list.js';
import {pagePendingDispositions, type PendingDispositionChange} from './pending-dispositions.js';

/** Functions that the controller calls. */
export interface SetDispositionCallbacks {
  /** Returns the reason why the request must not be sent; empty if it may be sent. */
  problemOf(request: DispositionRequest): string;
  /** Returns the disposition with an id. */
  find(dispositionId: string): Disposition | undefined;
  /** Called when the adapter has set a disposition for an element of the page. */
  onSet(interactionId: string, dispositionId: string): void;
}

/**
 * Sets a disposition. While a request is pending, no element of the page can set the disposition of the same
 * interaction.
 */
export class SetDispositionController implements ReactiveController {
  #setId: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly callbacks: SetDispositionCallbacks,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    pagePendingDispositions().addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    pagePendingDispositions().removeEventListener('change', this.#onChange);
  }

  /** Returns whether an element of the page is setting the disposition of an interaction now. */
  isSetting(interactionId: string | undefined): boolean {
    return interactionId !== undefined && pagePendingDispositions().has(interactionId);
  }

  /** Returns whether this element knows that the adapter has set the disposition of an interaction. */
  isSet(interactionId: string | undefined): boolean {
    return interactionId !== undefined && this.#setId === interactionId;
  }

  /**
   * Sets a disposition: dispatches `five9-before-disposition`, sends the request, and dispatches
   * `five9-disposition-set`. Resolves with `true` if the adapter has set the disposition. Resolves with `false` if the
   * page cancels the event, or if the request fails but the interaction is over.
   *
   * The log of the finished interaction also confirms the disposition, if the reply comes later or is lost.
   * @throws `Generic` if the request must not be sent; the error of the adapter if the adapter refuses.
   */
  async send(service: InteractionService, request: DispositionRequest): Promise<boolean> {
    const {api} = service;
    const {interactionId, interactionType} = request;
    const pending = pagePendingDispositions();
    pending.start(interactionId);
    try {
      if (!this.host.dispatchEvent(new BeforeDispositionEvent(request))) return false;
      // The page may have changed these fields to any value.
      const dispositionId = textFrom('dispositionId', request.dispositionId) ?? '';
      const timeout = textFrom('timeout', request.timeout);
      const problem = this.callbacks.problemOf({...request, dispositionId, timeout});
      if (problem) throw refusal(problem);
      // Find the disposition now, because the list may belong to another interaction when the reply comes.
      const disposition = this.callbacks.find(dispositionId);
      await carryOut({
        service,
        interactionId,
        send: () => api.setDisposition({interactionType, interactionId, dispositionId, ...(timeout && {timeout})}),
        isConfirmedBy: (interaction) =>
          disposition !== undefined && dispositionNameOf(interaction)?.trim() === disposition.name.trim(),
        onEffective: () => {
          this.#noteSet(interactionId, dispositionId);
          pending.reportSet(interactionId, dispositionId);
          this.host.dispatchEvent(new DispositionSetEvent({...request, dispositionId, timeout, disposition}));
        },
      });
      return true;
    } catch (cause) {
      const interaction = service.interaction(interactionId);
      if (!interaction || isLive(interaction)) throw cause;
      // Ignore the error, because the interaction is over. Before the adapter replied to the request, it already
      // reported the end of the interaction, with the disposition.
      return false;
    } finally {
      pending.end(interactionId);
    }
  }

  readonly #onChange = (event: Event): void => {
    const {interactionId, dispositionId} = (event as CustomEvent<PendingDispositionChange>).detail;
    if (dispositionId !== undefined) this.#noteSet(interactionId, dispositionId);
    this.host.requestUpdate();
  };

  #noteSet(interactionId: string, dispositionId: string): void {
    this.#setId = interactionId;
    this.callbacks.onSet(interactionId, dispositionId);
  }
}

/**
 * Returns a field of an event's `detail` as text; `undefined` if it is missing.
 * @throws `Generic` if it is neither a text nor a number
 */
function textFrom(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = textOf(value);
  if (text !== undefined) return text;
  throw refusal(`Nothing was set: ${name} must be a text or a number, and not ${kindWords(value)}.`);
}

/** Creates the error for a request that is not sent. */
export const refusal = (message: string): InteractionApiError =>
  new InteractionApiError('Generic', message, 'setDisposition');

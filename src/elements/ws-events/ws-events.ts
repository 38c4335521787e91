import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {WsEventsController} from '../../shared/controllers/ws-events-controller.js';
import {wordList} from '../../shared/parse/word-list.js';
import {connectionWords} from '../../shared/words/connection-words.js';
import {Five9WsEvent} from './ws-events.events.js';
import {styles} from './ws-events.styles.js';

const METHOD = 'subscribeWsEvent';

/**
 * Dispatches WebSocket events of Five9 as DOM events. WebSocket events report facts that the events of the SDK do not
 * report, for example that the other party has answered or that a call is on hold.
 *
 * While the element is in the page, it dispatches each event whose id is in `event-id` once. The event bubbles. The
 * element is not visible.
 *
 * @summary WebSocket events as DOM events.
 * @tag five9-ws-events
 * @fires {Five9WsEvent} five9-ws-event - A WebSocket event whose id is in `event-id`.
 * @fires {Five9ErrorEvent} five9-error - The Five9 SDK of the page is too old for WebSocket events.
 */
export class Five9WsEvents extends Five9Element {
  static override styles = [...Five9Element.styles, styles];

  /** Ids of the events, separated by spaces, for example `4 5` for “call updated” and “call deleted”. */
  @property({attribute: 'event-id'}) eventId: string | null = '';

  readonly #events = new WsEventsController(this, (id, payload, context) => {
    this.dispatchEvent(new Five9WsEvent({id, payload, context}));
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('eventId')) this.#events.ids = wordList(this.eventId);
    const {service} = this;
    const problem = service?.connected ? connectionWords(service, METHOD) : '';
    if (!problem) this.clearError();
    else if (!this.error) this.fail(new InteractionApiError('NotSupported', problem, METHOD));
  }
}

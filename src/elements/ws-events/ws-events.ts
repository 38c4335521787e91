import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {connectionWords} from '../../shared/words/connection-words.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {WsEventsController} from '../../shared/controllers/ws-events-controller.js';
import {Five9WsEvent} from './ws-events.events.js';
import {styles} from './ws-events.styles.js';

const METHOD = 'subscribeWsEvent';

/**
 * Lets WebSocket events of Five9 come out as DOM events: the answer of the far end, hold, presence, statistics and more, which the SDK's own events do not tell.
 *
 * While it is in the page it hears the events that it names. Each comes once from each of these tags that names it, and bubbles. Nothing is seen of it.
 *
 * @summary WebSocket events as DOM events.
 * @tag five9-ws-events
 * @fires {Five9WsEvent} five9-ws-event - One of the events came.
 * @fires {Five9ErrorEvent} five9-error - The Five9 SDK of the page is too old to tell WebSocket events.
 */
export class Five9WsEvents extends Five9Element {
  static override styles = [...Five9Element.styles, styles];

  /** Ids of the events, space-separated: `4 5` are “call updated” and “call deleted”. */
  @property({attribute: 'event-id'}) eventId = '';

  readonly #events = new WsEventsController(this, (id, payload, context) => {
    this.dispatchEvent(new Five9WsEvent({id, payload, context}));
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('eventId')) this.#events.ids = this.eventId.split(/\s+/).filter(Boolean);
    const {service} = this;
    const lacking = service?.connected && connectionWords(service, METHOD);
    if (!lacking) this.clearError();
    else if (!this.error) this.fail(new InteractionApiError('NotSupported', lacking, METHOD));
  }
}

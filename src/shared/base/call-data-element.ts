import {html, nothing, type TemplateResult} from 'lit';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import {callDataStyles} from '../styles/call-data-styles.js';
import {controlStyles} from '../styles/control-styles.js';
import {DataElement} from './data-element.js';
import {FocusKeeper} from '../controllers/focus-keeper.js';

/**
 * An element that shows what the adapter knows of a call. It asks when the call is there and whenever the call moves on, and keeps what it was told when the call
 * is over: then it can be asked for no more.
 *
 * @slot refresh - Words of the button that asks again.
 * @csspart list - The list of names and values.
 * @csspart name - A name.
 * @csspart value - A value; a dash where there is none.
 * @csspart status - Why there is nothing to see, or what is going on, in words.
 * @csspart refresh - The button that asks again.
 * @cssstate finished - The call is over.
 */
export abstract class CallDataElement<Data> extends DataElement<Data> {
  static override styles = [...DataElement.styles, controlStyles, callDataStyles];

  constructor() {
    super({callsOnly: true});
    new FocusKeeper(this);
  }

  protected override get live(): boolean {
    return this.interaction?.type === 'Call' && super.live;
  }

  protected override get none(): string {
    return 'No call';
  }

  /**
   * The API and the id of the call, for what must be sent now or never.
   * @throws `NotConnected`; `Generic` where there is no call.
   */
  protected call(method: string): [api: InteractionApi, id: string] {
    const [api, {interactionId}] = this.target(method);
    return [api, interactionId];
  }

  /** Names and values, for reading. */
  protected renderValues(rows: readonly {readonly name: string; readonly value?: unknown}[]): TemplateResult {
    return html`<dl part="list">
      ${rows.map(
        ({name, value}) =>
          html`<div>
            <dt part="name">${name}</dt>
            <dd><bdi part="value">${value || '–'}</bdi></dd>
          </div>`,
      )}
    </dl>`;
  }

  /** What is said where there is something to see. */
  protected get empty(): string {
    return '';
  }

  protected renderFoot(): TemplateResult {
    return html`<div class="foot">
        <span part="status" role="status">${this.words(this.empty)}</span>
        <button type="button" part="refresh" aria-disabled=${this.usable ? nothing : 'true'} @click=${this.refresh}>
          <slot name="refresh">Refresh</slot>
        </button>
      </div>
      ${this.renderError()}`;
  }
}

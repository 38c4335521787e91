import {html, nothing, type TemplateResult} from 'lit';
import {InteractionApiError} from '../interaction-api/errors.js';
import type {InteractionApi} from '../interaction-api/interaction-api.js';
import {type Interaction, isLive} from '../service/interactions.js';
import {CallElement} from './call-element.js';
import {callDataStyles} from './call-data-styles.js';
import {connected, connectionWords} from './connection.js';
import {controlStyles} from './control-styles.js';
import {FocusKeeper} from './focus-keeper.js';

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
export abstract class CallDataElement<Data> extends CallElement {
  static override styles = [...CallElement.styles, controlStyles, callDataStyles];

  /** What was told last. */
  protected data: Data | undefined;
  /** The method that tells it. */
  protected abstract readonly method: string;

  #seen: Interaction | undefined;
  #heard = false;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  /** The call; after it is over too, until there is another. */
  override get interaction(): Interaction | undefined {
    return super.interaction ?? (this.namedId ? undefined : this.service?.interaction(this.#seen?.id ?? ''));
  }

  /** Asks the adapter anew. Resolves with whether it has answered; where it has not, the element shows why. */
  async refresh(): Promise<boolean> {
    return (await this.run(() => this.#load())) ?? false;
  }

  /** Asks the adapter. */
  protected abstract ask(api: InteractionApi, interactionId: string): Promise<Data>;

  protected override get usable(): boolean {
    return this.service?.connected === true && this.live;
  }

  /** Takes in what the adapter told of the call. */
  protected take(data: Data): void {
    this.data = data;
    this.requestUpdate();
  }

  /**
   * The API and the id of the call, for what must be sent now or never.
   * @throws `NotConnected`; `Generic` where there is no call.
   */
  protected call(method: string): [api: InteractionApi, id: string] {
    const {api} = connected(this.service, method);
    if (!this.live) throw new InteractionApiError('Generic', 'There is no call.', method);
    return [api, this.interaction?.id ?? ''];
  }

  /** Whether there is a call that is not over. */
  protected get live(): boolean {
    const {interaction} = this;
    return interaction?.type === 'Call' && isLive(interaction);
  }

  /** What is said beside. */
  protected get words(): string {
    const {service, interaction} = this;
    if (interaction && !isLive(interaction)) return 'Finished';
    return connectionWords(service) || (!this.live ? 'No call' : !this.data && this.pending ? 'Loading…' : '');
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const {service, interaction, usable} = this;
    // Out of the page it knows nothing, and forgets nothing.
    if (!service) return;
    if (interaction?.id !== this.#seen?.id) this.data = undefined;
    const news = interaction !== this.#seen || !this.#heard;
    this.#seen = interaction;
    this.#heard = usable;
    this.setState('finished', interaction !== undefined && !isLive(interaction));
    if (news) this.keepUp();
  }

  /** Asks anew where that makes sense. */
  protected keepUp(): void {
    // What this adapter cannot do, it cannot do the next time either.
    if (this.usable && this.error?.errorCode !== 'NotSupported') void this.refresh();
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

  protected renderFoot(): TemplateResult {
    return html`<div class="foot">
        <span part="status" role="status">${this.words}</span>
        <button type="button" part="refresh" aria-disabled=${this.usable ? nothing : 'true'} @click=${this.refresh}>
          <slot name="refresh">Refresh</slot>
        </button>
      </div>
      ${this.renderError()}`;
  }

  async #load(): Promise<boolean> {
    const [api, id] = this.call(this.method);
    try {
      const data = await this.ask(api, id);
      if (id === this.interaction?.id) this.take(data);
      return true;
    } catch (error) {
      // Unless its end has come meanwhile, or another call.
      if (id === this.interaction?.id && this.live) throw error;
      return false;
    }
  }
}

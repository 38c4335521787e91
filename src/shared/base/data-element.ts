import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {InteractionRef} from '../../interaction-api/types.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import type {InteractionOptions} from '../controllers/interaction-controller.js';
import {connected, connectionWords} from '../words/connection-words.js';
import {InteractionElement} from './interaction-element.js';

/**
 * An element that shows what the adapter knows of an interaction. It asks when the interaction is there and each time that it moves on, and keeps what it was told
 * when it is over: then it can be asked for no more.
 *
 * @cssstate disabled - There is nothing that the adapter could be asked now.
 * @cssstate finished - The interaction is over.
 */
export abstract class DataElement<Data> extends InteractionElement {
  /** What was told last. */
  protected data: Data | undefined;

  #seen: Interaction | undefined;
  #about = '';
  #heard = false;
  /** The newest question: answers to older ones are of no interest. */
  #asked: unknown;

  constructor(options?: InteractionOptions) {
    super({...options, keepsFinished: true});
  }

  /** Asks the adapter anew. Resolves with whether it has answered; where it has not, the element shows why. */
  async refresh(): Promise<boolean> {
    return (await this.run(() => this.#load())) ?? false;
  }

  /** The method that tells it. */
  protected abstract get method(): string;

  /** Asks the adapter. */
  protected abstract ask(api: InteractionApi, ref: InteractionRef): Promise<Data>;

  /** Whether the adapter can be asked now. */
  protected get usable(): boolean {
    return (
      this.live &&
      // What this Five9 cannot do, it cannot do the next time either.
      this.error?.errorCode !== 'NotSupported' &&
      !connectionWords(this.service, this.method)
    );
  }

  /** What is said where there is no interaction. */
  protected get none(): string {
    return 'No interaction';
  }

  /** Why there is nothing to see, or what is awaited, in words; else `found`. */
  protected words(found: string): string {
    const {interaction} = this;
    if (interaction && !isLive(interaction)) return 'Finished';
    return (
      connectionWords(this.service, this.method) ||
      (!this.live ? this.none : this.data ? found : this.pending ? 'Loading…' : '')
    );
  }

  /** Whether there is an interaction that is not over. */
  protected get live(): boolean {
    const {interaction} = this;
    return interaction !== undefined && isLive(interaction);
  }

  /** Takes in what the adapter told. */
  protected take(data: Data): void {
    this.data = data;
    this.requestUpdate();
  }

  /** Asks anew where that makes sense. */
  protected keepUp(): void {
    if (this.usable) void this.refresh();
  }

  /**
   * The API, and which interaction it is about, for what must be sent now or never.
   * @throws `NotConnected`; `Generic` where there is no interaction.
   */
  protected target(method: string): [api: InteractionApi, ref: InteractionRef] {
    const {api} = connected(this.service, method);
    const {interaction} = this;
    if (!interaction || !this.live) throw new InteractionApiError('Generic', `${this.none}.`, method);
    return [api, {interactionType: interaction.type, interactionId: interaction.id}];
  }

  protected override willUpdate(): void {
    const {service, interaction, usable} = this;
    // Out of the page it knows nothing, and forgets nothing.
    if (!service) return;
    const about = `${this.method} ${interaction?.id}`;
    if (about !== this.#about) {
      this.data = undefined;
      this.clearError();
    }
    const news = about !== this.#about || interaction !== this.#seen || usable !== this.#heard;
    this.#about = about;
    this.#seen = interaction;
    this.#heard = usable;
    this.setState('disabled', !usable);
    this.setState('finished', interaction !== undefined && !this.live);
    if (news) this.keepUp();
  }

  async #load(): Promise<boolean> {
    const about = this.#about;
    const asked = (this.#asked = {});
    const of = (): boolean => asked === this.#asked && about === this.#about;
    const target = this.target(this.method);
    try {
      const data = await this.ask(...target);
      if (of()) this.take(data);
      return true;
    } catch (error) {
      // Unless its end or another interaction has come meanwhile.
      if (of() && this.usable) throw error;
      return false;
    }
  }
}

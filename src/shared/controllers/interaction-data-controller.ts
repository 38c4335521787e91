import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {InteractionRef} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {connected, connectionWords} from '../words/connection-words.js';
import type {ActionController} from './action-controller.js';
import type {InteractionController} from './interaction-controller.js';
import {toggleState} from './toggle-state.js';

/** An element that shows data of an interaction. */
export interface InteractionDataHost extends ReactiveControllerHost {
  readonly service: InteractionService | undefined;
}

/** Options of an `InteractionDataController`. */
export interface InteractionDataOptions<Data> {
  /** Controller that follows the interaction whose data are fetched. */
  readonly followed: InteractionController;
  /** Controller that shows the element as pending during a request, and shows the error if the request fails. */
  readonly action: ActionController;
  /** Custom states of the element. `InteractionDataController` sets the states `disabled` and `finished`. */
  readonly states: CustomStateSet;
  /** Returns the name of the method that `fetch` calls first; `undefined` if the element does not know the name yet. */
  readonly method: () => string | undefined;
  /** Requests the data. */
  readonly fetch: (api: InteractionApi, ref: InteractionRef) => Promise<Data>;
}

/**
 * Fetches data of the interaction that an element acts on. Fetches them when the interaction appears, when the
 * interaction changes, and when the connection is restored. Keeps the data when the interaction is over, because the
 * adapter no longer returns them.
 */
export class InteractionDataController<Data> implements ReactiveController {
  /** Data from the last answer of the adapter; `undefined` before the first answer. */
  data: Data | undefined;

  readonly #host: InteractionDataHost;
  readonly #options: InteractionDataOptions<Data>;
  /** Name of the method and id of the interaction to which the data belong. */
  #subject = '';
  #interactionBefore: Interaction | undefined;
  #canFetchBefore = false;
  #newestRequest = 0;

  constructor(host: InteractionDataHost, options: InteractionDataOptions<Data>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether the data can be requested now. */
  get canFetch(): boolean {
    const {followed, action} = this.#options;
    const method = this.#options.method();
    // Do not request the data again after `NotSupported`, because another request would fail too.
    if (!method || !followed.isLive || action.error?.errorCode === 'NotSupported') return false;
    return connectionWords(this.#host.service, method) === '';
  }

  /**
   * Requests the data. Resolves with true if the adapter has returned the data. If the request fails, the element shows
   * the error.
   */
  async refresh(): Promise<boolean> {
    return (await this.#options.action.run(() => this.#load())) ?? false;
  }

  /** Requests the data if that is possible now. */
  refreshIfPossible(): void {
    if (this.canFetch) void this.refresh();
  }

  /** Replaces the data with newer data, for example after the agent has changed them. */
  replace(data: Data): void {
    this.data = data;
    this.#host.requestUpdate();
  }

  /**
   * Returns a text about the state of the data: why they cannot be fetched, or that they are loading. If the data are
   * available and can be fetched again, returns `words`.
   */
  status(words: string): string {
    const {followed, action} = this.#options;
    const {interaction} = followed;
    if (interaction && !isLive(interaction)) return 'Finished';
    const problem = connectionWords(this.#host.service, this.#options.method());
    if (problem) return problem;
    if (!followed.isLive) return followed.noneWords;
    if (this.data !== undefined) return words;
    return action.pending ? 'Loading…' : '';
  }

  /**
   * Returns the API and the interaction for a request that must not wait for a connection.
   * @param method Name of the method that will be called.
   * @throws `NotConnected`, `NotSupported`, or `Generic` if there is no live interaction.
   */
  target(method: string): {api: InteractionApi; ref: InteractionRef} {
    const {followed} = this.#options;
    const {api} = connected(this.#host.service, method);
    const {interaction} = followed;
    if (!interaction || !followed.isLive) throw new InteractionApiError('Generic', `${followed.noneWords}.`, method);
    return {api, ref: {interactionType: interaction.type, interactionId: interaction.id}};
  }

  hostUpdate(): void {
    // Do nothing if the element is outside the page and so has no service, because the element must keep its data.
    if (!this.#host.service) return;
    const {followed, action, states} = this.#options;
    const {interaction} = followed;
    const subject = `${this.#options.method()} ${interaction?.id}`;
    const isAnother = subject !== this.#subject;
    if (isAnother) {
      this.#subject = subject;
      this.data = undefined;
      action.clear();
    }
    const {canFetch} = this;
    const hasChanged = isAnother || interaction !== this.#interactionBefore || canFetch !== this.#canFetchBefore;
    this.#interactionBefore = interaction;
    this.#canFetchBefore = canFetch;
    toggleState(states, 'disabled', !canFetch);
    toggleState(states, 'finished', interaction !== undefined && !followed.isLive);
    if (hasChanged) this.refreshIfPossible();
  }
  async #load(): Promise<boolean> {
    const method = this.#options.method();
    if (!method) return false;
    const subject = this.#subject;
    const request = ++this.#newestRequest;
    // An answer is stale if a newer request was sent, or if the element now acts on another interaction.
    const isStale = (): boolean => request !== this.#newestRequest || subject !== this.#subject;
    const {api, ref} = this.target(method);
    try {
      const data = await this.#options.fetch(api, ref);
      if (!isStale()) this.replace(data);
      return true;
    } catch (error) {
      // Ignore the error if the answer is stale, or if the data cannot be requested now, because the element already
      // shows the reason.
      if (isStale() || !this.canFetch) return false;
      throw error;
    }
  }
}

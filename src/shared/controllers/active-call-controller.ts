import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {InteractionService} from '../../service/interaction-service.js';
import {connectionWords} from '../words/connection-words.js';
import type {ActionController} from './action-controller.js';
import type {InteractionController} from './interaction-controller.js';
import {toggleState} from './toggle-state.js';

/** An element that acts on an accepted call. */
export interface ActiveCallHost extends ReactiveControllerHost {
  readonly service: InteractionService | undefined;
}

/** Objects of the element that `ActiveCallController` uses, and the API method that the element calls. */
export interface ActiveCallOptions {
  /** Controller that follows the call. */
  readonly followed: InteractionController;
  /**
   * Controller that runs the actions of the element. `ActiveCallController` removes an error that is no longer valid.
   */
  readonly action: ActionController;
  /** Custom states of the element. `ActiveCallController` sets the state `disabled`. */
  readonly states: CustomStateSet;
  /** Name of the API method that the element calls. */
  readonly method: string;
}

/** Checks whether an element can act on its call now, and returns the reason if it cannot. */
export class ActiveCallController implements ReactiveController {
  readonly #host: ActiveCallHost;
  readonly #options: ActiveCallOptions;
  #callId: string | undefined;

  constructor(host: ActiveCallHost, options: ActiveCallOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether the element can act on the call now. */
  get isUsable(): boolean {
    return this.problem === '';
  }

  /** The reason why the element cannot act on a call now, as a text; empty if the element can act on the call. */
  get problem(): string {
    const {followed, method} = this.#options;
    const problem = connectionWords(this.#host.service, method);
    if (problem) return problem;
    const {interaction} = followed;
    return interaction?.type === 'Call' && interaction.state === 'accepted' ? '' : followed.noneWords;
  }

  hostUpdate(): void {
    const {followed, action, states} = this.#options;
    const callId = followed.interaction?.id;
    const isUsableAgain = this.isUsable && states.has('disabled');
    // Remove the error when the call has changed, or when the element is usable again.
    if (callId !== this.#callId || isUsableAgain) action.clear();
    this.#callId = callId;
    toggleState(states, 'disabled', !this.isUsable);
  }
}

import {sessionOf} from '../../service/adapter-identity.js';
import type {InteractionService} from '../../service/interaction-service.js';

/** Follows which agent is logged in to the adapter. */
export class AgentFollower {
  readonly #service: InteractionService;
  readonly #changed: (agent: string) => void;
  readonly #stopListening: () => void;
  /** What the adapter had reported when it was asked for the agent last; empty without a connection. */
  #state = '';

  /** @param changed Called with a text that is the same for the same agent and tenant. */
  constructor(service: InteractionService, changed: (agent: string) => void) {
    this.#service = service;
    this.#changed = changed;
    this.#stopListening = service.listen({serviceChanged: () => this.#look()});
    this.#look();
  }

  stop(): void {
    this.#stopListening();
    this.#state = '';
  }

  /** Asks for the agent if an adapter has connected, or if the state of the login has changed. */
  #look(): void {
    const {connected, agentSession} = this.#service;
    const state = connected ? `connected ${agentSession.loginState ?? ''}` : '';
    if (state === this.#state) return;
    this.#state = state;
    if (connected) void this.#ask(state);
  }

  async #ask(state: string): Promise<void> {
    try {
      const agent = sessionOf(await this.#service.api.getMetadata());
      if (agent !== undefined && state === this.#state) this.#changed(agent);
    } catch {
      // The agent stays unknown, because the adapter does not report its session before the login.
    }
  }
}

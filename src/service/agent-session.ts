import {isRecord} from '../interaction-api/is-record.js';
import {textOf} from '../interaction-api/text-of.js';
import {
  type AdapterErrorParams,
  APPLICATION_EVENT_NAMES,
  type LoginState,
} from '../sdk/application-api/application-api.types.js';
import type {CrmApi} from '../sdk/crm-api/crm-api.js';
import {AdapterErrorEvent, LoginStateEvent, SessionInitializedEvent} from './session-events.js';

/**
 * The states in which the agent has not completed the login, and cannot dial. Another state is possible, because these
 * states are only known from public code (docs/FIVE9.md).
 */
const BEFORE_WORKING: readonly unknown[] = ['SELECT_STATION', 'SELECT_SKILLS', 'ACCEPT_NOTICE', 'RELOGIN'];

/** The part of the Application API, of this package or of an official SDK, that reports the session. */
export interface SessionApi {
  subscribe(events: Readonly<Record<string, (data: unknown) => void>>): unknown;
  getConfig(): PromiseLike<unknown>;
}

/**
 * What the adapter has reported about the agent: the state of the login, and whether the agent can dial. Old adapters
 * report nothing.
 */
export class AgentSession {
  readonly #target: EventTarget;
  readonly #changed: () => void;
  #loginState: LoginState | undefined;
  #isLoginIncomplete = false;
  #isDialAllowed: boolean | undefined;
  #official: SessionApi | undefined;

  /**
   * @param target The object at which the events of the session are dispatched.
   * @param changed Called when a property has changed.
   */
  constructor(target: EventTarget, changed: () => void) {
    this.#target = target;
    this.#changed = changed;
  }

  /** State of the agent's login, as the adapter reported it last; `undefined` if unknown. */
  get loginState(): LoginState | undefined {
    return this.#loginState;
  }

  /** Whether the agent can dial; `undefined` if the adapter has not reported it. */
  get canDial(): boolean | undefined {
    if (this.#isLoginIncomplete) return false;
    return this.#isDialAllowed ?? (this.#loginState === 'WORKING' ? true : undefined);
  }

  /** Follows the events of the Application API. */
  followApplication(api: Pick<SessionApi, 'subscribe'>): void {
    const receive = (name: string) => (data: unknown) => this.#receive(name, data);
    api.subscribe(Object.fromEntries(APPLICATION_EVENT_NAMES.map((name) => [name, receive(name)])));
  }

  /** Follows the events of the Application API of an official SDK, which is connected now. */
  followOfficial(api: SessionApi): void {
    // Subscribe once, because an official SDK cannot end a subscription.
    if (api !== this.#official) this.followApplication(api);
    this.#official = api;
    void this.askLoginState(api);
  }

  /** Follows the questions of the CRM API that report whether the agent can dial, also if the page answers them. */
  followCrm(api: Pick<CrmApi, 'observe'>): void {
    api.observe({
      question: (method) => {
        if (method === 'enableClickToDial') this.#allowDial(true);
        if (method === 'disableClickToDial') this.#allowDial(false);
      },
    });
  }

  /**
   * Requests the state of the login, because it is unknown whether an adapter reports it again to a page that connects
   * late. The adapter returns its configuration only in the state `WORKING` (docs/FIVE9.md).
   */
  async askLoginState(api: Pick<SessionApi, 'getConfig'>): Promise<void> {
    try {
      const config = await api.getConfig();
      if (isRecord(config) && this.#loginState === undefined) this.#setLoginState('WORKING');
    } catch {
      // The state stays unknown: an adapter rejects in other states, and an old adapter does not know the request.
    }
  }

  /** Forgets the state of the login if an official SDK reports it, because the SDK does not report that it is disconnected. */
  sdkDisconnected(): void {
    if (this.#official) this.forgetLogin();
  }

  /** Forgets the state of the login, because the adapter is no longer connected. */
  forgetLogin(): void {
    if (this.#loginState === undefined) return;
    this.#loginState = undefined;
    this.#isLoginIncomplete = false;
    this.#changed();
  }

  /** Forgets whether the agent can dial, because the adapter is no longer connected. */
  forgetDialAvailability(): void {
    if (this.#isDialAllowed === undefined) return;
    this.#isDialAllowed = undefined;
    this.#changed();
  }

  #receive(name: string, data: unknown): void {
    if (name === 'sessionInitialized') this.#target.dispatchEvent(new SessionInitializedEvent(null));
    if (name === 'loginStateChanged') this.#readLoginState(data);
    if (name === 'error') this.#target.dispatchEvent(new AdapterErrorEvent(errorParams(data)));
  }

  #readLoginState(data: unknown): void {
    const state = textOf((Object(data) as {state?: unknown}).state);
    if (state !== undefined) this.#setLoginState(state);
  }

  #setLoginState(state: LoginState): void {
    this.#loginState = state;
    this.#isLoginIncomplete = BEFORE_WORKING.includes(state);
    this.#changed();
    this.#target.dispatchEvent(new LoginStateEvent({state}));
  }

  #allowDial(isAllowed: boolean): void {
    this.#isDialAllowed = isAllowed;
    // An adapter that allows a dial has completed the login.
    if (isAllowed) this.#isLoginIncomplete = false;
    this.#changed();
  }
}

const errorParams = (data: unknown): AdapterErrorParams => (isRecord(data) ? data : {});

import {html, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {isRecord} from '../../interaction-api/is-record.js';
import {toInteractionApiError} from '../../interaction-api/errors.js';
import type {Connection, ConnectionReason} from '../../interaction-api/transport.js';
import type {Metadata} from '../../interaction-api/types.js';
import type {LoginState} from '../../sdk/application-api/application-api.types.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {WsEventsController} from '../../shared/controllers/ws-events-controller.js';
import {readable} from '../../shared/parse/crm-record.js';
import {renderDetail} from '../../shared/render/detail.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {listStyles} from '../../shared/styles/list-styles.js';
import {styles} from './agent-status.styles.js';
import {loginStep, loginWords} from './login-words.js';

/**
 * Ids of the WebSocket events after which another agent may be logged in: 'login state changed' and 'agent has logged
 * in' (docs/FIVE9.md 7.1).
 */
const LOGIN_CHANGED = ['17', '22009'];

const STATUSES: Connection['status'][] = ['connecting', 'connected', 'lost', 'unreachable'];

/** Texts for the reasons why there is no connection. Each text describes the steps that the agent can take. */
const WORDS: Partial<Record<ConnectionReason, string>> = {
  'adapter-disconnected': 'Five9 was closed or is reloading. It connects automatically when it has loaded.',
  'adapter-gone': 'Five9 was removed from this page. Reload the page.',
  'no-answer':
    'Five9 does not answer. Check that it is open in this page, not in a window of its own, and log in to it.',
  'no-sdk': 'This page requires the Five9 SDK and does not have it. Ask your administrator.',
  closed: 'This page has disconnected from Five9. Reload the page.',
};

/**
 * Shows the agent who is logged in and the state of the connection to Five9. Without a connection, shows the steps that
 * the agent can take.
 *
 * A newer adapter reports the state of the login, for example that the agent has not selected a station. With an older
 * adapter, an agent counts as logged in if the adapter returns the id of an agent. The master page is the tab whose
 * adapter holds the WebSocket connection to Five9.
 *
 * @summary Connection, login, agent, tenant and master page.
 * @tag five9-agent-status
 * @fires {Five9ErrorEvent} five9-error - The adapter did not return the agent.
 * @csspart lamp - The lamp next to the state of the connection.
 * @csspart status - State of the connection as text.
 * @csspart details - State of the login, agent, tenant and master page.
 * @csspart error - The error message.
 * @csspart retry - The button that requests the agent again.
 * @cssprop [--five9-accent] - Colour of the lamp while connected, and of the button.
 * @cssprop [--five9-danger] - Colour of errors, and of the lamp while the connection is lost.
 * @cssprop [--five9-muted] - Colour of the names of the details.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate connecting - The page is looking for the adapter.
 * @cssstate connected - The adapter is connected.
 * @cssstate lost - The connection to the adapter was lost.
 * @cssstate unreachable - No adapter answers.
 * @cssstate logged-out - The adapter is connected, and no agent is logged in.
 * @cssstate logging-in - The adapter is connected, and the agent has not completed the login.
 * @cssstate pending - The agent is being requested.
 * @cssstate error - An error is shown.
 */
export class Five9AgentStatus extends Five9Element {
  static override styles = [...Five9Element.styles, controlStyles, listStyles, styles];

  @state() private known: Metadata | undefined;
  @state() private master: boolean | undefined;

  #connection: Connection | undefined;
  #loginState: LoginState | undefined;

  constructor() {
    super();
    new WsEventsController(this, () => this.#load(), LOGIN_CHANGED);
  }

  /** Ids of the agent and of the tenant, as the adapter returned them last; `undefined` until the first answer. */
  get metadata(): Metadata | undefined {
    return this.known;
  }

  /** Whether this page's adapter holds the WebSocket connection to Five9; `undefined` if unknown. */
  get masterPage(): boolean | undefined {
    return this.master;
  }

  /** State of the agent's login, for example `WORKING`; `undefined` if the adapter has not reported it. */
  get loginState(): LoginState | undefined {
    return this.service?.agentSession.loginState;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisibilityChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibilityChange);
  }

  override render() {
    const {error} = this;
    return html`<p>
        <span part="lamp" aria-hidden="true"></span><span part="status" role="status">${this.#words}</span>
      </p>
      ${this.#renderDetails()} ${this.renderError()}
      ${error ? html`<button part="retry" @click=${this.#onRetry}>Try again</button>` : nothing}`;
  }

  protected override willUpdate(): void {
    const {service} = this;
    const connection = service?.connection;
    if (connection !== this.#connection) {
      this.#connection = connection;
      this.known = undefined;
      this.master = undefined;
      this.clearError();
      if (service?.connected) this.#load();
    }
    const {loginState} = this;
    if (loginState !== this.#loginState) {
      this.#loginState = loginState;
      // Another agent may have logged in.
      if (loginState !== undefined) this.#load();
    }
    for (const status of STATUSES) this.setState(status, status === (connection?.status ?? 'connecting'));
    this.setState('logged-out', this.#loggedOut);
    this.setState('logging-in', this.#isConnected && loginStep(loginState) !== undefined);
  }

  #renderDetails(): TemplateResult | typeof nothing {
    const {known, master} = this;
    const login = this.#isConnected ? loginWords(this.loginState) : undefined;
    const agent = this.#loggedOut ? undefined : known;
    if (!agent && !login) return nothing;
    return html`<dl part="details">
      ${renderDetail('Login', login)} ${renderDetail('Agent', readable(agent?.agentId))}
      ${renderDetail('Tenant', readable(agent?.tenantId))} ${renderDetail('Master page', agent && masterWords(master))}
    </dl>`;
  }

  get #isConnected(): boolean {
    return this.service?.connected ?? false;
  }

  get #loggedOut(): boolean {
    return this.known !== undefined && !readable(this.known.agentId);
  }

  get #words(): string {
    const {status, reason = 'searching', origin} = this.service?.connection ?? {};
    if (status === 'connected') {
      const step = loginStep(this.loginState);
      return step ?? (this.#loggedOut ? 'Nobody is logged in. Log in to Five9.' : 'Connected');
    }
    if (reason === 'origin-refused') {
      return `Five9 answered from ${origin ?? 'another address'}, and this page does not trust that address. Ask your administrator to add it to adapter-origin.`;
    }
    return WORDS[reason] ?? 'Connecting to Five9…';
  }

  /**
   * Requests the ids of the agent and the tenant, and whether this tab is the master page. Ignores the answers if the
   * connection has changed since the request.
   */
  readonly #load = (): void => {
    const {service} = this;
    const connection = service?.connection;
    if (!service?.connected) return;
    const {api} = service;
    void this.run(async () => {
      try {
        const [known, master] = await Promise.all([
          api.getMetadata().catch(unlessSupported),
          api.isMasterPage().catch(unlessSupported),
        ]);
        if (connection !== this.#connection) return;
        // Check the type, because an SDK may answer with `undefined`.
        this.known = isRecord(known) ? known : undefined;
        this.master = typeof master === 'boolean' ? master : undefined;
      } catch (error) {
        if (connection === this.#connection) throw error;
      }
    });
  };

  /**
   * Requests the state again when the page becomes visible, because another tab may have become the master page, and no
   * event reports this.
   */
  readonly #onVisibilityChange = (): void => {
    if (!document.hidden) this.#load();
  };

  #onRetry(): void {
    this.#load();
  }
}

/**
 * Handles the error of a request. Returns `undefined` if the method is not supported, so that no value is shown. Throws
 * any other error.
 */
function unlessSupported(error: unknown): undefined {
  if (toInteractionApiError(error).errorCode !== 'NotSupported') throw error;
}

function masterWords(isMaster: boolean | undefined): string | undefined {
  if (isMaster === undefined) return undefined;
  return isMaster ? 'this tab' : 'another tab';
}

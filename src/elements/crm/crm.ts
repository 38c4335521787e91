import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {InteractionApiError} from '../../interaction-api/errors.js';
import type {SaveLogParams} from '../../sdk/crm-api/crm-api.types.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {ApiResponder} from '../../shared/controllers/api-responder.js';
import {optionalNumber} from '../../shared/parse/optional-number.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import type {TileFigure} from './adt-config.js';
import {CrmAnswers, type CrmHost} from './crm-answers.js';
import {foundWords, type UnsavedLog, unsavedLog} from './crm-work.js';
import {styles} from './crm.styles.js';
import {reportOtherClient} from './other-clients.js';

/**
 * Answers the adapter for the CRM: finds the records of the other party, shows a record, and saves the log of an
 * interaction. The page answers in listeners of events, or gives addresses, so that no script is necessary.
 *
 * The addresses are URI templates (RFC 6570), for example `/api/contacts?phone={number}`. Their variables are the fields
 * of the interaction and `number` (the customer's number), and for `screen-pop-href` also the fields of the record.
 * Values are encoded. Only http and https addresses of this page's origin are used, and of `allow-origins`.
 *
 * Functions that the page registers with `Five9.CrmSdk.crmApi().registerApi()` answer first. A page needs only one
 * `five9-crm`; a second one shows an error and does nothing.
 *
 * @summary Finds the caller, shows the record and saves the log, with or without a script.
 * @tag five9-crm
 * @fires {SearchEvent} five9-search - The adapter asks for the records of the other party. Answer with `respondWith`. Default: the records at `search-href`.
 * @fires {ScreenPopEvent} five9-screen-pop - The adapter requests to show a record. Default: goes to `screen-pop-href`.
 * @fires {SaveLogEvent} five9-save-log - The adapter requests to save the log. Default: posts the log to `log-href`.
 * @fires {CallsTodayEvent} five9-calls-today - The agent has pressed the tile with today's calls. Default: goes to `calls-today-href`.
 * @fires {ChatsTodayEvent} five9-chats-today - The agent has pressed the tile with today's chats. Default: goes to `chats-today-href`.
 * @fires {EmailsTodayEvent} five9-emails-today - The agent has pressed the tile with today's e-mails. Default: goes to `emails-today-href`.
 * @fires {BringToFrontEvent} five9-bring-to-front - The adapter requests to be visible. Default: opens the parts of the page around `five9-adapter`.
 * @fires {DialAvailabilityEvent} five9-dial-availability - The adapter has reported whether the agent can dial.
 * @fires {Five9ErrorEvent} five9-error - A search, a screen pop or a log has failed.
 * @csspart status - The work of the element, as text.
 * @csspart blocked - The link to a record that the browser has not opened.
 * @csspart unsaved - A log that was not saved.
 * @csspart retry - The button that saves the log again.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of buttons, links and of the focus.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of the status.
 * @cssstate dial-available - The adapter has reported that the agent can dial.
 * @cssstate error - An error is shown.
 */
export class Five9Crm extends Five9Element implements CrmHost {
  static override styles = [...Five9Element.styles, controlStyles, styles];

  /** Name of the CRM, which the adapter shows at the log-in. */
  @property({attribute: 'provider-name'}) providerName: string | null | undefined;
  /** Number of calls today. With a value, the adapter shows a tile. An empty text shows the tile without a number. */
  @property({attribute: 'calls-today'}) callsToday: TileFigure;
  /** Number of chats today, as `calls-today`. */
  @property({attribute: 'chats-today'}) chatsToday: TileFigure;
  /** Number of e-mails today, as `calls-today`. */
  @property({attribute: 'emails-today'}) emailsToday: TileFigure;
  /** Whether the search panel of the adapter shows the fields of the VCC contact. */
  @property({attribute: 'contact-info', type: Boolean}) contactInfo = false;
  /** Address of a guide for agents, which the adapter shows. */
  @property({attribute: 'guide-link'}) guideLink: string | null | undefined;
  /** Whether the adapter offers the numbers of the page's `five9-click2dial` elements. */
  @property({attribute: 'suggest-numbers', type: Boolean}) suggestNumbers = false;
  /** Template of the address that returns the records of the other party: a record, a list, or a search result, as JSON. */
  @property({attribute: 'search-href'}) searchHref: string | null | undefined;
  /** Template of the address of a record. */
  @property({attribute: 'screen-pop-href'}) screenPopHref: string | null | undefined;
  /** Template of the address to which the log is posted. */
  @property({attribute: 'log-href'}) logHref: string | null | undefined;
  /** Address of the calls of today. */
  @property({attribute: 'calls-today-href'}) callsTodayHref: string | null | undefined;
  /** Address of the chats of today. */
  @property({attribute: 'chats-today-href'}) chatsTodayHref: string | null | undefined;
  /** Address of the e-mails of today. */
  @property({attribute: 'emails-today-href'}) emailsTodayHref: string | null | undefined;
  /** Origins that addresses may have, separated by spaces, in addition to the page's own origin. */
  @property({attribute: 'allow-origins'}) allowOrigins: string | null | undefined;
  /** Name of the window or frame in which records are shown. Default: this page. */
  @property() target: string | null | undefined;
  /** Name of the `<meta>` whose content is sent with each log, for example `csrf-token`. */
  @property({attribute: 'csrf-meta'}) csrfMeta: string | null | undefined;
  /** Header in which the content of `csrf-meta` is sent. Default: `X-CSRF-Token`. */
  @property({attribute: 'csrf-header'}) csrfHeader: string | null | undefined;
  /** Milliseconds for an answer of the page. Default: 10000, and 30000 for a log. */
  @property({converter: optionalNumber}) timeout: number | null | undefined;

  @state() private status = '';
  @state() private unsaved: readonly UnsavedLog[] = [];
  /** Address that the browser has not opened. */
  @state() private blockedAddress: URL | undefined;

  readonly #answers = new CrmAnswers(this);
  readonly #responder = new ApiResponder(this, {
    api: 'crmApi',
    answer: this.#answers.answer,
    changed: (api) => {
      if (api) reportOtherClient();
    },
    refused: (error) => {
      if (error) this.fail(error);
      else this.clearError();
    },
  });

  /** Headers for requests that save a log. */
  get requestHeaders(): Readonly<Record<string, string>> {
    const {csrfMeta, csrfHeader} = this;
    const token = csrfMeta && document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(csrfMeta)}"]`)?.content;
    return token ? {[csrfHeader || 'X-CSRF-Token']: token} : {};
  }

  override serviceChanged(): void {
    // The first call comes from the constructor of the base class.
    this.#responder?.serviceChanged();
    super.serviceChanged();
  }

  override render() {
    const {status, blockedAddress, unsaved} = this;
    return html`<p part="status" role="status">${status}</p>
      ${
        blockedAddress
          ? html`<p><a part="blocked" href=${blockedAddress.href} target=${this.target ?? nothing} @click=${this.#onOpened}>Open the record</a></p>`
          : nothing
      }
      <div role="alert">${unsaved.map((log) => this.#renderUnsaved(log))}</div>
      ${this.renderError()}`;
  }

  // The functions with which the answers show their work

  /** @internal */
  searching(): void {
    this.status = 'Searching…';
  }

  /** @internal */
  found(count: number): void {
    this.status = foundWords(count);
  }

  /** @internal */
  blocked(address: URL): void {
    this.blockedAddress = address;
  }

  /** @internal */
  saving(): void {
    this.status = 'Saving the log…';
  }

  /** @internal */
  saved(params: SaveLogParams): void {
    this.status = 'Log saved';
    this.unsaved = this.unsaved.filter((log) => log.params !== params);
  }

  /** @internal */
  notSaved(params: SaveLogParams, error: InteractionApiError): void {
    this.status = '';
    if (!this.unsaved.some((log) => log.params === params)) this.unsaved = [...this.unsaved, unsavedLog(params)];
    this.fail(error);
  }

  /** @internal */
  dialAvailable(available: boolean): void {
    this.setState('dial-available', available);
  }

  /** @internal */
  failed(error: InteractionApiError): void {
    this.fail(error);
  }

  readonly #onOpened = (): void => {
    this.blockedAddress = undefined;
  };

  #renderUnsaved(log: UnsavedLog): TemplateResult {
    return html`<p part="unsaved">
      <span>Log not saved: <bdi>${log.title}</bdi></span>
      <button part="retry" @click=${() => this.#retry(log)}>Save again</button>
    </p>`;
  }

  #retry({params}: UnsavedLog): void {
    this.clearError();
    // The element shows a new failure, so the rejection needs no other handler.
    this.#answers.saveLog(params).catch(() => undefined);
  }
}

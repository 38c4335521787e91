import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {CrmApi} from '../../sdk/crm-api/crm-api.js';
import {Five9ErrorEvent} from '../../service/events.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {ApiResponder} from '../../shared/controllers/api-responder.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {importModule} from '../../shared/load/import-module.js';
import {optionalNumber} from '../../shared/parse/optional-number.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {PageError} from '../../shared/words/page-error.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import type {CrmBody} from './crm-body.js';
import type {CrmSettings} from './crm-host.js';
import {styles} from './crm.styles.js';
import {availabilityEvent} from './dial-availability.js';
import {figureOf, type TileFigure} from './tile-figure.js';
import type {UnsavedLog} from './unsaved-logs.js';

type TileProperty = 'callsToday' | 'chatsToday' | 'emailsToday';

/** The properties with the figure of a tile, and their attributes. */
const TILES: readonly (readonly [TileProperty, string])[] = [
  ['callsToday', 'calls-today'],
  ['chatsToday', 'chats-today'],
  ['emailsToday', 'emails-today'],
];

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
 * The element loads the code that answers on demand, from `crm.js` in the folder of the bundle.
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
 * @csspart record - The link to a record that the browser has not opened.
 * @csspart unsaved - A log that was not saved.
 * @csspart retry - The button that saves the log again.
 * @csspart discard - The button that removes the log.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of buttons, links and of the focus.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of the status.
 * @cssstate dial-available - The adapter has reported that the agent can dial.
 * @cssstate log-not-saved - A log was not saved.
 * @cssstate error - An error is shown.
 */
export class Five9Crm extends Five9Element implements CrmSettings {
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
  /**
   * Whether the adapter offers the numbers of the page: those of the `five9-click2dial` and `five9-dial-links` elements,
   * up to 20. Numbers in shadow roots of the page are not found.
   */
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
  /**
   * Whether the record of an interaction is loaded again in `target` after the log has been saved, so that it shows the
   * log. A record in this page is not loaded again.
   */
  @property({attribute: 'reload-after-log', type: Boolean}) reloadAfterLog = false;
  /**
   * Name of the `<meta>` whose content is sent with each log, for example `csrf-token`. It is sent only to the origin of
   * the page, and not to `allow-origins`.
   */
  @property({attribute: 'csrf-meta'}) csrfMeta: string | null | undefined;
  /** Header in which the content of `csrf-meta` is sent. Default: `X-CSRF-Token`. */
  @property({attribute: 'csrf-header'}) csrfHeader: string | null | undefined;
  /** Milliseconds for an answer of the page. Default: 10000, and 30000 for a log. */
  @property({converter: optionalNumber}) timeout: number | null | undefined;

  readonly #responder = new ApiResponder(this, {
    api: 'crmApi',
    answer: async (method, params) => (await this.#load()).answer(method, params),
    observer: {question: (method) => this.#onQuestion(method)},
    changed: (api) => this.#answeringChanged(api),
    refused: (error) => {
      if (error) this.fail(error);
      else this.clearError();
    },
  });
  /** The API whose questions the element answers; `undefined` while it does not answer. */
  #api: CrmApi | undefined;
  #body: CrmBody | undefined;
  #loading: Promise<CrmBody> | undefined;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  override serviceChanged(): void {
    this.#responder.serviceChanged();
    super.serviceChanged();
  }

  override render() {
    const {status = '', link, unsavedLogs = []} = this.#body?.work ?? {};
    return html`<p part="status" role="status" tabindex="-1">${status}</p>
      ${
        link
          ? html`<p>
              <a part="record" href=${link.address.href} target=${link.target} @click=${this.#onLinkClick}
                >Open <bdi>${link.name}</bdi></a
              >
            </p>`
          : nothing
      }
      <div role="alert" aria-atomic="false">
        ${repeat(
          unsavedLogs,
          ({key}) => key,
          (log) => this.#renderUnsaved(log),
        )}
      </div>
      ${this.renderError()}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    for (const [name, attribute] of TILES) if (changed.has(name)) this.#checkFigure(name, attribute);
    this.setState('log-not-saved', Boolean(this.#body?.work.unsavedLogs.length));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('suggestNumbers')) this.#body?.suggest();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#loading?.catch(() => undefined);
    return super.getUpdateComplete();
  }

  #checkFigure(name: TileProperty, attribute: string): void {
    if (!Number.isNaN(figureOf(this[name]))) return;
    const text = String(this[name]).slice(0, 50);
    this.reportValue(name, new PageError('Generic', `${attribute} must be a number, and not “${text}”.`));
  }

  #answeringChanged(api: CrmApi | undefined): void {
    this.#api = api;
    this.#body?.follow(api);
    // An error is shown, and the next question loads the file again.
    if (api) this.#load().catch(() => undefined);
  }

  #onQuestion(method: string): void {
    const event = availabilityEvent(method);
    if (!event) return;
    this.setState('dial-available', event.detail.available);
    this.dispatchEvent(event);
  }

  /** Loads the part that answers the adapter. Shows an error if this fails. */
  #load(): Promise<CrmBody> {
    this.#loading ??= importModule(() => import('./crm-body.js'))
      .catch(notLoaded('The part of this page that answers Five9'))
      .then(
        ({CrmBody: Body}) => {
          this.#body = new Body({
            element: this,
            changed: () => this.requestUpdate(),
            fail: (error) => this.fail(error),
            report: (error) => this.dispatchEvent(new Five9ErrorEvent(error)),
            clearError: () => this.clearError(),
          });
          if (this.#api) this.#body.follow(this.#api);
          return this.#body;
        },
        (error: unknown) => {
          this.#loading = undefined;
          this.fail(error);
          throw error;
        },
      );
    return this.#loading;
  }

  readonly #onLinkClick = (): void => {
    this.#body?.work.offer(undefined);
  };

  #renderUnsaved(log: UnsavedLog): TemplateResult {
    const {key, title, reason, isSaving} = log;
    return html`<p part="unsaved">
      <span>Log not saved: <bdi>${title}</bdi>. ${reason}</span>
      <button
        part="retry"
        aria-label=${`${isSaving ? 'Saving…' : 'Save again'} ${title}`}
        aria-disabled=${isSaving ? 'true' : nothing}
        @click=${() => this.#onRetry(log)}
      >
        ${isSaving ? 'Saving…' : 'Save again'}
      </button>
      <button part="discard" aria-label=${`Discard ${title}`} @click=${() => this.#body?.work.discard(key)}>
        Discard
      </button>
    </p>`;
  }

  #onRetry({params, isSaving}: UnsavedLog): void {
    if (!isSaving) this.#body?.saveAgain(params);
  }
}

import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {InteractionApiError, toInteractionApiError} from '../../interaction-api/errors.js';
import {NotImplemented} from '../../sdk/base/not-implemented.js';
import type {CrmApi} from '../../sdk/crm-api/crm-api.js';
import type {InteractionParams, SaveLogParams, ScreenPopParams, SearchParams, SearchResult} from '../../sdk/crm-api/crm-api.types.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {askPage} from '../../shared/controllers/ask-page.js';
import type {AnswerableEvent} from '../../shared/events/answerable-event.js';
import {optionalNumber} from '../../shared/parse/optional-number.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {expandTemplate, type TemplateValues} from './address-template.js';
import {adtConfigOf, figureOf, hasTile, type TileFigure} from './adt-config.js';
import {bringToFront} from './bring-to-front.js';
import {searchContacts} from './contact-search.js';
import {
  BringToFrontEvent,
  CallsTodayEvent,
  ChatsTodayEvent,
  DialAvailabilityEvent,
  EmailsTodayEvent,
  SaveLogEvent,
  ScreenPopEvent,
  type SearchAnswer,
  SearchEvent,
} from './crm.events.js';
import {foundWords, type UnsavedLog, unsavedLog} from './crm-work.js';
import {styles} from './crm.styles.js';
import {customerNumber, interactionValues} from './customer.js';
import {postLog} from './log-request.js';
import {navigate} from './navigation.js';
import {enter, leave, otherClient} from './other-clients.js';
import {searchResultOf} from './search-answer.js';
import {safeAddress} from './safe-address.js';

/** Milliseconds for each answer, if the page sets no other time. They are below the time limit of the adapter. */
const ANSWER_TIME = 10_000;
const LOG_TIME = 30_000;

/**
 * Answers the adapter for the CRM: finds the records of the other party, shows a record, and saves the log of an
 * interaction. The page answers with listeners of events, or only with addresses, without a script.
 */
export class Five9Crm extends Five9Element {
  static override styles = [...Five9Element.styles, controlStyles, styles];

  @property({attribute: 'provider-name'}) providerName: string | null | undefined;
  @property({attribute: 'calls-today'}) callsToday: TileFigure;
  @property({attribute: 'chats-today'}) chatsToday: TileFigure;
  @property({attribute: 'emails-today'}) emailsToday: TileFigure;
  @property({attribute: 'contact-info', type: Boolean}) contactInfo = false;
  @property({attribute: 'guide-link'}) guideLink: string | null | undefined;
  @property({attribute: 'suggest-numbers', type: Boolean}) suggestNumbers = false;
  @property({attribute: 'search-href'}) searchHref: string | null | undefined;
  @property({attribute: 'screen-pop-href'}) screenPopHref: string | null | undefined;
  @property({attribute: 'log-href'}) logHref: string | null | undefined;
  @property({attribute: 'calls-today-href'}) callsTodayHref: string | null | undefined;
  @property({attribute: 'chats-today-href'}) chatsTodayHref: string | null | undefined;
  @property({attribute: 'emails-today-href'}) emailsTodayHref: string | null | undefined;
  @property({attribute: 'allow-origins'}) allowOrigins: string | null | undefined;
  @property() target: string | null | undefined;
  @property({attribute: 'csrf-meta'}) csrfMeta: string | null | undefined;
  @property({attribute: 'csrf-header'}) csrfHeader: string | null | undefined;
  @property({attribute: 'timeout', converter: optionalNumber}) timeout: number | null | undefined;

  @state() private status = '';
  @state() private unsaved: readonly UnsavedLog[] = [];
  /** Address that the browser has not opened in its window. The agent can press a link. */
  @state() private blocked: URL | undefined;

  #api: CrmApi | undefined;
  #removeResponder: (() => void) | undefined;
}

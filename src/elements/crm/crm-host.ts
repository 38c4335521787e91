import type {InteractionApiError} from '../../interaction-api/errors.js';
import type {CrmApi} from '../../sdk/crm-api/crm-api.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {AdtSettings} from './adt-config.js';
import type {CrmWork} from './crm-work.js';
import type {CsrfSettings} from './csrf-header.js';
import type {AddressRules} from './safe-address.js';

/** An address in an attribute. */
type Href = string | null | undefined;

/** The settings of the element. */
export interface CrmSettings extends AdtSettings, AddressRules, CsrfSettings {
  readonly guideLink: Href;
  readonly searchHref: Href;
  readonly screenPopHref: Href;
  readonly logHref: Href;
  readonly callsTodayHref: Href;
  readonly chatsTodayHref: Href;
  readonly emailsTodayHref: Href;
  readonly target: string | null | undefined;
  readonly reloadAfterLog: boolean;
  readonly suggestNumbers: boolean;
  readonly timeout: number | null | undefined;
}

/** The element, for the part that answers the adapter. */
export interface CrmElement {
  /** The element, which is the target of the events. */
  readonly element: EventTarget & CrmSettings & {readonly service: InteractionService | undefined};
  /** Renders the element again. */
  readonly changed: () => void;
  /** Shows an error, and dispatches `five9-error`. */
  readonly fail: (error: InteractionApiError) => void;
  /** Dispatches `five9-error` for an error that `work` shows. */
  readonly report: (error: InteractionApiError) => void;
  /** Removes the shown error. */
  readonly clearError: () => void;
}

/** The element, for the functions that answer the adapter. */
export interface CrmHost extends CrmElement {
  /** What the element shows. */
  readonly work: CrmWork;
  /** The API that the element answers; `undefined` while it does not answer. */
  readonly api: () => CrmApi | undefined;
}

import type {FetchMethod} from '../../../service/interaction-service.js';

/** A form field for one parameter of a method. */
export interface Field {
  /** Path of the value in `params`, for example `crmObject.id` or `cavList.0.value`. */
  readonly path: string;
  readonly label: string;
  /** @default 'text' */
  readonly kind?: 'text' | 'area' | 'json' | 'check' | 'choice';
  readonly choices?: readonly string[];
  /** Initial value of the field. */
  readonly value?: string;
  /** Value that is sent if the field is empty. Default: an empty field is not sent. */
  readonly empty?: null | '';
  /** Property of the current interaction that is the initial value of the field. */
  readonly from?: 'type' | 'id';
  /** Method whose answer contains suggestions for the field. */
  readonly suggestions?: SuggestionMethod;
  readonly hint?: string;
}

/** Methods whose answers contain suggestions for a field. */
export type SuggestionMethod = FetchMethod | 'getCav';

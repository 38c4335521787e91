import {AnsweringApi} from '../base/answering-api.js';
import type {ApiLink} from '../base/api-link.js';
import type {SdkApiOptions} from '../base/sdk-api.js';
import {HOOK_NAMES, type HookApiFunctions} from './hook-api.types.js';

/**
 * The Hook API (`Five9.CrmSdk.hookApi()`): the adapter asks the page before and after it acts, also if the agent acts in
 * the adapter.
 *
 * The adapter asks only if its address contains `f9hookapi=true` (D). Source: Five9's public documentation, and the names
 * and types of SDK 1.0.11 (docs/FIVE9.md).
 */
export class HookApi extends AnsweringApi<HookApiFunctions> {
  /** @param link The connection to the adapter. The constructor opens the connection. */
  constructor(link: ApiLink, options?: SdkApiOptions) {
    super(link, options, 'hookApi', HOOK_NAMES);
  }
}

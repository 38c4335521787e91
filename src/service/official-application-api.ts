import {isRecord} from '../interaction-api/is-record.js';
import {pageSdk, sdkFactoryOf} from '../transport/sdk-presence.js';
import type {SessionApi} from './agent-session.js';
import type {ServiceSettings} from './channels.js';

/**
 * Returns the Application API of the page's official SDK; `undefined` if the SDK does not have this API. The SDK returns
 * the same object for the same name.
 */
export function officialApplicationApi({sdk: given, name}: ServiceSettings): SessionApi | undefined {
  const sdk = given ?? pageSdk();
  const {applicationApi} = Object(sdk) as {applicationApi?: unknown};
  if (!sdkFactoryOf(sdk) || typeof applicationApi !== 'function') return undefined;
  const api: unknown = name ? applicationApi.call(sdk, name) : applicationApi.call(sdk);
  const isComplete = isRecord(api) && typeof api['subscribe'] === 'function' && typeof api['getConfig'] === 'function';
  return isComplete ? (api as unknown as SessionApi) : undefined;
}

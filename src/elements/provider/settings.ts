import type {ServiceSettings} from '../../service/interaction-service.js';

const TRANSPORTS = ['auto', 'adapter', 'crm-sdk'] as const;

/** Name of the client that exchanges messages with the adapter. */
export type TransportName = (typeof TRANSPORTS)[number];

/** The properties of a `five9-provider`. A missing or empty property means its default. */
export interface ProviderProperties {
  readonly adapterOrigin: string | null | undefined;
  readonly name: string | null | undefined;
  readonly requestTimeout: number | null | undefined;
  readonly transport: TransportName | null | undefined;
  readonly sdk: object | null | undefined;
  readonly defaultCountry: string | null | undefined;
}

/**
 * Returns the settings for the service.
 * @throws `TypeError` if a property is invalid. The service itself checks `adapterOrigin`.
 */
export function readSettings({
  adapterOrigin,
  name,
  requestTimeout,
  transport,
  sdk,
  defaultCountry,
}: ProviderProperties): ServiceSettings {
  if (!isMissing(requestTimeout) && !(requestTimeout >= 0)) {
    throw new TypeError('request-timeout must be a number of milliseconds.');
  }
  if (transport && !TRANSPORTS.includes(transport)) {
    throw new TypeError(`transport must be one of ${TRANSPORTS.join(', ')}.`);
  }
  if (sdk && !isSdk(sdk)) throw new TypeError('sdk must be a Five9 SDK, or the result of its interactionApi().');
  const country = defaultCountry?.trim().toUpperCase();
  if (country && !/^[A-Z]{2}$/.test(country)) {
    throw new TypeError('default-country must be a country code of two letters, for example “US”.');
  }
  return {
    name: name ?? '',
    ...(!isMissing(requestTimeout) && {requestTimeout: requestTimeout}),
    ...(adapterOrigin && {adapterOrigin}),
    ...(transport && transport !== 'auto' && {transport}),
    ...(sdk && {sdk}),
    ...(country && {defaultCountry: country}),
  };
}

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

const isSdk = (sdk: object): boolean =>
  ['interactionApi', 'subscribe'].some((name) => typeof (sdk as Record<string, unknown>)[name] === 'function');

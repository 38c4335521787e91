import type {InteractionEventMap, InteractionEventName} from '../interaction-api/events.js';
import type {InteractionApiError} from '../interaction-api/errors.js';
import type {Connection} from '../interaction-api/transport.js';
import type {InteractionType} from '../interaction-api/types.js';

/** `callStarted` → `call-started`. */
type Kebab<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${Kebab<Tail>}`
  : '';

/** DOM name of an SDK event. */
export type SdkEventType<Name extends InteractionEventName> = `five9-${Kebab<Name>}`;

/** What accompanies the `params` of an SDK event. */
export interface SdkEventContext {
  interactionType: InteractionType | undefined;
  interactionId: string | undefined;
  replayed: boolean;
}

/**
 * An SDK event as a DOM event: at the document once, bubbling and composed, and, not bubbling, at each element that is concerned.
 * An event whose name is unknown here has the type `five9-sdk-event`.
 */
export class SdkEvent<Params = unknown> extends CustomEvent<Params> {
  /** Kind of the interaction that the event is about. */
  readonly interactionType: InteractionType | undefined;
  /** Id of the interaction that the event is about. */
  readonly interactionId: string | undefined;
  /** The interaction was known before: the adapter tells it again after a refresh or a reconnection. */
  readonly replayed: boolean;

  /**
   * @param sdkName Name in the SDK: `callStarted`.
   * @param detail The SDK's `params`, unchanged.
   */
  constructor(
    readonly sdkName: string,
    detail: Params,
    {interactionType, interactionId, replayed}: SdkEventContext,
    mirrored = false,
  ) {
    super(sdkEventType(sdkName), {detail, bubbles: !mirrored, composed: !mirrored});
    this.interactionType = interactionType;
    this.interactionId = interactionId;
    this.replayed = replayed;
  }
}

/** The 17 names of the documentation. */
const KNOWN =
  /^(objectSelected|callStarted|c(all|hat)Ended|(chat|email)(Offered|Transferred)|(call|chat|email)(Accepted|Rejected|Finished))$/;

/** DOM name of the SDK event `name`. */
export const sdkEventType = (name: string): string =>
  KNOWN.test(name) ? `five9-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` : 'five9-sdk-event';

/** An event of ours: it bubbles, out of shadow roots too. One whose name says "before" can be cancelled. */
export abstract class Five9Event<Detail> extends CustomEvent<Detail> {
  constructor(detail: Detail) {
    const {type} = new.target as unknown as {type: string};
    super(type, {detail, bubbles: true, composed: true, cancelable: type.includes('before')});
  }
}

/** The connection to the adapter changed. `detail` is the new state. */
export class ConnectionEvent extends Five9Event<Connection> {
  static readonly type = 'five9-connection';
}

/** Something failed. `detail` (also `error`) is what. Bubbles from the element that shows it. */
export class Five9ErrorEvent extends Five9Event<InteractionApiError> {
  static readonly type = 'five9-error';

  /** What failed. */
  get error(): InteractionApiError {
    return this.detail;
  }
}

/** The SDK's events by their DOM names. */
export type SdkEventMap = {
  [Name in InteractionEventName as SdkEventType<Name>]: SdkEvent<InteractionEventMap[Name]>;
};

/** The events that any element, the document and the window may hear. */
export interface Five9EventMap extends SdkEventMap {
  'five9-sdk-event': SdkEvent;
  'five9-connection': ConnectionEvent;
  'five9-error': Five9ErrorEvent;
}

/* eslint-disable @typescript-eslint/no-empty-object-type -- the one way to add to the DOM's maps */
declare global {
  interface HTMLElementEventMap extends Five9EventMap {}
  interface DocumentEventMap extends Five9EventMap {}
  interface WindowEventMap extends Five9EventMap {}
}

import {
  INTERACTION_EVENT_NAMES,
  type InteractionEventMap,
  type InteractionEventName,
} from '../interaction-api/events.js';
import type {InteractionApiError} from '../interaction-api/errors.js';
import type {Connection} from '../interaction-api/transport.js';
import type {InteractionType} from '../interaction-api/types.js';

/** A name in kebab case; for example, `callStarted` becomes `call-started`. */
type Kebab<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${Kebab<Tail>}`
  : '';

/** Name of the DOM event for an SDK event. */
export type SdkEventType<Name extends InteractionEventName> = `five9-${Kebab<Name>}`;

/** The interaction that an SDK event is about, and whether the event is a repetition. */
export interface SdkEventContext {
  interactionType: InteractionType | undefined;
  interactionId: string | undefined;
  replayed: boolean;
}

/**
 * An event of the Five9 SDK, such as `callStarted`, as a DOM event. It is dispatched once at the target of the service
 * (the document, or a `five9-provider scoped`), where it bubbles and is composed. In addition, a copy that does not
 * bubble is dispatched at each element that the event concerns. An event with an undocumented name has the type
 * `five9-sdk-event`.
 */
export class SdkEvent<Params = unknown> extends CustomEvent<Params> {
  /** Type of the interaction that the event is about. */
  readonly interactionType: InteractionType | undefined;
  /** Id of the interaction that the event is about. */
  readonly interactionId: string | undefined;
  /**
   * Whether the adapter has repeated an earlier event. The adapter repeats events of live interactions after a page
   * refresh or a reconnection.
   */
  readonly replayed: boolean;

  /**
   * @param sdkName Name of the event in the SDK, such as `callStarted`.
   * @param detail The `params` of the SDK event, unchanged.
   * @param context The interaction that the event is about, and whether the event is a repetition.
   * @param mirrored Whether this event is the copy for an element. A copy does not bubble.
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

const kebabCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Names of the DOM events for the documented SDK events, by the name in the SDK. */
const SDK_EVENT_TYPES: ReadonlyMap<string, string> = new Map(
  INTERACTION_EVENT_NAMES.map((name) => [name, `five9-${kebabCase(name)}`]),
);

/**
 * Returns the name of the DOM event for the SDK event `name`; `five9-sdk-event` if Five9 does not document the name.
 */
export const sdkEventType = (name: string): string => SDK_EVENT_TYPES.get(name) ?? 'five9-sdk-event';

/**
 * Base class of all events of this package that are not SDK events. These events bubble and are composed. An event with
 * `-before-` in its name can be cancelled, and an event whose class has the static property `cancelable`.
 */
export abstract class Five9Event<Detail> extends CustomEvent<Detail> {
  constructor(detail: Detail) {
    const {type, cancelable = type.includes('-before-')} = new.target as unknown as {
      type: string;
      cancelable?: boolean;
    };
    super(type, {detail, bubbles: true, composed: true, cancelable});
  }
}

/** The connection to the adapter changed. `detail` is the new state. */
export class ConnectionEvent extends Five9Event<Connection> {
  static readonly type = 'five9-connection';
}

/**
 * An action failed. `detail` and `error` are the same error. The event bubbles from the element that shows the error.
 */
export class Five9ErrorEvent extends Five9Event<InteractionApiError> {
  static readonly type = 'five9-error';

  /** The error, which is also the `detail` of the event. */
  get error(): InteractionApiError {
    return this.detail;
  }
}

/** Types of the SDK events, by the names of their DOM events. */
export type SdkEventMap = {
  [Name in InteractionEventName as SdkEventType<Name>]: SdkEvent<InteractionEventMap[Name]>;
};

/**
 * Types of all DOM events of this package, by name. Listeners at elements, at the document and at the window get these
 * types. The `*.events.ts` module of an element adds the events of the element by module augmentation.
 */
export interface Five9EventMap extends SdkEventMap {
  'five9-sdk-event': SdkEvent;
  'five9-connection': ConnectionEvent;
  'five9-error': Five9ErrorEvent;
}

/* eslint-disable @typescript-eslint/no-empty-object-type -- an interface that adds nothing is the only way to extend the DOM's maps */
declare global {
  interface HTMLElementEventMap extends Five9EventMap {}
  interface DocumentEventMap extends Five9EventMap {}
  interface WindowEventMap extends Five9EventMap {}
}

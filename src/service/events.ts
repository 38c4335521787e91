import {
  INTERACTION_EVENT_NAMES,
  type InteractionEventMap,
  type InteractionEventName,
} from '../interaction-api/events.js';
import type {InteractionApiError} from '../interaction-api/errors.js';
import type {Connection} from '../interaction-api/transport.js';
import type {InteractionType} from '../interaction-api/types.js';

/** A name in kebab case: `callStarted` becomes `call-started`. */
type Kebab<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${Kebab<Tail>}`
  : '';

/** DOM name of an SDK event. */
export type SdkEventType<Name extends InteractionEventName> = `five9-${Kebab<Name>}`;

/** Facts about an SDK event that its `params` do not contain. */
export interface SdkEventContext {
  interactionType: InteractionType | undefined;
  interactionId: string | undefined;
  replayed: boolean;
}

/**
 * An SDK event as a DOM event. It is dispatched once at the service's target (the document, or a `five9-provider
 * scoped`), where it bubbles and is composed. A copy that does not bubble is dispatched at each element that the event
 * concerns. An event with an undocumented name has the type `five9-sdk-event`.
 */
export class SdkEvent<Params = unknown> extends CustomEvent<Params> {
  /** Type of the interaction that the event is about. */
  readonly interactionType: InteractionType | undefined;
  /** Id of the interaction that the event is about. */
  readonly interactionId: string | undefined;
  /**
   * Whether the interaction was already known: the adapter repeats the start event after a page refresh or a
   * reconnection.
   */
  readonly replayed: boolean;

  /**
   * @param sdkName Name in the SDK: `callStarted`.
   * @param detail The SDK's `params`, unchanged.
   * @param context Facts about the event that `params` do not contain.
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

/** DOM names of the documented events, by SDK name. */
const SDK_EVENT_TYPES: ReadonlyMap<string, string> = new Map(
  INTERACTION_EVENT_NAMES.map((name) => [name, `five9-${kebabCase(name)}`]),
);

/** Returns the DOM name of the SDK event `name`; `five9-sdk-event` if Five9 does not document the name. */
export const sdkEventType = (name: string): string => SDK_EVENT_TYPES.get(name) ?? 'five9-sdk-event';

/**
 * Base class of all events of this package that are not SDK events. They bubble and are composed. An event with
 * `-before-` in its name can be cancelled.
 */
export abstract class Five9Event<Detail> extends CustomEvent<Detail> {
  constructor(detail: Detail) {
    const {type} = new.target as unknown as {type: string};
    super(type, {detail, bubbles: true, composed: true, cancelable: type.includes('-before-')});
  }
}

/** The connection to the adapter changed. `detail` is the new state. */
export class ConnectionEvent extends Five9Event<Connection> {
  static readonly type = 'five9-connection';
}

/** An action failed. `detail` (and `error`) is the error. The event bubbles from the element that shows the error. */
export class Five9ErrorEvent extends Five9Event<InteractionApiError> {
  static readonly type = 'five9-error';

  /** The error; the same as `detail`. */
  get error(): InteractionApiError {
    return this.detail;
  }
}

/** The SDK's events by their DOM names. */
export type SdkEventMap = {
  [Name in InteractionEventName as SdkEventType<Name>]: SdkEvent<InteractionEventMap[Name]>;
};

/**
 * Every DOM event of this package by its name. It types the listeners of elements, of the document and of the window.
 * The `*.events.ts` module of an element adds its own events by module augmentation.
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

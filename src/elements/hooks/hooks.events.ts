import type {HookName} from '../../sdk/hook-api/hook-api.types.js';
import {HookEvent} from './hook-event.js';

/** The adapter is about to accept a dial of the page. */
export class HookBeforeClickToDialEvent extends HookEvent<'beforeClickToDial'> {
  static readonly type = 'five9-hook-before-click-to-dial';
}

/** The adapter is about to offer the numbers that the page suggests. */
export class HookBeforeSuggestedNumbersEvent extends HookEvent<'beforeSuggestedNumbers'> {
  static readonly type = 'five9-hook-before-suggested-numbers';
}

/** The adapter is about to make a call. */
export class HookBeforeMakeCallEvent extends HookEvent<'beforeMakeCall'> {
  static readonly type = 'five9-hook-before-make-call';
}

/** The agent is about to transfer an interaction. */
export class HookBeforeTransferEvent extends HookEvent<'beforeTransfer'> {
  static readonly type = 'five9-hook-before-transfer';
}

/** The agent is about to record a call. */
export class HookBeforeRecordEvent extends HookEvent<'beforeRecord'> {
  static readonly type = 'five9-hook-before-record';
}

/** A disposition is about to be set. */
export class HookBeforeDispositionEvent extends HookEvent<'beforeDisposition'> {
  static readonly type = 'five9-hook-before-disposition';
}

/** The adapter is about to offer a record that the agent has visited. */
export class HookBeforeObjectVisitedEvent extends HookEvent<'beforeObjectVisited'> {
  static readonly type = 'five9-hook-before-object-visited';
}

/** The adapter is about to search for the records of the other party. */
export class HookBeforeSearchEvent extends HookEvent<'beforeSearch'> {
  static readonly type = 'five9-hook-before-search';
}

/** The search has found records. */
export class HookAfterSearchEvent extends HookEvent<'afterSearch'> {
  static readonly type = 'five9-hook-after-search';
}

/** The adapter is about to show a record. */
export class HookBeforeScreenPopEvent extends HookEvent<'beforeScreenPop'> {
  static readonly type = 'five9-hook-before-screen-pop';
}

/** The adapter has shown a record. */
export class HookAfterScreenPopEvent extends HookEvent<'afterScreenPop'> {
  static readonly type = 'five9-hook-after-screen-pop';
}

/** The log of an interaction is about to be saved. */
export class HookBeforeSaveLogEvent extends HookEvent<'beforeSaveLog'> {
  static readonly type = 'five9-hook-before-save-log';
}

/** The log of an interaction was saved. */
export class HookAfterSaveLogEvent extends HookEvent<'afterSaveLog'> {
  static readonly type = 'five9-hook-after-save-log';
}

/** The class of the event of each hook. */
export const HOOK_EVENTS = {
  beforeClickToDial: HookBeforeClickToDialEvent,
  beforeSuggestedNumbers: HookBeforeSuggestedNumbersEvent,
  beforeMakeCall: HookBeforeMakeCallEvent,
  beforeTransfer: HookBeforeTransferEvent,
  beforeRecord: HookBeforeRecordEvent,
  beforeDisposition: HookBeforeDispositionEvent,
  beforeObjectVisited: HookBeforeObjectVisitedEvent,
  beforeSearch: HookBeforeSearchEvent,
  afterSearch: HookAfterSearchEvent,
  beforeScreenPop: HookBeforeScreenPopEvent,
  afterScreenPop: HookAfterScreenPopEvent,
  beforeSaveLog: HookBeforeSaveLogEvent,
  afterSaveLog: HookAfterSaveLogEvent,
} as const satisfies Record<HookName, unknown>;

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-hook-before-click-to-dial': HookBeforeClickToDialEvent;
    'five9-hook-before-suggested-numbers': HookBeforeSuggestedNumbersEvent;
    'five9-hook-before-make-call': HookBeforeMakeCallEvent;
    'five9-hook-before-transfer': HookBeforeTransferEvent;
    'five9-hook-before-record': HookBeforeRecordEvent;
    'five9-hook-before-disposition': HookBeforeDispositionEvent;
    'five9-hook-before-object-visited': HookBeforeObjectVisitedEvent;
    'five9-hook-before-search': HookBeforeSearchEvent;
    'five9-hook-after-search': HookAfterSearchEvent;
    'five9-hook-before-screen-pop': HookBeforeScreenPopEvent;
    'five9-hook-after-screen-pop': HookAfterScreenPopEvent;
    'five9-hook-before-save-log': HookBeforeSaveLogEvent;
    'five9-hook-after-save-log': HookAfterSaveLogEvent;
  }
}

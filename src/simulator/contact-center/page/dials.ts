import {isRecord} from '../../../interaction-api/is-record.js';
import type {CenterContext} from '../center-context.js';
import {orderOf} from '../click2dial-data.js';
import type {DialOrder} from '../dialler.js';
import type {Domain} from '../domain.js';
import type {Hooks} from './hooks.js';
import type {Steps} from './steps.js';

export type Dials = ReturnType<typeof createDials>;

/** Creates the object that makes calls, if the hooks allow it. */
export function createDials({options}: CenterContext, {dialler}: Domain, hooks: Hooks) {
  function* make(order: DialOrder): Steps<string | null> {
    const {number, campaignName} = order;
    const campaignId = dialler.campaignFor(campaignName)?.id;
    const {proceeds} = yield* hooks.ask('beforeMakeCall', {
      destination: options.hookDestination === 'object' ? {number} : number,
      ...(options.fillsHookFields && {callDialog: ''}),
      ...(campaignId && {campaignId}),
    });
    return proceeds ? dialler.dial(order) : stop(number, 'beforeMakeCall');
  }

  const stop = (number: string, hook: string): null =>
    dialler.refuse(number, 'STOPPED_BY_HOOK', `The page's hook ${hook} has stopped the dial.`);

  return {
    /** Makes a call for the agent. Returns the id that the call will have, or `null`. */
    dial: make,

    /** Makes a call that a page requests. Returns the id that the call will have, or `null`. */
    *dialForPage(click2DialData: unknown): Steps<string | null> {
      const {proceeds, given} = yield* hooks.ask('beforeClickToDial', {click2DialData});
      if (!proceeds) return stop(orderOf(click2DialData).number, 'beforeClickToDial');
      const changes = isRecord(given['params']) ? given['params']['click2DialData'] : undefined;
      // A hook can return only the fields that it changes.
      const changed = isRecord(changes)
        ? {...(isRecord(click2DialData) && click2DialData), ...changes}
        : click2DialData;
      return yield* make(orderOf(changed));
    },
  };
}

import {
  ContactCenter,
  type ContactCenterEvent,
  type ContactCenterInit,
  type InteractionState,
  ManualClock,
  seededRandom,
} from '../../src/simulator.js';

/** Creates a contact centre on a manual clock, with a record of its events. */
export function quietCentre(init: ContactCenterInit = {}) {
  const clock = new ManualClock();
  const centre = new ContactCenter({clock, random: seededRandom(7), ...init});
  const events: ContactCenterEvent[] = [];
  centre.subscribe((event) => events.push(event));

  /** Returns the events since the last `takeEvents()`, as short texts such as `callStarted` and `3 CREATED`. */
  const takeEvents = (): string[] =>
    events.splice(0).map((event) => (event.kind === 'ws' ? `${event.id} ${event.context.eventReason}` : event.name));

  /** Returns the interactions that have not finished. */
  const live = (): InteractionState[] => centre.state().interactions.filter(({state}) => state !== 'FINISHED');

  return {clock, centre, events, takeEvents, live};
}

/** Creates a contact centre with one call in the given state. */
export function centreWithCall(
  state: 'offered' | 'ringing' | 'talking' | 'on hold' | 'wrap-up',
  init: ContactCenterInit = {},
) {
  const quiet = quietCentre(init);
  const {centre} = quiet;
  const id = state === 'ringing' ? dialled(centre, '9250000111') : centre.offerCall({ani: '9250000111'});
  if (state !== 'offered' && state !== 'ringing') centre.answer(id);
  if (state === 'on hold') centre.hold(id);
  if (state === 'wrap-up') centre.hangUp(id, {by: 'customer'});
  quiet.takeEvents();
  return {...quiet, id, call: {interactionType: 'Call', interactionId: id}};
}

/** Dials a number, and returns the id of the call. Throws if the number is refused. */
export function dialled(centre: ContactCenter, number: string): string {
  const id = centre.dial({number});
  if (typeof id !== 'string') throw new Error(`${number} was refused.`);
  return id;
}

import {
  ContactCenter,
  type ContactCenterEvent,
  type ContactCenterInit,
  type InteractionState,
  ManualClock,
  seededRandom,
} from '../../src/simulator.js';

/** A contact centre whose time stands still, with all that it tells. */
export function quietCentre(init: ContactCenterInit = {}) {
  const clock = new ManualClock();
  const centre = new ContactCenter({clock, random: seededRandom(7), ...init});
  const events: ContactCenterEvent[] = [];
  centre.subscribe((event) => events.push(event));

  /** The events since the last look, in short: `callStarted`, `3 CREATED`. */
  const told = (): string[] =>
    events.splice(0).map((event) => (event.kind === 'ws' ? `${event.id} ${event.context.eventReason}` : event.name));

  /** The interactions that have not finished. */
  const live = (): InteractionState[] => centre.state().interactions.filter(({state}) => state !== 'FINISHED');

  return {clock, centre, events, told, live};
}

/** Brings a fresh centre to a call in the state that the name says. */
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
  quiet.told();
  return {...quiet, id, call: {interactionType: 'Call', interactionId: id}};
}

/** Dials a number that is not refused. */
export function dialled(centre: ContactCenter, number: string): string {
  const id = centre.dial({number});
  if (id === null) throw new Error(`${number} was refused.`);
  return id;
}

/**
 * Simulates an hour of a busy agent in a page with elements. The clock of the contact centre runs as fast as the page
 * can handle the events.
 */
import {ContactCenter, SimulatedAdapter} from '/cdn/simulator.js';
/* global usedHeap */
import {pageService} from '/cdn/five9-elements.js';

const CALL_EVERY = 30;
const HOUR = 3600 / CALL_EVERY;
/**
 * Number of calls before the measurement. After these calls, every stored list is full and the engine has compiled the
 * code.
 */
const WARM_UP = HOUR;
const LOOKS = 6;
const CUSTOMER = '9250000111';

/** A clock that only `advance` moves. */
const clock = {
  time: Date.UTC(2026, 0, 1),
  timers: new Set(),
  now: () => clock.time,
  setTimeout(run, ms) {
    const timer = {at: clock.time + ms, run};
    clock.timers.add(timer);
    return timer;
  },
  clearTimeout: (timer) => clock.timers.delete(timer),
  advance(ms) {
    clock.time += ms;
    for (const timer of [...clock.timers].sort((a, b) => a.at - b.at)) {
      if (timer.at <= clock.time && clock.timers.delete(timer)) timer.run();
    }
  },
};

export async function anHour() {
  const begun = performance.now();
  const center = new ContactCenter({clock, autoAnswerAfter: 2500, wrapUpSeconds: 20});
  new SimulatedAdapter(center).start();
  const {api} = pageService();
  const counts = {calls: 0, events: 0, requests: 0, lost: 0};
  const seen = new Map();
  const count = (happening) => (event) => {
    counts.events++;
    const {interactionId: id} = event;
    seen.set(id, [...(seen.get(id) ?? []), happening]);
  };
  const happenings = ['started', 'accepted', 'ended', 'finished'];
  for (const happening of happenings) document.addEventListener(`five9-call-${happening}`, count(happening));
  api.subscribeWsEvent({4: () => counts.events++, 29: () => counts.events++});
  await api.isMasterPage();

  const list = document.createElement('five9-interactions');
  const pad = document.createElement('five9-dtmf-pad');
  document.body.append(list, pad);

  async function aCall(number) {
    const isOutbound = number % 2 === 0;
    if (isOutbound) api.click2dial({click2DialData: {clickToDialNumber: CUSTOMER}});
    else center.answer(center.offerCall({ani: CUSTOMER}));
    // Wait for an answer of the adapter, because every earlier message arrives before the answer.
    await api.isMasterPage();
    const id = center.state().interactions.at(-1).id;
    const ref = {interactionType: 'Call', interactionId: id};
    const link = document.createElement('five9-click2dial');
    link.number = CUSTOMER;
    const picker = document.createElement('five9-disposition');
    document.body.append(link, picker);
    clock.advance(3000);
    for (let second = 0; second < CALL_EVERY - 6; second++) {
      clock.advance(1000);
      center.emitWsEvent({
        id: '29',
        payload: {agents: Array.from({length: 20}, (_, index) => ({id: index, state: 'READY'}))},
      });
    }
    const cavList = [{id: '641', value: `call ${number}`}];
    await Promise.all([
      ...[api.setCav({interactionId: id, cavList}), api.getCav({interactionId: id}), api.getCrm({interactionId: id})],
      ...[api.getDispositions(ref), api.getNameObjects(ref), api.getRelatedToObjects(ref), api.getSearchResults(ref)],
      ...[api.sendDtmf({char: '1'}), api.mute(), api.unMute()],
    ]);
    api.objectVisited({
      crmObject: {id: String(number), label: 'Case', name: `Case ${number}`, isWho: false, isWhat: true},
    });
    if (number % 4 === 0) {
      const chat = center.offerChat({from: 'Alice'});
      center.accept(chat);
      center.end(chat);
      center.dispose(chat, '3558');
    }
    center.hangUp(id, {by: 'customer'});
    // Let the wrap-up time of every fifth call expire.
    if (number % 5) await api.setDisposition({...ref, dispositionId: '3558'});
    else clock.advance(20_000);
    await api.isMasterPage();
    counts.calls++;
    counts.requests += 13;
    if (String(seen.get(id)) !== String(happenings)) counts.lost++;
    seen.clear();
    link.remove();
    picker.remove();
  }

  let number = 0;
  while (number < WARM_UP) await aCall(number++);
  Object.assign(counts, {calls: 0, events: 0, requests: 0});
  const settled = [await usedHeap()];
  for (let look = 0; look < LOOKS; look++) {
    for (let call = 0; call < HOUR / LOOKS; call++) await aCall(number++);
    settled.push(await usedHeap());
  }
  return {...counts, seconds: (performance.now() - begun) / 1000, settled};
}

/**
 * Compares the page's service with a bare MessagePort. Both exchange messages with the same simple adapter
 * (far-end.js).
 */
import './far-end.js';
import {pageService} from '/cdn/five9-elements.js';
import {openBarePort} from './bare-port.js';
import {race} from './measure.js';

const CALLS = 1250;
const EVENTS_PER_CALL = 4;
const ELEMENTS = 10_000;

/**
 * Measures the events of 1,250 phone calls, and the events of one phone call while the page has 10,000 elements that do
 * not act on this call.
 */
export async function service() {
  const bare = await openBarePort(window);
  pageService().configure({name: 'bench'});
  const {api} = pageService();
  await api.getCav({interactionId: ''});

  /**
   * Requests all events of `calls` phone calls from the adapter, and waits until the document has received the last
   * event.
   */
  const receive = (calls) =>
    new Promise((resolve) => {
      let finished = 0;
      document.addEventListener('five9-call-finished', function onFinished() {
        if (++finished < calls) return;
        document.removeEventListener('five9-call-finished', onFinished);
        resolve();
      });
      void api.getCav({interactionId: '', calls});
    });
  const calls = await race(
    15,
    () => receive(CALLS),
    () => bare.receive({calls: CALLS}, CALLS * EVENTS_PER_CALL),
  );

  const list = document.createElement('div');
  list.innerHTML = '<five9-click2dial number="9250000111"></five9-click2dial>'.repeat(ELEMENTS);
  document.body.append(list);
  await list.lastElementChild.updateComplete;
  const target = new EventTarget();
  let received = 0;
  for (let i = 0; i < ELEMENTS; i++) target.addEventListener('event', () => received++);
  const unconcerned = await race(
    41,
    () => receive(1),
    () => bare.receive({calls: 1}, EVENTS_PER_CALL, () => target.dispatchEvent(new CustomEvent('event'))),
  );
  return {calls, unconcerned, counts: {calls: CALLS, events: CALLS * EVENTS_PER_CALL, elements: ELEMENTS}};
}

/** Writes down every `five9-…` event that reaches the document. */
import {clock, ELEMENT_EVENTS, gist, plain, SDK_EVENTS} from '../page/event-words.js';
import {find, fromTemplate} from '../page/template.js';

/** How many are kept. A day at the phone makes thousands. */
const KEPT = 200;

const list = find('#event-list');
const scroller = /** @type {HTMLElement} */ (list.parentElement);
const filter = /** @type {HTMLInputElement} */ (find('#event-filter'));
const pause = find('#event-pause');

/** @type {HTMLElement[]} what came while paused */
let waiting = [];
let heard = 0;
/** @type {HTMLElement | undefined} the row that the Tab key stops at */
let stop;

for (const name of [...SDK_EVENTS, ...ELEMENT_EVENTS]) document.addEventListener(name, hear);
filter.addEventListener('input', sift);
list.addEventListener('focusin', ({target}) => stopAt(/** @type {HTMLElement} */ (target)));
list.addEventListener('keydown', onKeyDown);
pause.addEventListener('click', () => {
  const paused = pause.ariaPressed !== 'true';
  pause.ariaPressed = String(paused);
  if (!paused) write(waiting.splice(0));
  count();
});
find('#event-clear').addEventListener('click', () => {
  waiting = [];
  heard = 0;
  list.replaceChildren();
  count();
});

/** @param {Event} event */
function hear(event) {
  const row = entry(/** @type {CustomEvent} */ (event));
  heard++;
  if (pause.ariaPressed === 'true') waiting = [...waiting, row].slice(-KEPT);
  else write([row]);
  count();
}

/** @param {HTMLElement[]} rows */
function write(rows) {
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 24;
  list.append(...rows);
  while (list.childElementCount > KEPT) list.firstElementChild?.remove();
  sift();
  // Whoever has scrolled up to read is left there.
  if (atEnd) scroller.scrollTop = scroller.scrollHeight;
}

function sift() {
  const wanted = filter.value.toLowerCase();
  for (const row of list.children) {
    /** @type {HTMLElement} */ (row).hidden = !row.textContent?.toLowerCase().includes(wanted);
  }
  if (!stop?.checkVisibility()) stopAt(shownRows().at(-1));
}

/**
 * One row is a stop of the Tab key, the arrow keys go on from there: two hundred rows are not two hundred stops.
 *
 * @param {HTMLElement | undefined} target
 */
function stopAt(target) {
  const next = target?.closest('li')?.querySelector('summary');
  if (!next) return;
  if (stop) stop.tabIndex = -1;
  next.tabIndex = 0;
  stop = next;
}

/** @param {KeyboardEvent} event */
function onKeyDown(event) {
  const rows = shownRows();
  const at = rows.findIndex((row) => row.contains(/** @type {Node} */ (event.target)));
  const next = {ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1}[event.key];
  if (next === undefined || !(/** @type {Element} */ (event.target).matches('summary'))) return;
  event.preventDefault();
  rows[next]?.querySelector('summary')?.focus();
}

const shownRows = () => /** @type {HTMLElement[]} */ ([...list.children]).filter((row) => !row.hidden);

function count() {
  const kept = list.childElementCount;
  const words = [`${heard} ${heard === 1 ? 'event' : 'events'}`];
  if (waiting.length) words.push(`${waiting.length} held back`);
  if (heard - waiting.length > kept) words.push(`the last ${kept} shown`);
  find('#event-count').textContent = words.join(', ');
  find('#event-hint').hidden = kept > 0;
}

/** @param {CustomEvent & {interactionId?: string, replayed?: boolean}} event */
function entry(event) {
  const {type, detail, target, interactionId, replayed} = event;
  const tag = target instanceof Element ? `<${target.localName}>` : 'the document';
  const row = fromTemplate('event', {
    time: clock.format(Date.now()),
    name: type,
    gist: gist(detail),
    context: [`at ${tag}`, interactionId && `interactionId ${interactionId}`, replayed && 'replayed']
      .filter(Boolean)
      .join(' · '),
    json: JSON.stringify(plain(detail), undefined, 2),
  });
  find('summary', row).tabIndex = -1;
  row.dataset.kind = type.replace(/^five9-(before-)?|-.*$/g, '');
  return row;
}

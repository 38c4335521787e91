/** Shows every `five9-…` event that reaches the document. */
import {clock, ELEMENT_EVENTS, gist, plain, SDK_EVENTS} from '../page/event-words.js';
import {find, fromTemplate} from '../page/template.js';

/** Largest number of events in the log. The log is limited, because a working day has thousands of events. */
const KEPT = 200;

const list = find('#event-list');
const scroller = /** @type {HTMLElement} */ (list.parentElement);
const filter = /** @type {HTMLInputElement} */ (find('#event-filter'));
const pause = find('#event-pause');

/** @type {HTMLElement[]} the rows of events that arrived during a pause */
let waiting = [];
let received = 0;
/** @type {HTMLElement | undefined} the summary of the only row that the Tab key reaches */
let stop;

for (const name of [...SDK_EVENTS, ...ELEMENT_EVENTS]) document.addEventListener(name, onEvent);
filter.addEventListener('input', applyFilter);
list.addEventListener('focusin', ({target}) => stopAt(/** @type {HTMLElement} */ (target)));
list.addEventListener('keydown', onKeyDown);
pause.addEventListener('click', () => {
  const paused = pause.ariaPressed !== 'true';
  pause.ariaPressed = String(paused);
  if (!paused) append(waiting.splice(0));
  count();
});
find('#event-clear').addEventListener('click', () => {
  waiting = [];
  received = 0;
  list.replaceChildren();
  count();
});

/** @param {Event} event */
function onEvent(event) {
  const row = entry(/** @type {CustomEvent} */ (event));
  received++;
  if (pause.ariaPressed === 'true') waiting = [...waiting, row].slice(-KEPT);
  else append([row]);
  count();
}

/** @param {HTMLElement[]} rows */
function append(rows) {
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 24;
  list.append(...rows);
  while (list.childElementCount > KEPT) list.firstElementChild?.remove();
  applyFilter();
  // Do not scroll if the user has scrolled up to read.
  if (atEnd) scroller.scrollTop = scroller.scrollHeight;
}

function applyFilter() {
  const wanted = filter.value.toLowerCase();
  for (const row of list.children) {
    /** @type {HTMLElement} */ (row).hidden = !row.textContent?.toLowerCase().includes(wanted);
  }
  if (!stop?.checkVisibility()) stopAt(shownRows().at(-1));
}

/**
 * Makes a row the only row that the Tab key reaches. The arrow keys move between the rows.
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
  const words = [`${received} ${received === 1 ? 'event' : 'events'}`];
  if (waiting.length) words.push(`${waiting.length} waiting`);
  if (received - waiting.length > kept) words.push(`the last ${kept} shown`);
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

/** The index of the page: a link to each element, with a search. The arrow keys move between the links. */
import {find, fromTemplate} from '../page/template.js';

/** @import {ElementDoc} from '../page/manifest.js' */

const details = /** @type {HTMLDetailsElement} */ (find('#index'));
const list = find('#index-list');
const search = /** @type {HTMLInputElement} */ (find('#search'));
const wide = matchMedia('(min-width: 44rem)');

/** The section that the address names, until the reader does something or scrolls away. */
let target = /** @type {HTMLElement | undefined} */ (undefined);

/** @param {ElementDoc[]} elements */
export function startIndex(elements) {
  list.replaceChildren(
    ...elements.map(({tag}) => {
      const row = fromTemplate('index', {tag: tag.replace('five9-', '')});
      /** @type {HTMLAnchorElement} */ (find('a', row)).href = `#${tag}`;
      return row;
    }),
  );
  openIfWide();
  wide.addEventListener('change', openIfWide);
  search.addEventListener('input', applySearch);
  details.addEventListener('keydown', moveFocus);
  list.addEventListener('click', () => {
    if (!wide.matches) details.open = false;
  });
  addEventListener('hashchange', showTarget);
  for (const type of ['keydown', 'pointerdown', 'wheel', 'touchmove'])
    addEventListener(type, leaveTarget, {passive: true});
  addEventListener('scrollend', leaveTargetOutOfView);
  if (location.hash) showTarget();
  keepTargetInView();
  markReadElement();
}

function openIfWide() {
  details.open = wide.matches;
}

/** Shows the section of the element that the fragment of the address names. */
function showTarget() {
  const section = document.getElementById(location.hash.slice(1));
  if (!section?.matches('.element')) return;
  if (section.hidden) {
    search.value = '';
    applySearch();
  }
  target = section;
  section.scrollIntoView();
  find('h2', section).focus({preventScroll: true});
  mark(section.id);
}

/** The sections above the target still grow while their demos load. */
function keepTargetInView() {
  new ResizeObserver(() => target?.scrollIntoView()).observe(find('#elements'));
}

function leaveTarget() {
  target = undefined;
}

/** Some ways to scroll, such as the scroll bar and the search of the browser, cause no other event. */
function leaveTargetOutOfView() {
  if (!target) return;
  const {top, bottom} = target.getBoundingClientRect();
  if (top > innerHeight || bottom < 0) leaveTarget();
}

/** Shows only the elements whose section contains all words of the search. */
function applySearch() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const link of links()) {
    const section = find(link.hash);
    const text = section.textContent?.toLowerCase() ?? '';
    section.hidden = !words.every((word) => text.includes(word));
    if (link.parentElement) link.parentElement.hidden = section.hidden;
    if (!section.hidden) found++;
  }
  find('#found').textContent = !words.length ? '' : found ? `${found} found` : 'Nothing found';
}

/** @param {KeyboardEvent} event */
function moveFocus(event) {
  const stops = [search, ...links().filter((link) => link.checkVisibility())];
  const at = stops.indexOf(/** @type {any} */ (event.target));
  const typing = event.target === search;
  const next = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    Home: typing ? undefined : 1,
    End: typing ? undefined : stops.length - 1,
  }[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  stops[next]?.focus();
}

/** While the user scrolls, marks the link to the element that is at the reading position. */
function markReadElement() {
  const seen = new IntersectionObserver(
    (entries) => {
      const entry = entries.find(({isIntersecting}) => isIntersecting);
      if (entry && !target) mark(entry.target.id);
    },
    // Observe only a thin strip of the window, at 30 % of its height from the top.
    {rootMargin: '-30% 0px -69% 0px'},
  );
  for (const section of document.querySelectorAll('.element')) seen.observe(section);
}

/** @param {string} tag */
function mark(tag) {
  for (const link of links()) link.ariaCurrent = link.hash === `#${tag}` ? 'true' : null;
}

const links = () => /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll('a')]);

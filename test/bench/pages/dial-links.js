/** Measures a list with a phone number in each row: how long `five9-dial-links` blocks the page, and how long it takes to remove its links. */
import '/cdn/five9-elements.js';

const ROWS = 5000;

export async function dialLinks() {
  const element = document.createElement('five9-dial-links');
  element.defaultCountry = 'US';
  document.body.append(element);
  // Load the code of the links before the measurement, and let the browser compile it.
  element.append(table(500));
  await element.updateComplete;
  await linked(element, 500);

  // For comparison, measure how long a simple script needs to make the same links at once, with the layout of the
  // table.
  const byHand = table(ROWS);
  document.body.append(byHand);
  await rendered();
  const walk = time(() => textsIn(byHand));
  let bare = 0;
  const atOnce = await longestTask(async () => {
    bare = time(() => linkByHand(byHand));
    await rendered();
    await rendered();
  });
  byHand.remove();
  await rendered();

  const start = performance.now();
  element.replaceChildren(table(ROWS));
  await rendered();
  const longest = await longestTask(() => linked(element, ROWS));
  const all = performance.now() - start;

  await rendered();
  // Measure until one microtask after the update, because the element removes the links in this microtask.
  const undoing = performance.now();
  element.disabled = true;
  await element.updateComplete;
  await Promise.resolve();
  const undone = performance.now() - undoing;
  if (element.shadowRoot.querySelector('a')) throw new Error('The links were not removed.');
  return {rows: ROWS, walk, bare, atOnce, longest, linked: all, undone};
}

function table(rows) {
  const body = document.createElement('tbody');
  for (let i = 0; i < rows; i++) {
    const row = body.insertRow();
    const digits = String(i).padStart(4, '0');
    const cells = [
      `Person ${i}`,
      `(925) 555-${digits}`,
      'San Ramon, California',
      `C-${digits}, 12 November 2026`,
      'Open',
    ];
    for (const text of cells) row.insertCell().textContent = text;
  }
  const whole = document.createElement('table');
  whole.append(body);
  return whole;
}

function textsIn(root) {
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

function linkByHand(root) {
  for (const text of textsIn(root)) {
    if (!text.data.startsWith('(')) continue;
    const link = document.createElement('a');
    link.href = `tel:${text.data.replace(/\D/g, '')}`;
    text.replaceWith(link);
    link.append(text);
  }
}

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Returns the longest time during `work` in which no other task could run, in milliseconds. */
async function longestTask(work) {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port2.postMessage(undefined);
  };
  port2.postMessage(undefined);
  await work();
  isOver = true;
  return longest;
}

/** Waits until the browser has rendered the next frame. */
const rendered = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Waits until the element has `count` links. Counts the links once in each frame. */
async function linked(element, count) {
  const links = element.shadowRoot.querySelector('[part=links]').children;
  while (links.length < count) await rendered();
}

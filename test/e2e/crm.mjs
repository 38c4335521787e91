import assert from 'node:assert/strict';

/**
 * @import {ElementHandle, Frame, JSHandle, KeyInput, Page} from 'puppeteer-core'
 */

/** How long anything may take that the page does by itself, in ms. */
const PATIENCE = 15_000;

const PRESSABLE = 'button, a, summary, label, input, select, textarea';

/**
 * A page as the person before it uses it: things are found by their words, through all shadow roots, and pressed with mouse and keys.
 *
 * @param {Page} page
 * @param {Page | Frame} where to look: the page, or a frame of it
 */
export function usePage(page, where = page) {
  /**
   * Waits for the visible element that has these words.
   *
   * @param {string} words
   * @param {string} [selector]
   */
  async function find(words, selector = PRESSABLE) {
    const element = await until(`no “${words}” among ${selector}`, () =>
      elementOrNothing(where.evaluateHandle(lookUp, selector, words)),
    );
    return element;
  }

  const user = {
    page,
    find,

    /** Presses something with the mouse. @param {string} words @param {string} [selector] */
    async press(words, selector) {
      await (await find(words, selector)).click();
    },

    /**
     * Chooses from a list. No mouse reaches the options that a browser shows in a window of its own.
     *
     * @param {string} list
     * @param {string} words
     */
    async choose(list, words) {
      const select = await find(list, 'select');
      const value = await select.evaluate(
        (it, text) => [.../** @type {HTMLSelectElement} */ (it).options].find((one) => one.text.includes(text))?.value,
        words,
      );
      assert.ok(value, `There is no “${words}” in “${list}”.`);
      await select.select(value);
    },

    /** Waits until something says these words. @param {string} selector @param {string} words */
    async sees(selector, words) {
      await find(words, selector);
    },

    /** Waits until nothing says these words. @param {string} selector @param {string} words */
    async seesNo(selector, words) {
      await until(`“${words}” stays in ${selector}`, () =>
        where.evaluate(lookUp, selector, words).then((found) => found === undefined || found === null),
      );
    },

    /** Waits until the page is such. @param {() => unknown} condition evaluated in the page */
    async until(condition) {
      await until(String(condition), () => where.evaluate(condition));
    },

    /** Name of what has the focus. */
    focused: () => where.evaluate(focusedName),

    /**
     * Goes on with the Tab key until something of this name has the focus.
     *
     * @param {RegExp} name
     * @param {{back?: boolean}} [options]
     */
    async tabTo(name, {back = false} = {}) {
      /** @type {string[]} */
      const passed = [];
      while (passed.length < 100) {
        if (back) await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        if (back) await page.keyboard.up('Shift');
        const now = await user.focused();
        if (name.test(now)) return;
        passed.push(now);
      }
      assert.fail(`The Tab key never came to ${name}, but to ${passed.map((it) => it.slice(0, 40)).join(' | ')}`);
    },

    /** @param {...KeyInput} keys */
    async keys(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },

    /** Waits until the log has these events, in this order, others between them or not. @param {...string} names */
    async hears(...names) {
      /** @type {string[]} */
      let log = [];
      try {
        await until('', async () => {
          log = await page.$$eval('.event-name', (all) => all.map((one) => one.textContent));
          let at = 0;
          for (const name of log) if (name === `five9-${names[at]}`) at++;
          return at === names.length;
        });
      } catch {
        assert.deepEqual(log, names, 'The log has other events.');
      }
    },
  };
  return user;
}

/**
 * Waits until the demo's phone has its adapter.
 *
 * @param {Page} page
 */
export async function useCrm(page) {
  const user = usePage(page);
  await user.sees('.connection', 'Connected');
  return user;
}

/** The far end answers at once, where it should not be waited for. @param {Page} page */
export async function answerAtOnce(page) {
  await page.evaluate(() => {
    document.querySelector('five9-simulator')?.contactCenter.configure({autoAnswerAfter: 0});
  });
}

/**
 * Tries until it comes to something.
 *
 * @template Result
 * @param {string} problem
 * @param {() => Promise<Result>} attempt
 * @returns {Promise<NonNullable<Result>>}
 */
async function until(problem, attempt) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const result = await attempt();
    if (result) return /** @type {NonNullable<Result>} */ (result);
    if (Date.now() > deadline) assert.fail(`Waited in vain: ${problem}`);
    // The pages live in other processes: they go on while we let them.
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** @param {Promise<JSHandle<Element | undefined>>} handle */
async function elementOrNothing(handle) {
  return /** @type {ElementHandle<HTMLElement> | null} */ ((await handle).asElement());
}

/**
 * Runs in the page.
 *
 * @param {string} selector
 * @param {string} words
 */
function lookUp(selector, words) {
  /** @type {(Document | ShadowRoot)[]} */
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.matches(selector) && element.checkVisibility() && has(element)) return element;
    }
  }
  return undefined;

  /** Capitals may be a matter of style. @param {Element} element */
  function has(element) {
    return wordsOf(element).toLowerCase().includes(words.toLowerCase());
  }

  /** @param {Node} node @returns {string} */
  function wordsOf(node) {
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes({flatten: true});
      if (assigned.length) return assigned.map(wordsOf).join('');
    }
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    const label = /** @type {ShadowRoot} */ (node.getRootNode()).getElementById(
      node.getAttribute('aria-labelledby') ?? '',
    );
    const {labels: ownLabels} = /** @type {HTMLInputElement} */ (node);
    const labels = [label, ...(ownLabels ?? [])].map((it) => it?.textContent);
    const named = [node.ariaLabel, ...labels].filter(Boolean);
    const inside = [...(node.shadowRoot ?? node).childNodes].map(wordsOf).join('');
    return `${named.join(' ')}${inside}`.replace(/\s+/g, ' ');
  }
}

/** Runs in the page. */
function focusedName() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return 'nothing';
  const root = /** @type {Document | ShadowRoot} */ (focused.getRootNode());
  const {labels: ownLabels} = /** @type {HTMLInputElement} */ (focused);
  const labels = [root.getElementById(focused.getAttribute('aria-labelledby') ?? ''), ...(ownLabels ?? [])];
  const slotted = [...focused.querySelectorAll('slot')].flatMap((slot) => slot.assignedNodes());
  const texts = [...labels, focused, ...slotted].map((node) => node?.textContent ?? '');
  return (focused.ariaLabel ?? texts.join(' ')).replace(/\s+/g, ' ').trim() || focused.outerHTML.slice(0, 80);
}

import assert from 'node:assert/strict';

/**
 * @import {ElementHandle, Frame, JSHandle, KeyInput, Page} from 'puppeteer-core'
 */

/** Milliseconds until a wait fails. */
const PATIENCE = 30_000;

const PRESSABLE = 'button, a, summary, label, input, select, textarea';

/**
 * Returns functions that use a page like a person: they find elements by their text, also in shadow roots, and use mouse and keys.
 *
 * @param {Page} page
 * @param {Page | Frame} where the page, or a frame of the page
 */
export function usePage(page, where = page) {
  /**
   * Waits for a visible element with this text, and returns the element.
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

    /** Clicks an element with the mouse when the element stands still and is enabled. @param {string} words @param {string} [selector] */
    async press(words, selector) {
      await (await find(words, selector)).asLocator().setTimeout(PATIENCE).click();
    },

    /**
     * Chooses an option of a list. Browsers show the options in a separate window, which no test can click.
     *
     * @param {string} list
     * @param {string} words
     * @param {string} [selector]
     */
    async choose(list, words, selector = 'select') {
      const select = await find(list, selector);
      const value = await select.evaluate(
        (it, text) => [.../** @type {HTMLSelectElement} */ (it).options].find((one) => one.text.includes(text))?.value,
        words,
      );
      assert.ok(value, `The list “${list}” has no option “${words}”.`);
      await select.select(value);
    },

    /** Waits until an element has this text. @param {string} selector @param {string} words */
    async sees(selector, words) {
      await find(words, selector);
    },

    /** Waits until no element has this text. @param {string} selector @param {string} words */
    async seesNo(selector, words) {
      await until(`“${words}” stays in ${selector}`, () =>
        where.evaluate(lookUp, selector, words).then((found) => found === undefined || found === null),
      );
    },

    /** Waits until a condition holds. @param {() => unknown} condition evaluated in the page */
    async until(condition) {
      await until(String(condition), () => where.evaluate(condition));
    },

    /** Returns the name of the focused element. */
    focused: () => where.evaluate(focusedName),

    /**
     * Presses Tab until an element with this name has the focus.
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
      assert.fail(`The Tab key did not reach ${name}, only ${passed.map((it) => it.slice(0, 40)).join(' | ')}`);
    },

    /** @param {...KeyInput} keys */
    async keys(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },

    /**
     * Waits until the event log shows these events in this order. The log may also contain other events.
     *
     * @param {...string} names
     */
    async seesEvents(...names) {
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
        assert.deepEqual(log, names, 'The log shows these events.');
      }
    },
  };
  return user;
}

/**
 * Waits until the demo is connected to its adapter, also with the CRM API, which connects on its own: the adapter does
 * not search for the caller of an earlier call.
 *
 * @param {Page} page
 */
export async function useCrm(page) {
  const user = usePage(page);
  await user.sees('.connection', 'Connected');
  await user.until(() => {
    const {contactCenter} = document.querySelector('five9-simulator') ?? {};
    if (contactCenter) return contactCenter.state().connectedPages.crmApi;
    return document.querySelector('five9-crm')?.service?.sdkApi('crmApi').connection.status === 'connected';
  });
  return user;
}

/** Makes the called customer answer at once. @param {Page} page */
export async function answerAtOnce(page) {
  await page.evaluate(() => {
    document.querySelector('five9-simulator')?.contactCenter.configure({autoAnswerAfter: 0});
  });
}

/**
 * Repeats an attempt until it returns a result.
 *
 * @template Result
 * @param {string} problem
 * @param {() => Promise<Result>} attempt
 * @returns {Promise<NonNullable<Result>>}
 */
async function until(problem, attempt) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const result = await attempt().catch(ignoreNavigation);
    if (result) return /** @type {NonNullable<Result>} */ (result);
    if (Date.now() > deadline) assert.fail(`Timed out while waiting: ${problem}`);
    // Wait a moment, because the pages need the processor too.
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * Ignores the error of an attempt during which the page or the frame loaded another document.
 *
 * @param {unknown} error
 */
function ignoreNavigation(error) {
  if (!/context was destroyed|Cannot find context|detached/i.test(String(error))) throw error;
}

/** @param {Promise<JSHandle<Element | undefined>>} handle */
async function elementOrNothing(handle) {
  return /** @type {ElementHandle<HTMLElement> | null} */ ((await handle).asElement());
}

/**
 * Finds a visible element with this text. Runs in the page.
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

  /**
   * Returns whether an element has the text. Ignores upper and lower case, because CSS can change the case.
   *
   * @param {Element} element
   */
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

/** Returns the name of the focused element. Runs in the page. */
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

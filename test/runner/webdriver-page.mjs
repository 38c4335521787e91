import {keyCode} from './webdriver-keys.mjs';

/** @typedef {import('./webdriver-client.mjs').WebDriverSession} WebDriverSession */

const BUTTONS = {left: 0, middle: 1, right: 2};

/**
 * Keyboard, mouse and viewport of a WebDriver session with the interface of Puppeteer's `Page`. The runner's commands (`sendKeys`,
 * `sendMouse`, `setViewport`) use that interface, so the same test presses the same keys in every engine.
 */
export class WebDriverPage {
  #session;

  /** @param {WebDriverSession} session */
  constructor(session) {
    this.#session = session;
  }

  keyboard = {
    down: (/** @type {string} */ key) => this.#key({type: 'keyDown', value: keyCode(key)}),
    up: (/** @type {string} */ key) => this.#key({type: 'keyUp', value: keyCode(key)}),
    press: (/** @type {string} */ key) => this.#stroke(keyCode(key)),
    type: async (/** @type {string} */ text) => {
      for (const character of text) await this.#stroke(character);
    },
  };

  mouse = {
    move: (/** @type {number} */ x, /** @type {number} */ y) => this.#pointer(moveTo(x, y)),
    down: (/** @type {{button?: keyof typeof BUTTONS}} */ {button} = {}) => this.#pointer(press(button)),
    up: (/** @type {{button?: keyof typeof BUTTONS}} */ {button} = {}) => this.#pointer(release(button)),
    click: (
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {{button?: keyof typeof BUTTONS}} */ {button} = {},
    ) => this.#pointer(moveTo(x, y), press(button), release(button)),
    reset: async () => {
      await this.#session.releaseActions();
      await this.#pointer(moveTo(0, 0));
    },
  };

  /**
   * Resizes the window so that the viewport has this size. WebDriver can set only the size of the window.
   *
   * @param {{width: number, height: number}} viewport
   */
  async setViewport({width, height}) {
    const frame = await this.#session.execute('return [outerWidth - innerWidth, outerHeight - innerHeight]');
    await this.#session.setWindowSize({width: width + frame[0], height: height + frame[1]});
  }

  emulateMediaFeatures() {
    return Promise.reject(
      new Error('This engine cannot emulate media features: skip the test in it (see test/README.md).'),
    );
  }

  /** @param {string} value */
  #stroke(value) {
    return this.#key({type: 'keyDown', value}, {type: 'keyUp', value});
  }

  /** @param {object[]} actions */
  #key(...actions) {
    return this.#session.perform([{type: 'key', id: 'keyboard', actions}]);
  }

  /** @param {object[]} actions */
  #pointer(...actions) {
    return this.#session.perform([{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}]);
  }
}

/**
 * @param {number} x
 * @param {number} y
 */
function moveTo(x, y) {
  return {type: 'pointerMove', duration: 0, origin: 'viewport', x, y};
}

/** @param {keyof typeof BUTTONS} button */
function press(button = 'left') {
  return {type: 'pointerDown', button: BUTTONS[button]};
}

/** @param {keyof typeof BUTTONS} button */
function release(button = 'left') {
  return {type: 'pointerUp', button: BUTTONS[button]};
}

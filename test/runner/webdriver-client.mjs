/**
 * A small W3C WebDriver client with the commands that the tests need. It replaces a client library that has two hundred
 * dependencies and two driver packages with download scripts.
 */
export class WebDriverSession {
  #address;

  /** @param {string} address of the session */
  constructor(address) {
    this.#address = address;
  }

  /**
   * @param {string} driver address
   * @param {object} capabilities
   */
  static async open(driver, capabilities) {
    const {sessionId} = await send(`${driver}/session`, 'POST', {capabilities: {alwaysMatch: capabilities}});
    return new WebDriverSession(`${driver}/session/${sessionId}`);
  }

  /** @param {string} url */
  navigate(url) {
    return this.#post('url', {url});
  }

  /**
   * @param {string} script a function body
   * @param {unknown[]} args
   */
  execute(script, ...args) {
    return this.#post('execute/sync', {script, args});
  }

  /** @param {object[]} actions input sources with their actions */
  perform(actions) {
    return this.#post('actions', {actions});
  }

  releaseActions() {
    return send(`${this.#address}/actions`, 'DELETE');
  }

  /** @param {{width: number, height: number}} size of the whole window */
  setWindowSize({width, height}) {
    return this.#post('window/rect', {width, height});
  }

  close() {
    return send(this.#address, 'DELETE');
  }

  /**
   * @param {string} path
   * @param {object} body
   */
  #post(path, body) {
    return send(`${this.#address}/${path}`, 'POST', body);
  }
}

/**
 * @param {string} url
 * @param {'POST' | 'DELETE'} method
 * @param {object} [body]
 */
async function send(url, method, body) {
  const response = await fetch(url, {
    method,
    headers: {'content-type': 'application/json'},
    ...(body && {body: JSON.stringify(body)}),
  });
  const {value} = /** @type {{value: any}} */ (await response.json());
  if (!response.ok) throw new Error(`WebDriver: ${value?.error ?? response.status}: ${value?.message ?? ''}`);
  return value;
}

/**
 * Measures the time that many messages of a hostile frame cost a page with our client, and a page without our client.
 */
import {compare} from './measure.js';

const MESSAGES = 3_000;

export async function flood() {
  const flooder = await frame(`http://127.0.0.1:${location.port}/flooder.html`);
  const pages = {
    bare: await page('addEventListener("message", () => undefined)'),
    connected: await page(`
      import '/far-end.js';
      import {createInteractionApi} from '/cdn/interaction-api.js';
      await createInteractionApi({name: 'bench'}).getCav({});
    `),
    // Use a channel without an adapter, so that the client continues to search for an adapter.
    searching: await page(`
      import {createInteractionApi} from '/cdn/interaction-api.js';
      createInteractionApi({name: 'nobody'});
    `),
  };
  /**
   * Makes the hostile frame send the messages to `window`, and then a last message to this page. Resolves when the last
   * message arrives, because all messages of the frame arrive in order, also in different windows of this site.
   */
  const flooded = (window) =>
    new Promise((resolve) => {
      const onReply = ({data}) => {
        if (data !== 'the last') return;
        removeEventListener('message', onReply);
        resolve();
      };
      addEventListener('message', onReply);
      const index = [...Array(length).keys()].find((one) => frames[one] === window);
      flooder.postMessage({index, messages: MESSAGES}, '*');
    });
  const times = await compare(
    9,
    Object.fromEntries(Object.entries(pages).map(([name, window]) => [name, () => flooded(window)])),
  );
  return {...times, messages: MESSAGES};
}

async function frame(src) {
  const made = Object.assign(document.createElement('iframe'), {src});
  document.body.append(made);
  await new Promise((resolve) => made.addEventListener('load', resolve));
  return made.contentWindow;
}

/** Opens a page, and runs a script in the page. */
async function page(text) {
  const window = await frame('/empty.html');
  const script = Object.assign(window.document.createElement('script'), {type: 'module', text: `${text}; ready()`});
  const ready = new Promise((resolve) => (window.ready = resolve));
  window.document.head.append(script);
  await ready;
  return window;
}

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
    // No adapter answers on this channel.
    searching: await page(`
      import {createInteractionApi} from '/cdn/interaction-api.js';
      createInteractionApi({name: 'nobody'});
    `),
  };
  /**
   * Sends the messages to a window. Resolves when the message that follows them has arrived in this window, because
   * messages of the flooder arrive in order, also in different windows of this site.
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

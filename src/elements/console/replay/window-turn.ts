import {randomHex} from '../../../transport/envelope.js';

/** Waits until all messages that were posted to the window so far have arrived. */
export function windowTurn(): Promise<void> {
  return new Promise((resolve) => {
    const token = `five9-elements ${randomHex()}`;
    const onMessage = ({data}: MessageEvent<unknown>): void => {
      if (data !== token) return;
      window.removeEventListener('message', onMessage);
      resolve();
    };
    window.addEventListener('message', onMessage);
    window.postMessage(token, '/');
  });
}

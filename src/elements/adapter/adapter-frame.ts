import {notLoaded} from '../../shared/words/not-loaded.js';

type SimulatorElement = HTMLElementTagNameMap['five9-simulator'];
/** The element that contains the adapter: an iframe, or the simulator. */
export type FrameElement = HTMLIFrameElement | SimulatorElement;

/** Creates the iframe of an adapter. Calls `onLoad` each time a page has loaded in the iframe. */
export function createIframe(
  url: string,
  sandbox: string | null | undefined,
  allow: string,
  onLoad: (iframe: HTMLIFrameElement) => void,
): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.part.add('frame');
  // Set the permissions before `src`, because a change has no effect on a page that is already loaded.
  iframe.allow = allow;
  // Send only the origin of the page to Five9, because the full address of the page may identify a customer.
  iframe.referrerPolicy = 'strict-origin';
  iframe.src = url;
  // Set the attribute even if it is empty, because an empty `sandbox` is the strictest sandbox.
  if (typeof sandbox === 'string') iframe.setAttribute('sandbox', sandbox);
  iframe.addEventListener('load', () => {
    onLoad(iframe);
  });
  return iframe;
}

/** Loads the simulator's code and creates its element. */
export async function createSimulator(): Promise<SimulatorElement> {
  await import('../../simulator/element/define.js').catch(notLoaded('The simulated Five9'));
  const simulator = document.createElement('five9-simulator');
  simulator.part.add('frame');
  return simulator;
}

/** Returns the window in which the adapter answers; `undefined` while the frame has no window. */
export function adapterWindow(frame: FrameElement | undefined): Window | undefined {
  if (!frame) return undefined;
  if (frame instanceof HTMLIFrameElement) return frame.contentWindow ?? undefined;
  // Return the window of the page, because the simulated adapter answers in this window.
  return window;
}

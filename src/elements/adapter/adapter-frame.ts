import {notLoaded} from '../../shared/words/not-loaded.js';

/** Element that contains the adapter. */
type SimulatorElement = HTMLElementTagNameMap['five9-simulator'];
export type FrameElement = HTMLIFrameElement | SimulatorElement;

/** Creates the iframe of an adapter. `onLoad` is called whenever a page has loaded in it. */
export function createIframe(
  url: string,
  sandbox: string | null | undefined,
  onLoad: (iframe: HTMLIFrameElement) => void,
): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.part.add('frame');
  iframe.allow = 'microphone; autoplay; clipboard-read; clipboard-write';
  // Five9 may know which site embeds the adapter, but not which customer the agent looks at.
  iframe.referrerPolicy = 'strict-origin';
  iframe.src = url;
  // An empty sandbox is the strictest one.
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

/** Returns the window in which the adapter answers; undefined while the frame has none. */
export function adapterWindow(frame: FrameElement | undefined): Window | undefined {
  if (!frame) return undefined;
  if (frame instanceof HTMLIFrameElement) return frame.contentWindow ?? undefined;
  // The simulated adapter answers in the page's own window.
  return window;
}

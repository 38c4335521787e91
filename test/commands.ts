/** What a test can do that a page cannot: real keys and mouse, and what only Chromium's developer tools can do. */
import {executeServerCommand, sendKeys} from '@web/test-runner-commands';

export {emulateMedia, resetMouse, sendMouse, setViewport} from '@web/test-runner-commands';

/** Whether the browser has the developer tools that the `emulate…` commands and `collectGarbage` need. Skip such tests elsewhere. */
export const isChromium = 'userAgentData' in navigator;

/** Types text, a key stroke for each character, into what has the focus. */
export async function type(text: string): Promise<void> {
  await sendKeys({type: text});
}

/** Presses a key (`'Enter'`, `'a'`), while others are held: `press('Tab', 'Shift')`. */
export async function press(key: string, ...held: string[]): Promise<void> {
  for (const modifier of held) await sendKeys({down: modifier});
  // Firefox's protocol knows the space bar by its character only.
  await sendKeys({press: key === 'Space' ? ' ' : key});
  for (const modifier of held.reverse()) await sendKeys({up: modifier});
}

/** Chromium only. Lasts until it is set to `none`, or the test file ends. */
export async function emulateForcedColors(forced: 'active' | 'none'): Promise<void> {
  await executeServerCommand('emulate-forced-colors', forced);
}

/** Chromium only. A full collection: what a `WeakRef` still finds afterwards is held by something. */
export async function collectGarbage(): Promise<void> {
  await executeServerCommand('collect-garbage');
}

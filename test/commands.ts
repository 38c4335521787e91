/** Commands that a page cannot run itself: real keys and mouse, and Chromium's developer tools. */
import {executeServerCommand, sendKeys} from '@web/test-runner-commands';

export {emulateMedia, resetMouse, sendMouse, setViewport} from '@web/test-runner-commands';

/**
 * Whether the browser is Chromium. Skip tests that need the `emulate…` commands or `collectGarbage` in other engines.
 */
export const isChromium = 'userAgentData' in navigator;

/** Types text into the focused element, with one key stroke for each character. */
export async function type(text: string): Promise<void> {
  await sendKeys({type: text});
}

/** Presses a key (`'Enter'`, `'a'`) while other keys are held down: `press('Tab', 'Shift')`. */
export async function press(key: string, ...held: string[]): Promise<void> {
  for (const modifier of held) await sendKeys({down: modifier});
  // Send the space bar as a character, because the protocol of Firefox has no name for this key.
  await sendKeys({press: key === 'Space' ? ' ' : key});
  for (const modifier of held.reverse()) await sendKeys({up: modifier});
}

/** Emulates forced colours, until they are set to `none` or the test file ends. Chromium only. */
export async function emulateForcedColors(forced: 'active' | 'none'): Promise<void> {
  await executeServerCommand('emulate-forced-colors', forced);
}

/**
 * Collects all garbage. If a `WeakRef` still returns an object after that, other code references the object. Chromium
 * only.
 */
export async function collectGarbage(): Promise<void> {
  await executeServerCommand('collect-garbage');
}

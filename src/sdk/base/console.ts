/* eslint-disable no-console -- the mistakes of code that was written for the Five9 SDK are shown where its author looks */

/** Reports a mistake in the code of the page, without an effect on the page. */
export function reportMistake(text: string): void {
  console.error(`five9-elements: ${text}`);
}

/** Reports something unusual in the code of the page. */
export function reportUnusual(text: string): void {
  console.warn(`five9-elements: ${text}`);
}

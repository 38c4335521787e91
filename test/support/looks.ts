import {expect} from '@open-wc/testing';
import {emulateForcedColors, emulateMedia, isChromium} from '../commands.js';
import {atEnd} from './lifecycle.js';

/** Sees that an element is accessible in a right-to-left page, and, where the browser can show them, in the dark and in forced colours. */
export async function looksGood(element: HTMLElement): Promise<void> {
  const page = document.documentElement;
  atEnd(() => {
    page.removeAttribute('dir');
    page.removeAttribute('style');
  });
  page.dir = 'rtl';
  await expect(element).to.be.accessible();
  if (!isChromium) return;
  atEnd(() => emulateForcedColors('none'));
  atEnd(() => emulateMedia({colorScheme: 'light'}));
  // axe takes a page without a background for a white one.
  page.style.background = 'Canvas';
  page.style.colorScheme = 'dark';
  await emulateMedia({colorScheme: 'dark'});
  await expect(element).to.be.accessible();
  page.removeAttribute('style');
  await emulateMedia({colorScheme: 'light'});
  await emulateForcedColors('active');
  // The colours are the system's then; axe sees those that it overrules.
  await expect(element).to.be.accessible({ignoredRules: ['color-contrast']});
}

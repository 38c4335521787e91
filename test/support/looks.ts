import {expect} from '@open-wc/testing';
import {emulateForcedColors, emulateMedia, isChromium} from '../commands.js';
import {atEnd} from './lifecycle.js';

/** Asserts that an element is accessible in a right-to-left page and, in Chromium, in a dark colour scheme and in forced colours. */
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
  // Set a background, because axe treats a page without a background as white.
  page.style.background = 'Canvas';
  page.style.colorScheme = 'dark';
  await emulateMedia({colorScheme: 'dark'});
  await expect(element).to.be.accessible();
  page.removeAttribute('style');
  await emulateMedia({colorScheme: 'light'});
  await emulateForcedColors('active');
  // Ignore the contrast, because axe checks the colours of the page and not the forced colours.
  await expect(element).to.be.accessible({ignoredRules: ['color-contrast']});
}

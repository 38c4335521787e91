import {expect} from '@open-wc/testing';
import type {Five9Element} from '../../src/shared/base/five9-element.js';
import type {Five9ErrorEvent} from '../../src/service/index.js';
import {openRealm} from '../support/scope.js';
import {listen} from '../support/service.js';
import {until} from '../support/time.js';
import {words} from '../support/stage.js';

/** What an element loads on demand. */
const PARTS = [
  {tag: 'dial-links', file: 'elements/dial-links/linker.ts', attributes: {}},
  {tag: 'call-variables', file: 'elements/call-variables/form.ts', attributes: {}},
  {tag: 'console', file: 'elements/console/body.ts', attributes: {}},
  {tag: 'adapter', file: 'simulator/element/define.ts', attributes: {simulator: ''}},
];

describe('what an element loads on demand, and cannot have,', () => {
  for (const {tag, file, attributes} of PARTS) {
    it(`is told of in words, once, by five9-${tag}`, async () => {
      const {window, document, load} = await openRealm(`/src/${file}`);
      const strays: unknown[] = [];
      window.addEventListener('unhandledrejection', (event) => strays.push(event.reason));
      await load(`/src/elements/${tag}/define.ts`);
      const told = listen<Five9ErrorEvent>(document, 'five9-error');
      const element = document.createElement(`five9-${tag}`) as Five9Element;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = '+1 925 555 0100';
      document.body.append(element);

      await until(() => told.length, 'it is told');
      await element.updateComplete;
      expect(words(element, 'error')).to.match(/^[\w ]+ could not be loaded\. Reload the page\.$/);
      expect(told.map(({error}) => error.errorCode)).to.deep.equal(['Generic']);
      expect(told[0]!.error.cause).to.have.property('name', 'TypeError');

      element.requestUpdate();
      await element.updateComplete;
      expect(told).to.have.lengthOf(1);
      expect(element.textContent, 'what is in it stays').to.equal('+1 925 555 0100');
      expect(strays).to.deep.equal([]);
    });
  }
});

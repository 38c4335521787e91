import {expect} from '@open-wc/testing';
import type {Five9Element} from '../../src/shared/base/five9-element.js';
import type {Five9ErrorEvent} from '../../src/service/index.js';
import {openRealm} from '../support/scope.js';
import {listen} from '../support/service.js';
import {until} from '../support/time.js';
import {words} from '../support/stage.js';

/** Elements, and the module that each element loads on demand. */
const PARTS = [
  {tag: 'dial-links', file: 'elements/dial-links/linker.ts', attributes: {}},
  {tag: 'call-variables', file: 'elements/call-variables/form.ts', attributes: {}},
  {tag: 'console', file: 'elements/console/body.ts', attributes: {}},
  {tag: 'adapter', file: 'simulator/element/define.ts', attributes: {simulator: ''}},
];

describe('code that an element loads on demand and that fails to load', () => {
  for (const {tag, file, attributes} of PARTS) {
    it(`is reported once, with a text, by five9-${tag}`, async () => {
      const {window, document, load} = await openRealm(`/src/${file}`);
      const strays: unknown[] = [];
      window.addEventListener('unhandledrejection', (event) => strays.push(event.reason));
      await load(`/src/elements/${tag}/define.ts`);
      const dispatched = listen<Five9ErrorEvent>(document, 'five9-error');
      const element = document.createElement(`five9-${tag}`) as Five9Element;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = '+1 925 555 0100';
      document.body.append(element);

      await until(() => dispatched.length, 'the error is reported');
      await element.updateComplete;
      expect(words(element, 'error')).to.match(/^[\w ]+ could not be loaded\. Reload the page\.$/);
      expect(dispatched.map(({error}) => error.errorCode)).to.deep.equal(['Generic']);
      expect(dispatched[0]!.error.cause).to.have.property('name', 'TypeError');

      element.requestUpdate();
      await element.updateComplete;
      expect(dispatched).to.have.lengthOf(1);
      expect(element.textContent, 'what is in it stays').to.equal('+1 925 555 0100');
      expect(strays).to.deep.equal([]);
    });
  }
});

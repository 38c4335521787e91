/** Tests that an element works during a call, whatever attributes the page's author sets, removes or misspells. */
import {expect} from '@open-wc/testing';
import {drawing, inCall, inPage, rendered} from '../support/in-call.js';
import {stopTimeLimits, until} from '../support/time.js';
import {describeAttributes, describeValue, setAttribute, WRONG_VALUES} from './attributes.js';
import {type AttributeEntry, everyElement} from './element.js';

/** Valid values of attributes for which an arbitrary text is not valid. */
const RIGHT_VALUES: Record<string, string> = {
  'five9-adapter src': '/test/pages/empty.html',
  'five9-adapter sandbox': 'allow-scripts',
  'five9-adapter idp-login-url': '/test/pages/empty.html',
  'five9-adapter timeout': '60000',
  'five9-adapter f9verticalthreshold': '300px',
  'five9-call-variables names': 'Call.* Custom.*',
  'five9-call-variables read-only': 'Call.*',
  'five9-click2dial number': '+1 925 201 2000',
  'five9-contact fields': 'number1 first_name',
  'five9-crm calls-today': '5',
  'five9-crm chats-today': '5',
  'five9-crm emails-today': '5',
  'five9-dial-links default-country': 'US',
  'five9-interaction-panel fields': 'number1',
  'five9-interaction-panel variables': 'Call.*',
  'five9-interaction-panel without': 'mute dtmf',
  'five9-object-picker kind': 'related-to',
  'five9-provider adapter-origin': 'https://adapter.example',
  'five9-provider transport': 'adapter',
  'five9-ws-events event-id': '4 5',
};

/** Selectors of the content that elements load on demand. */
const LOADED: Record<string, string> = {
  'five9-call-variables': 'form',
  'five9-call-variables typed': 'form select',
  'five9-disposition combobox-from': '[role=combobox]',
};

function rightValue(tag: string, {name, type}: AttributeEntry): string {
  const special = RIGHT_VALUES[`${tag} ${name}`];
  if (special !== undefined) return special;
  if (name === 'record-kind') return 'who';
  if (type?.text.includes('boolean')) return '';
  return type?.text.includes('number') ? '5' : 'right';
}

for (const entry of await everyElement()) {
  const {tag} = entry;

  describeAttributes(entry, (attribute, expectNoFailure) => {
    const {name} = attribute;

    it(`causes no error with any value of ${name} during a call, and works again with a valid value`, async () => {
      stopTimeLimits(window);
      // Test an adapter without a call, because the call has a simulated adapter. While the address of the element is
      // wrong, the page may connect to that adapter, and then the element shows another status.
      const {element, callId = ''} = tag === 'five9-adapter' ? {element: await inPage(tag)} : await inCall(tag);
      const right = name === 'interaction-id' ? callId : rightValue(tag, attribute);
      element.setAttribute(name, right);
      await rendered(element);
      await until(() => !element.matches(':state(pending)'), 'the element has its data');
      const loaded = LOADED[`${tag} ${name}`] ?? LOADED[tag];
      if (loaded) await until(() => element.shadowRoot!.querySelector(loaded), `the element has loaded ${loaded}`);
      await rendered(element);
      const before = drawing(element);
      for (const value of WRONG_VALUES) {
        setAttribute(element, name, value);
        await rendered(element);
        expect(element.shadowRoot!.childNodes, describeValue(value)).not.to.be.empty;
        expectNoFailure(describeValue(value));
        element.setAttribute(name, right);
        await rendered(element);
        await until(() => drawing(element) === before, 'the element is drawn as before', 1000).catch(() => undefined);
        expect(drawing(element), `after ${describeValue(value)}`).to.equal(before);
        expectNoFailure(`a right value after ${describeValue(value)}`);
      }
    });
  });
}

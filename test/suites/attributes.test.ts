/** Tests that an element is upgraded, whatever attributes the page's author has set, removed or misspelled. */
import {expect} from '@open-wc/testing';
import type {ReactiveElement} from 'lit';
import {ALWAYS, rendered} from '../support/in-call.js';
import {describeAttributes, describeValue, setAttribute, WRONG_VALUES} from './attributes.js';
import {everyElement} from './element.js';

const inert = document.createElement('template').content.ownerDocument;

for (const entry of await everyElement()) {
  const {tag, attributes, defineModule} = entry;

  it(`<${tag}> observes only attributes that custom-elements.json documents`, async () => {
    await import(defineModule);
    const {observedAttributes = []} = customElements.get(tag) as {observedAttributes?: string[]};
    expect(attributes.map(({name}) => name)).to.include.members([...observedAttributes]);
  });

  describeAttributes(entry, ({name}, expectNoFailure) => {
    it(`is upgraded with any value of ${name}`, async () => {
      for (const value of WRONG_VALUES) {
        const element = inert.createElement(tag) as ReactiveElement;
        for (const [other, text] of Object.entries(ALWAYS[tag] ?? {})) element.setAttribute(other, text);
        setAttribute(element, name, value);
        document.body.append(element);
        await rendered(element);
        expect(element.shadowRoot, describeValue(value)).to.exist;
        expect(element.hasUpdated, describeValue(value)).to.equal(true);
        element.remove();
        expectNoFailure(describeValue(value));
      }
    });
  });
}

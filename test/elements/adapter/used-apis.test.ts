import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/adapter/define.js';
import '../../../src/elements/provider/define.js';
import type {Five9Adapter} from '../../../src/elements/adapter/adapter.js';
import {atEnd} from '../../support/lifecycle.js';
import {openRealm} from '../../support/scope.js';
import {until} from '../../support/time.js';

const SRC = '/test/pages/empty.html';
let names = 0;

/** Returns the parameters of the address of an adapter's frame. */
async function parametersOf(adapter: Five9Adapter): Promise<string> {
  await adapter.updateComplete;
  return new URL(adapter.shadowRoot!.querySelector('iframe')!.src).searchParams.toString();
}

/** Shows a scoped adapter with other elements. */
async function show(content: unknown): Promise<Five9Adapter> {
  const provider = await fixture(
    html`<five9-provider scoped name="used-apis-${++names}">
      <five9-adapter src=${SRC}></five9-adapter>${content}
    </five9-provider>`,
  );
  return provider.querySelector('five9-adapter')!;
}

describe('the address of an adapter', () => {
  it('has no parameter for an API that the page does not use', async () => {
    expect(await parametersOf(await show(html``))).to.equal('');
  });

  it('requests the hooks if the page has a five9-hooks, also before its code is loaded', async () => {
    expect(await parametersOf(await show(html`<five9-hooks></five9-hooks>`))).to.equal('f9hookapi=true&f9hook=true');
  });

  it('requests the CRM API if the page has a five9-crm', async () => {
    expect(await parametersOf(await show(html`<div><five9-crm></five9-crm></div>`))).to.equal('f9crmapi=true');
  });

  it('does not depend on an element that belongs to another adapter', async () => {
    const other = html`<five9-provider scoped name="other"><five9-hooks></five9-hooks></five9-provider>`;
    expect(await parametersOf(await show(other))).to.equal('');
    const outside = document.createElement('five9-hooks');
    document.body.append(outside);
    atEnd(() => outside.remove());
    expect(await parametersOf(await show(html``))).to.equal('');
  });

  it('stays the same if such an element comes or goes later, because a reload would end a call', async () => {
    const adapter = await show(html`<five9-hooks></five9-hooks>`);
    const before = await parametersOf(adapter);
    const frame = adapter.shadowRoot!.querySelector('iframe');
    adapter.nextElementSibling!.remove();
    adapter.after(document.createElement('five9-crm'));
    adapter.label = 'Phone';
    expect(await parametersOf(adapter)).to.equal(before);
    expect(adapter.shadowRoot!.querySelector('iframe')).to.equal(frame);
    adapter.reload();
    expect(await parametersOf(adapter)).to.equal('f9crmapi=true');
  });

  it('waits for the rest of a page that is not completely parsed', async () => {
    const {window, document: page, load} = await openRealm();
    await load('/src/elements/adapter/define.ts');
    page.open();
    /* eslint-disable @typescript-eslint/no-deprecated -- only this method lets a test parse a page in parts */
    page.write(`<!doctype html><body><five9-adapter src="${SRC}"></five9-adapter>`);
    const adapter = page.querySelector('five9-adapter')!;
    window.customElements.upgrade(adapter);
    await adapter.updateComplete;
    expect(adapter.shadowRoot!.querySelector('iframe')).to.equal(null);
    page.write('<five9-hooks></five9-hooks>');
    /* eslint-enable @typescript-eslint/no-deprecated */
    page.close();
    await until(() => adapter.shadowRoot!.querySelector('iframe'), 'the frame');
    expect(await parametersOf(adapter)).to.equal('f9hookapi=true&f9hook=true');
  });
});

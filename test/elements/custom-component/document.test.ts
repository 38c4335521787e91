/** Runs the code of docs/CUSTOM-COMPONENTS.md. */
import {expect, html} from '@open-wc/testing';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import '../../../src/elements/custom-component/define.js';
import {openApiAdapter} from '../../support/api-adapter.js';
import {runSnippet, snippetOf} from '../../support/doc-snippets.js';
import {CALL_ID, callData} from '../../support/samples.js';
import {stage} from '../../support/stage.js';
import {until} from '../../support/time.js';

const PATH = '/docs/CUSTOM-COMPONENTS.md';
const HEADING = 'Own controls in the softphone';

describe('the code of docs/CUSTOM-COMPONENTS.md', () => {
  it('stores the note of a call', async () => {
    const markup = await snippetOf(PATH, HEADING, 'html');
    const {service} = await stage(html`${unsafeHTML(markup)}`);
    const components = await openApiAdapter('customComponentsApi', service.settings.name ?? '');
    await runSnippet(await snippetOf(PATH, HEADING, 'js'), service);
    const {response} = await components.ask('getCustomComponents');
    const [, change] = /onchange="(\w+)"/.exec(String(response))!;
    const [, click] = /onclick="(\w+)"/.exec(String(response))!;
    const call = {interactionType: 'Call', interactionData: callData()};
    await components.tell('componentEvent', {callbackName: change, payload: {name: 'note', value: 'Renewal', ...call}});
    await components.tell('componentEvent', {callbackName: click, payload: {name: 'save', value: '', ...call}});
    const note = (): string | null => sessionStorage.getItem(`note of ${CALL_ID}`);
    await until(note, 'the note is stored');
    expect(note()).to.equal('Renewal');
  });
});

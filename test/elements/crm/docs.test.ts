/** Runs the code of docs/CRM.md. */
import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import sinon from 'sinon';
import {aboutCall, crmStage} from '../../support/crm-stage.js';
import {runSnippet, snippetOf} from '../../support/doc-snippets.js';
import {atEnd} from '../../support/lifecycle.js';

const DOCUMENT = '/docs/CRM.md';
const JANE = {id: '5', label: 'Contact', name: 'Jane', isWho: true, isWhat: false};

describe('docs/CRM.md', () => {
  it('has a tag that answers without a script', async () => {
    const code = await snippetOf(DOCUMENT, 'Without a script', 'html');
    const {ask, element, errors} = await crmStage(html`${unsafeHTML(code)}`);
    const send = sinon.stub(window, 'fetch').callsFake(() => Promise.resolve(Response.json([JANE])));
    sinon.stub(console, 'error');
    expect((await ask('getAdtConfig')).response).to.include({providerName: 'Northwind CRM'});
    expect((await ask('search', aboutCall())).response).to.deep.equal({crmObjects: [JANE]});
    element.target = 'record';
    const open = sinon.stub(window, 'open').returns(window);
    await ask('screenPop', aboutCall({}, {crmObject: JANE}));
    expect(await ask('saveLog', aboutCall())).to.deep.include({response: null});
    expect(String(open.args[0]![0])).to.equal(`${location.origin}/contacts/5`);
    expect(send.args.map(([address]) => (address as URL).href)).to.deep.equal([
      `${location.origin}/api/contacts?phone=9250000111`,
      `${location.origin}/api/activities`,
    ]);
    expect(errors).to.deep.equal([]);
  });

  it('has listeners that answer', async () => {
    const functions = {
      findContacts: sinon.stub().resolves([JANE]),
      openContact: sinon.stub(),
      saveActivity: sinon.stub().resolves('saved'),
    };
    Object.assign(window, functions);
    atEnd(() => {
      for (const name of Object.keys(functions)) Reflect.deleteProperty(window, name);
    });
    const {ask, service} = await crmStage();
    await runSnippet(await snippetOf(DOCUMENT, 'With listeners', 'js'), service);
    expect((await ask('search', aboutCall())).response).to.deep.equal({crmObjects: [JANE]});
    await ask('screenPop', aboutCall({}, {crmObject: JANE}));
    const interactionLogData = {subject: 'Renewal'};
    expect(await ask('saveLog', aboutCall({interactionId: 'A'}, {interactionLogData}))).to.deep.include({
      response: 'saved',
    });
    expect(functions.findContacts.args).to.deep.equal([['9250000111']]);
    expect(functions.openContact.args).to.deep.equal([['5']]);
    expect(functions.saveActivity.args).to.deep.equal([['A', interactionLogData]]);
  });
});

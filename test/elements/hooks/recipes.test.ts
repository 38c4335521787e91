/** Runs the recipes of docs/HOOKS.md. */
import {expect, html} from '@open-wc/testing';
import {runSnippet, snippetOf} from '../../support/doc-snippets.js';
import {CALL_ID, callData} from '../../support/samples.js';
import {type HooksStage, hooksStage} from './hooks-stage.js';

const CALL = {interactionType: 'Call', interactionData: callData()};
const PROCEED = {status: {statusCode: 'Proceed'}};

/** Follows a recipe in a page with a `five9-hooks`. */
async function follow(recipe: string): Promise<HooksStage> {
  const setup = await hooksStage(html`<five9-hooks></five9-hooks>`);
  await runSnippet(await snippetOf('/docs/HOOKS.md', recipe, 'js'), setup.service);
  return setup;
}

describe('a recipe of docs/HOOKS.md', () => {
  it('lets the agent confirm one disposition, and no other', async () => {
    const {ask} = await follow('Confirm a disposition');
    expect(await ask('beforeDisposition', {...CALL, dispositionId: 3558})).to.deep.equal({
      status: {
        statusCode: 'Confirmation',
        message: 'Nobody can call this customer again. Continue?',
        messageHeader: 'Do not call',
      },
    });
    expect(await ask('beforeDisposition', {...CALL, dispositionId: '3551'})).to.deep.equal(PROCEED);
  });

  it('blocks a disposition until a variable is set', async () => {
    const {ask, adapter} = await follow('Block a disposition until a variable is set');
    const variable = {id: '7', group: 'Custom', name: 'reason', value: ''};
    await adapter.reply('getCav', {response: [variable]}, {response: [{...variable, value: 'Renewal'}]});
    expect(await ask('beforeDisposition', {...CALL, dispositionId: 1})).to.deep.equal({
      status: {statusCode: 'Error', message: 'Select the reason of the call first.', messageHeader: 'Reason'},
    });
    expect(await ask('beforeDisposition', {...CALL, dispositionId: 1})).to.deep.equal(PROCEED);
  });

  it('adds fields to the log', async () => {
    const {ask} = await follow('Add fields to the log');
    expect(await ask('beforeSaveLog', {...CALL, interactionLogData: {subject: 'Call'}})).to.deep.equal({
      status: {statusCode: 'ProceedWithParams'},
      newFields: {subject: document.title, department: 'Renewals'},
    });
  });

  it('refuses a dial by its campaign', async () => {
    const {ask} = await follow('Refuse a dial by its campaign');
    expect(await ask('beforeMakeCall', {campaignId: '300000000000483'})).to.deep.equal({
      status: {
        statusCode: 'Error',
        message: 'This campaign is closed. Select another campaign.',
        messageHeader: 'Campaign',
      },
    });
    expect(await ask('beforeMakeCall', {campaignId: '1'})).to.deep.equal(PROCEED);
  });

  it('copies the record into a variable after a screen pop', async () => {
    const {ask, adapter, settled} = await follow('Copy the record into a variable after a screen pop');
    await adapter.reply('getCav', {response: [{id: '9', group: 'Custom', name: 'recordId', value: ''}]});
    await adapter.reply('setCav', {response: null});
    const params = {...CALL, screenPopObjects: [{id: '456', label: 'Case'}]};
    expect(await ask('afterScreenPop', params)).to.deep.equal(PROCEED);
    const {request} = await adapter.firstRequest('setCav');
    expect(request.args).to.deep.equal({interactionId: CALL_ID, cavList: [{id: '9', value: '456'}]});
    await settled();
  });
});

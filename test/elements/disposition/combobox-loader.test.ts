import {expect} from '@open-wc/testing';
import {freshName} from '../../support/client.js';
import {openRealm} from '../../support/scope.js';
import {freshId, listen, openAdapter, sendCallEvent} from '../../support/service.js';
import {until} from '../../support/time.js';
import {LIST} from './disposition-stage.js';

const COMBOBOX = '/src/elements/disposition/combobox.ts';

/** Shows an element in a page that gets its combobox from another address. Starts a call with a long list. */
async function showIn(address: string) {
  const name = freshName();
  const adapter = await openAdapter(name);
  await adapter.reply('getDispositions', {response: LIST});
  const {document, load} = await openRealm(COMBOBOX, address);
  await load('/src/elements/disposition/define.ts');
  await load('/src/elements/provider/define.ts');
  const errors = listen<Event>(document, 'five9-error');
  const provider = Object.assign(document.createElement('five9-provider'), {name});
  const element = document.createElement('five9-disposition');
  element.comboboxFrom = 1;
  document.body.append(provider, element);
  await until(() => element.service?.connected, 'connected');
  await adapter.receives('connected');
  const start = (interactionId = freshId()): Promise<unknown> =>
    sendCallEvent({service: element.service!, adapter}, 'callStarted', {interactionId});
  return {element, errors, start};
}

const hasCombobox = (element: HTMLElement): boolean => element.shadowRoot!.querySelector('[role=combobox]') !== null;

describe('the code of the combobox', () => {
  it('is requested again if the first request fails', async () => {
    const {element, errors, start} = await showIn(`/fail/1/${crypto.randomUUID()}${COMBOBOX}`);
    await start();
    await until(() => hasCombobox(element), 'the combobox is shown');
    expect(errors).to.be.empty;
  });

  it('is requested again when the agent goes to the element, after it could not be loaded', async () => {
    const {element, errors, start} = await showIn(`/fail/2/${crypto.randomUUID()}${COMBOBOX}`);
    await start();
    await until(() => errors.length, 'the error is shown');
    element.requestUpdate();
    await element.updateComplete;
    expect(errors).to.have.lengthOf(1);
    element.shadowRoot!.querySelector<HTMLElement>('[part=button]')!.focus();
    await until(() => hasCombobox(element), 'the combobox is shown');
    expect(errors).to.have.lengthOf(1);
  });

  it('is requested again for the next interaction, after it could not be loaded', async () => {
    const {element, errors, start} = await showIn(`/fail/2/${crypto.randomUUID()}${COMBOBOX}`);
    await start();
    await until(() => errors.length, 'the error is shown');
    await start();
    await until(() => hasCombobox(element), 'the combobox is shown');
  });
});

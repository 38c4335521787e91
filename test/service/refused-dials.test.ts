import {expect} from '@open-wc/testing';
import type {HookResult} from '../../src/sdk/index.js';
import {type ApiAdapter, openApiAdapter} from '../support/api-adapter.js';
import {connectService, type ServiceLine} from '../support/service.js';
import {rejection, turn, watch} from '../support/time.js';

const NUMBER = '9250000111';
const TO_PAGE_DIAL = {click2DialData: {clickToDialNumber: NUMBER}};

interface HookLine extends ServiceLine {
  hooks: ApiAdapter;
}

/** Connects a service to an adapter with hooks. The page gives these decisions. */
async function open(decisions: Record<string, () => HookResult | Promise<HookResult> | undefined>): Promise<HookLine> {
  const line = await connectService();
  line.service.sdkApi('hookApi').registerApi(decisions as object);
  const hooks = await openApiAdapter('hookApi', line.name);
  return {...line, hooks};
}

describe('a dial that a hook of the page refuses', () => {
  it('is rejected with the message of the hook', async () => {
    const status = {statusCode: 'Error', message: 'No calls on Sunday.'} as const;
    const {service, hooks} = await open({beforeClickToDial: () => ({status})});
    const dial = rejection(service.dial(NUMBER));
    await hooks.ask('beforeClickToDial', TO_PAGE_DIAL);
    expect(await dial).to.include({errorCode: 'Generic', errorMessage: 'No calls on Sunday.'});
  });

  it('is rejected with a reason if the hook gives none', async () => {
    const {service, hooks} = await open({
      beforeMakeCall: () => Promise.resolve({status: {statusCode: 'Cancel'}}),
    });
    const dial = rejection(service.dial(NUMBER));
    await hooks.ask('beforeMakeCall', {destination: {number: NUMBER}});
    expect(await dial).to.include({errorMessage: 'A hook of the page refused the call.'});
  });

  for (const [what, hook, params, statusCode] of [
    ['the hook lets the adapter act', 'beforeClickToDial', TO_PAGE_DIAL, 'Proceed'],
    ['the adapter asks the agent', 'beforeClickToDial', TO_PAGE_DIAL, 'Confirmation'],
    ['the hook refuses another number', 'beforeMakeCall', {destination: {number: '9250000222'}}, 'Cancel'],
    ['the hook refuses a call without a number', 'beforeMakeCall', {destination: {skill: '7'}}, 'Cancel'],
    ['the hook refuses something else', 'beforeTransfer', TO_PAGE_DIAL, 'Cancel'],
  ] as const) {
    it(`waits for its call if ${what}`, async () => {
      const {service, hooks} = await open({[hook]: () => ({status: {statusCode}})});
      const dial = watch(service.dial(NUMBER));
      await hooks.ask(hook, params);
      await turn();
      expect(dial.state).to.equal('pending');
    });
  }

  it('waits for its call if the hook fails', async () => {
    const {service, hooks} = await open({beforeMakeCall: () => Promise.reject(new Error('Failed.'))});
    const dial = watch(service.dial(NUMBER));
    await hooks.ask('beforeMakeCall', {destination: {number: NUMBER}});
    await turn();
    expect(dial.state).to.equal('pending');
  });
});

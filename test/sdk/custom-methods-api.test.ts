import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {inWindow} from '../support/places.js';
import {connectApi, type SdkLine} from '../support/sdk-client.js';
import {rejection} from '../support/time.js';

type Line = SdkLine<'customMethodsApi'>;
type Methods = Parameters<Line['api']['registerCustomMethods']>[0];

const open = (methods?: Methods): Promise<Line> =>
  connectApi(inWindow, 'customMethodsApi', {register: (api) => methods && api.registerCustomMethods(methods)});

const call = ({adapter}: Line, methodName: unknown, argument?: unknown): Promise<object> =>
  adapter.answerTo('customMethodsApi', '_callCustomMethod', {methodName, argument});

describe('customMethodsApi.registerCustomMethods', () => {
  it('lets the adapter call a method by its name, with the argument, and with the methods as this', async () => {
    const methods = {getValue: sinon.stub().returns({b: 2})};
    const line = await open(methods);
    expect(await call(line, 'getValue', {a: 1})).to.have.deep.property('response', {b: 2});
    expect(methods.getValue.args).to.deep.equal([[{a: 1}]]);
    expect(methods.getValue.thisValues).to.deep.equal([methods]);
  });

  it('replaces the whole set before', async () => {
    const line = await open({one: () => 1, two: () => 2});
    line.api.registerCustomMethods({two: () => 'two'});
    expect(await call(line, 'one')).to.have.property('response', null);
    expect(await call(line, 'two')).to.have.property('response', 'two');
  });

  it('answers null for a method that is not registered, and for a name that every object has', async () => {
    const line = await open({notFunction: 1 as never});
    for (const name of ['missing', 'notFunction', 'toString', '__proto__', '', undefined, {}]) {
      expect(await call(line, name)).to.have.property('response', null);
    }
    expect(await line.adapter.answerTo('customMethodsApi', '_callCustomMethod')).to.have.property('response', null);
  });

  it('answers null before the first registration', async () => {
    expect(await call(await open(), 'getValue')).to.have.property('response', null);
  });

  it('throws a TypeError that says what it needs, if it gets no object', async () => {
    const {api} = await open();
    expect(() => api.registerCustomMethods(undefined as never)).to.throw(TypeError, /needs an object of functions/);
  });
});

describe('customMethodsApi.callCustomMethod', () => {
  it('returns a real promise, which has catch and finally', async () => {
    const {api, adapter} = await open();
    await adapter.reply('_callCustomMethod', {response: 5});
    const answer = api.callCustomMethod('getValue', 1);
    expect(answer).to.be.instanceOf(Promise);
    expect(await answer.finally(() => undefined)).to.equal(5);
  });

  it('rejects with the text that the other side has thrown', async () => {
    const {api, adapter} = await open();
    await adapter.reply('_callCustomMethod', {error: 'Error: no value'});
    expect(await rejection(api.callCustomMethod('getValue'))).to.include({
      errorCode: 'Generic',
      errorMessage: 'Error: no value',
    });
  });

  it('sends 200 calls at once, in order, and all are answered', async () => {
    const {api, adapter} = await open();
    await adapter.reply('_callCustomMethod', {echo: true});
    const calls = Array.from({length: 200}, (_, number) => api.callCustomMethod('getValue', number));
    const answers = (await Promise.all(calls)) as {argument: number}[];
    expect(answers.map(({argument}) => argument)).to.deep.equal(Array.from({length: 200}, (_, number) => number));
  });
});

import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import type {CustomComponents} from '../../src/sdk.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow} from '../support/places.js';
import {connectApi, type SdkLine} from '../support/sdk-client.js';
import {until} from '../support/time.js';

const TEMPLATE =
  '<adt-components><adt-component location="3rdPartyComp-li-call-tab"><adt-input name="note" onchange="noted"/></adt-component></adt-components>';

const open = (...components: CustomComponents[]): Promise<SdkLine<'customComponentsApi'>> =>
  connectApi(inWindow, 'customComponentsApi', {
    register: (api) => components.forEach((one) => api.registerCustomComponents(one)),
  });

type Line = SdkLine<'customComponentsApi'>;

const templateOf = async ({adapter}: Line): Promise<object> => {
  const {response, error} = await adapter.answerTo('customComponentsApi', 'getCustomComponents');
  return {response, error};
};

/** Lets the agent use a control, and waits until the page has received all earlier messages. */
async function use(line: Line, data: unknown): Promise<void> {
  await line.adapter.event('customComponentsApi', 'componentEvent', data);
  await templateOf(line);
}

describe('customComponentsApi.registerCustomComponents', () => {
  it('returns nothing, and gives the template to the adapter as a text', async () => {
    const line = await open();
    const api: {registerCustomComponents(components: CustomComponents): unknown} = line.api;
    expect(api.registerCustomComponents({template: TEMPLATE, callbacks: {}})).to.equal(undefined);
    expect(await templateOf(line)).to.deep.equal({response: TEMPLATE, error: undefined});
  });

  it('lets the adapter ask again', async () => {
    const line = await open({template: TEMPLATE});
    await templateOf(line);
    expect(await templateOf(line)).to.have.property('response', TEMPLATE);
  });

  it('answers Not Implemented before the registration, and to any other method', async () => {
    const line = await open();
    expect(await templateOf(line)).to.have.property('error', 'Not Implemented: getCustomComponents');
    line.api.registerCustomComponents({template: TEMPLATE});
    expect(await line.adapter.answerTo('customComponentsApi', 'componentEvent')).to.have.property(
      'error',
      'Not Implemented: componentEvent',
    );
  });

  it('calls the callback that the control names, with the payload, and with the callbacks as this', async () => {
    const callbacks = {noted: sinon.spy(), other: sinon.spy()};
    const line = await open({template: TEMPLATE, callbacks});
    const payload = {name: 'note', value: 'Call back', interactionType: 'Call', interactionData: {ani: '9250000111'}};
    await use(line, {callbackName: 'noted', payload});
    expect(callbacks.noted.args).to.deep.equal([[payload]]);
    expect(callbacks.noted.thisValues).to.deep.equal([callbacks]);
    expect(callbacks.other.callCount).to.equal(0);
  });

  it('calls the callback with one argument, which is undefined, if there is no payload', async () => {
    const noted = sinon.spy();
    await use(await open({template: TEMPLATE, callbacks: {noted}}), {callbackName: 'noted'});
    expect(noted.args).to.deep.equal([[undefined]]);
  });

  it('reads only the first element of data that is a list, as the SDK does', async () => {
    const noted = sinon.spy();
    const line = await open({template: TEMPLATE, callbacks: {noted}});
    await use(line, [
      {callbackName: 'noted', payload: 1},
      {callbackName: 'noted', payload: 2},
    ]);
    expect(noted.args).to.deep.equal([[1]]);
  });

  it('writes an error to the console for a callback that the page does not have', async () => {
    const error = sinon.stub(console, 'error');
    const line = await open({template: TEMPLATE, callbacks: {noted: 'no function' as never}});
    for (const callbackName of ['missing', 'noted', 'toString', '__proto__', {}, undefined]) {
      await use(line, {callbackName});
    }
    expect(error.args.map(([text]) => /No callback "(.*?)"/.exec(String(text))?.[1])).to.deep.equal([
      'missing',
      'noted',
      'toString',
      '__proto__',
      '',
      '',
    ]);
  });

  it('called again, replaces the template and adds the callbacks: those of the same name are all called', async () => {
    const [first, second] = [{noted: sinon.spy(), kept: sinon.spy()}, {noted: sinon.spy()}];
    const line = await open({template: TEMPLATE, callbacks: first}, {template: '<adt-components/>', callbacks: second});
    expect(await templateOf(line)).to.have.property('response', '<adt-components/>');
    await use(line, {callbackName: 'noted', payload: 1});
    await use(line, {callbackName: 'kept', payload: 2});
    expect([first.noted.args, second.noted.args, first.kept.args]).to.deep.equal([[[1]], [[1]], [[2]]]);
  });

  it('does nothing without a template', async () => {
    const noted = sinon.spy();
    sinon.stub(console, 'error');
    const line = await open({template: TEMPLATE}, {callbacks: {noted}} as never);
    expect(await templateOf(line)).to.have.property('response', TEMPLATE);
    await use(line, {callbackName: 'noted'});
    expect(noted.callCount).to.equal(0);
  });

  it('throws a TypeError that says what it needs, if it gets no object', async () => {
    const {api} = await open();
    expect(() => api.registerCustomComponents(undefined as never)).to.throw(TypeError, /needs an object with template/);
  });

  it('calls the other callbacks if one throws an error, and reports the error', async () => {
    const reported = sinon.stub(window, 'reportError');
    const failure = new Error('broken callback');
    const noted = sinon.spy();
    const broken = (): never => {
      throw failure;
    };
    const line = await open({template: TEMPLATE, callbacks: {noted: broken}}, {template: TEMPLATE, callbacks: {noted}});
    await use(line, {callbackName: 'noted'});
    expect(noted.callCount).to.equal(1);
    expect(reported.args).to.deep.equal([[failure]]);
  });

  it('delivers an event to every page of the adapter, and takes the template of each', async () => {
    // The page of this test has registered no callback.
    sinon.stub(console, 'error');
    const frames = await Promise.all(
      [0, 1].map(async () => {
        const frame = document.createElement('iframe');
        frame.src = '/test/pages/sdk-client.html';
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        atEnd(() => frame.remove());
        await loaded;
        return frame.contentWindow!;
      }),
    );
    const line = await open();
    const noted = frames.map((frame) => {
      const spy = sinon.spy();
      const api = frame.crmSdk!.customComponentsApi(line.name);
      api.registerCustomComponents({template: TEMPLATE, callbacks: {noted: spy}});
      return spy;
    });
    await line.adapter.receives('connected', 3);
    await line.adapter.event('customComponentsApi', 'componentEvent', {callbackName: 'noted', payload: 1});
    await until(() => noted.every(({callCount}) => callCount === 1), 'both pages');
    await line.adapter.ask('all#1', 'customComponentsApi', 'getCustomComponents');
    const answers = await line.adapter.receivesAnswers('all#1', 3);
    expect(answers.map(({response}) => response).filter(Boolean)).to.deep.equal([TEMPLATE, TEMPLATE]);
  });
});

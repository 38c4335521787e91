import {expect, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import sinon from 'sinon';
import '../../../src/elements/custom-component/define.js';
import type {ControlUse} from '../../../src/elements/custom-component/control.events.js';
import type {Five9CustomComponent} from '../../../src/elements/custom-component/custom-component.js';
import {type ApiAdapter, openApiAdapter} from '../../support/api-adapter.js';
import {comesAndGoes} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {callData} from '../../support/samples.js';
import {listen} from '../../support/service.js';
import {stage, type Stage, words} from '../../support/stage.js';
import {turn, until} from '../../support/time.js';

interface ComponentStage extends Stage<Five9CustomComponent> {
  components: ApiAdapter;
  /** Asks the page for its template. */
  template(): Promise<unknown>;
  /** Uses the control with this name in the adapter. */
  use(name: string, payload?: object): Promise<void>;
}

const NOTE = html`
  <five9-custom-component location="home-panel-top" label="Notes">
    <five9-adt-input name="note" label="Note" value="old" placeholder="Reason"></five9-adt-input>
    <five9-adt-button name="save" primary>Save</five9-adt-button>
    <five9-adt-button name="drop" label="Drop"></five9-adt-button>
  </five9-custom-component>
`;
const CALL = {interactionType: 'Call', interactionData: callData()};

async function show(content: TemplateResult = NOTE): Promise<ComponentStage> {
  const setup = await stage<Five9CustomComponent>(content);
  const components = await openApiAdapter('customComponentsApi', setup.service.settings.name ?? '');
  const template = async (): Promise<unknown> => {
    const answer = await components.ask('getCustomComponents');
    return answer.response ?? answer;
  };
  return {
    ...setup,
    components,
    template,
    async use(name, payload = CALL) {
      const text = String(await template());
      const control = parsed(text).querySelector(`[name="${name}"]`);
      const callbackName = control?.getAttribute('onchange') ?? control?.getAttribute('onclick');
      await components.tell('componentEvent', {callbackName, payload: {name, ...payload}});
    },
  };
}

const parsed = (text: string): Element => new DOMParser().parseFromString(text, 'text/html').body.firstElementChild!;

describe('five9-custom-component', () => {
  it('gives the adapter one template, in the form that adapters take', async () => {
    const {template} = await show();
    expect(await template()).to.equal(
      '<adt-components><adt-component location="home-panel-top" label="Notes">' +
        '<adt-input name="note" label="Note" value="old" placeholder="Reason" onchange="five9Control1"></adt-input>' +
        '<adt-btn-group>' +
        '<adt-button name="save" label="Save" class="btnPrimary" onclick="five9Control2"></adt-button>' +
        '<adt-button name="drop" label="Drop" class="btnSecondary" onclick="five9Control3"></adt-button>' +
        '</adt-btn-group></adt-component></adt-components>',
    );
  });

  it('makes one template of all components of the page, in the order of the page', async () => {
    const setup = await show();
    const second = document.createElement('five9-custom-component');
    second.location = 'home-panel-bottom';
    second.append(document.createElement('five9-adt-input'));
    setup.element.before(second);
    await second.updateComplete;
    await turn();
    const locations = [...parsed(String(await setup.template())).children].map((one) => one.getAttribute('location'));
    expect(locations).to.deep.equal(['home-panel-bottom', 'home-panel-top']);
  });

  it('shows nothing in the page', async () => {
    const {element} = await show();
    expect(element.getBoundingClientRect().height).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('dispatches change at the input that the agent has changed', async () => {
    const {element, use} = await show();
    const events = listen<CustomEvent<ControlUse>>(document, 'change');
    await use('note', {value: 'Renewal', ...CALL});
    await until(() => events.length, 'the event');
    expect(events[0]!.target).to.equal(element.querySelector('five9-adt-input'));
    expect(events[0]!.detail).to.deep.equal({name: 'note', value: 'Renewal', ...CALL});
    expect([events[0]!.bubbles, events[0]!.composed]).to.deep.equal([true, true]);
  });

  it('dispatches click at the button that the agent has pressed, also without an interaction', async () => {
    const {element, use} = await show();
    const [save, drop] = element.querySelectorAll('five9-adt-button');
    const events = listen<CustomEvent<ControlUse>>(save!, 'click');
    const others = listen(drop!, 'click');
    await use('save', {});
    await until(() => events.length, 'the event');
    expect(events[0]!.detail).to.deep.equal({
      name: 'save',
      value: '',
      interactionType: undefined,
      interactionData: undefined,
    });
    expect(others).to.be.empty;
  });

  it('survives an event without a payload, or with a callback that does not exist', async () => {
    const error = sinon.stub(console, 'error');
    const {components, element, template} = await show();
    const events = listen<CustomEvent<ControlUse>>(element, 'change', 'click');
    const [, callbackName] = /onchange="(\w+)"/.exec(String(await template()))!;
    await components.tell('componentEvent', {callbackName: 'constructor', payload: {}});
    await components.tell('componentEvent', {callbackName});
    await until(() => events.length, 'the event of the input');
    expect(events.map(({detail}) => detail.name)).to.deep.equal(['note']);
    expect(error.args.map(String).join()).to.contain('constructor');
  });

  describe('if it changes after the adapter has asked', () => {
    it('registers again, and says on the console that the adapter may not show it', async () => {
      const warn = sinon.stub(console, 'warn');
      const {element, template} = await show();
      await template();
      element.querySelector('five9-adt-input')!.label = 'Reason';
      await until(() => warn.callCount, 'the warning');
      expect(String(warn.args[0])).to.contain('only after it has loaded again');
      expect(await template()).to.contain('label="Reason"');
    });

    for (const [what, change] of [
      ['the text of a button', (element) => (element.querySelector('five9-adt-button')!.textContent = 'Keep')],
      ['an added control', (element) => element.append(document.createElement('five9-adt-input'))],
      ['a removed control', (element) => element.querySelector('five9-adt-button')!.remove()],
      ['its location', (element) => (element.location = 'home-panel-bottom')],
      ['its label', (element) => element.setAttribute('label', 'Other')],
    ] as [string, (element: Five9CustomComponent) => unknown][]) {
      it(`registers ${what}`, async () => {
        const warn = sinon.stub(console, 'warn');
        const {element, template} = await show();
        const before = await template();
        change(element);
        await until(() => warn.callCount, 'the warning');
        expect(await template()).not.to.equal(before);
      });
    }

    it('removes its controls when it is removed', async () => {
      sinon.stub(console, 'warn');
      const {element, template} = await show();
      await template();
      element.remove();
      await turn();
      expect(await template()).to.equal('<adt-components></adt-components>');
    });

    it('keeps the callbacks of its controls when it moves', async () => {
      const {element, use, template} = await show();
      const before = await template();
      const events = listen(document, 'change');
      element.parentElement!.prepend(element);
      await turn();
      expect(await template()).to.equal(before);
      await use('note');
      await until(() => events.length, 'the event');
    });
  });

  it('says nothing on the console if it changes before the adapter has asked', async () => {
    const warn = sinon.stub(console, 'warn');
    const {element, template} = await show();
    element.label = 'Other';
    await element.updateComplete;
    await turn();
    expect(await template()).to.contain('label="Other"');
    expect(warn.args).to.deep.equal([]);
  });

  it('does not connect without a complete component', async () => {
    const {element, components} = await show(html`<five9-custom-component location="a"></five9-custom-component>`);
    await element.updateComplete;
    await turn();
    await components.adapter.sync();
    expect(components.adapter.received).to.be.empty;
  });

  it('shows an error if it has controls and no location, until it has one', async () => {
    const {element, errors} = await show(
      html`<five9-custom-component><five9-adt-input></five9-adt-input></five9-custom-component>`,
    );
    await element.updateComplete;
    expect(words(element, 'error')).to.contain('Set location');
    await looksGood(element);
    element.location = 'home-panel-top';
    await element.updateComplete;
    expect(words(element, 'error')).to.equal('');
    element.location = undefined;
    await element.updateComplete;
    expect(errors.map(({message}) => message)).to.deep.equal([words(element, 'error')]);
  });

  it('reports that it replaces the controls that the page has registered', async () => {
    const error = sinon.stub(console, 'error');
    const {element, service, template} = await show(
      html`<five9-custom-component location="a"></five9-custom-component>`,
    );
    service.sdkApi('customComponentsApi').registerCustomComponents({template: '<adt-components></adt-components>'});
    element.append(document.createElement('five9-adt-input'));
    await until(() => error.callCount, 'the report');
    expect(String(error.args[0])).to.contain('Use only one of both');
    expect(await template()).to.contain('adt-input');
  });

  it('registers again after the service was closed and started again', async () => {
    const {service, adapter, components, element, template} = await show();
    await template();
    service.close();
    await turn();
    service.restart();
    await adapter.receives('connected', 2);
    await until(() => service.connected, 'the service is connected again');
    element.requestUpdate();
    await components.adapter.receives('connected', 2);
    expect(await template()).to.contain('name="note"');
  });

  it('leaves no listener when it comes and goes', async () => {
    sinon.stub(console, 'warn');
    await comesAndGoes(await show());
  });
});

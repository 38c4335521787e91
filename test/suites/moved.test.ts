/** Tests that every element keeps its state when the page moves it, or an element around it, with `moveBefore`. */
import {expect, fixture, html} from '@open-wc/testing';
import type {ReactiveElement} from 'lit';
import sinon from 'sinon';
import '../../src/elements/interaction-panel/define.js';
import type {Five9Provider} from '../../src/elements/provider/provider.js';
import type {InteractionService} from '../../src/service/index.js';
import type {ContactCenter} from '../../src/simulator.js';
import {freshName} from '../support/client.js';
import {drawing, inCall, rendered} from '../support/in-call.js';
import {until} from '../support/time.js';
import {everyElement} from './element.js';

/** A node that has the method `moveBefore`, which TypeScript does not know yet. */
type Mover = Element & {moveBefore(node: Element, before: Element | null): void};

/** Elements that have no service around them, or are their own adapter. */
const WITHOUT_SERVICE = ['five9-provider', 'five9-simulator'];
/** Elements that have a service, but are outside of the provider in these tests. */
const OUTSIDE = [...WITHOUT_SERVICE, 'five9-adapter'];

const serviceOf = (element: Element): InteractionService | undefined =>
  (element as {service?: InteractionService}).service;

/** Returns the first element with focus, in any shadow root. */
function focused(): Element | null {
  let {activeElement} = document;
  while (activeElement?.shadowRoot?.activeElement) ({activeElement} = activeElement.shadowRoot);
  return activeElement;
}

/** Returns every node in the shadow root. */
const parts = (element: Element): Node[] => [...element.shadowRoot!.querySelectorAll('*')];

for (const {tag, defineModule} of await everyElement()) {
  describe(`<${tag}>, moved with moveBefore,`, () => {
    let element: ReactiveElement;
    let provider: Five9Provider;
    let place: Mover;
    let centre: ContactCenter;

    before(() => import(defineModule));

    beforeEach(async function () {
      if (!('moveBefore' in Element.prototype)) return this.skip();
      ({element, provider, centre} = await inCall(tag));
      await until(() => !element.matches(':state(pending)'), 'the element has its data');
      if (tag === 'five9-call-variables') await until(() => element.shadowRoot!.querySelector('form'), 'it is loaded');
      await rendered(element);
      const outer = document.createElement('div');
      place = document.createElement('section') as unknown as Mover;
      element.before(outer);
      outer.append(place);
    });

    const moveItself = (): void => place.moveBefore(element, null);
    const moveAround = (): void => {
      const around = document.createElement('div');
      element.before(around);
      (around as unknown as Mover).moveBefore(element, null);
      place.moveBefore(around, null);
    };

    for (const [what, move] of [
      ['itself', moveItself],
      ['with an element around it', moveAround],
    ] as const) {
      it(`${what}, is not disconnected, and keeps its service and what it shows`, async () => {
        const disconnected = sinon.spy(element, 'disconnectedCallback');
        const [service, before, nodes] = [serviceOf(element), drawing(element), parts(element)];

        move();
        await rendered(element);

        expect(place.contains(element)).to.equal(true);
        expect(disconnected.callCount).to.equal(0);
        expect(serviceOf(element)).to.equal(service);
        expect(drawing(element)).to.equal(before);
        expect(parts(element), 'the same nodes').to.deep.equal(nodes);
      });
    }

    it('keeps the focus and the text that the agent is typing', async function () {
      const fields = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input, textarea')].filter(
        ({type, disabled, readOnly}) => !['radio', 'checkbox'].includes(type) && !disabled && !readOnly,
      );
      const field = fields[0];
      const target = field ?? element.shadowRoot!.querySelector<HTMLElement>('button:not([disabled])');
      if (!target) return this.skip();
      target.focus();
      if (field) {
        field.value = field.type === 'number' ? '7' : 'draft';
        field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
        await rendered(element);
      }
      const typed = field?.value;

      moveItself();
      await rendered(element);

      expect(focused()).to.equal(target);
      expect(field?.value).to.equal(typed);
    });

    it('continues to follow its call', function () {
      if (OUTSIDE.includes(tag)) return this.skip();
      moveItself();
      const updates = sinon.spy(element, 'requestUpdate');
      const service = serviceOf(element)!;
      service.open(service.current!.id);
      if (tag !== 'five9-click2dial') expect(updates.callCount).to.be.above(0);
      expect((element as {interaction?: {id: string}}).interaction?.id ?? service.current!.id).to.equal(
        service.current!.id,
      );
    });

    it('is no container of container queries if it shows content of the page, which would crash Chromium', function () {
      const shown = [element, ...parts(element)].filter((it): it is Element => it instanceof Element);
      if (!shown.some((it) => it instanceof HTMLSlotElement)) return this.skip();
      expect(new Set(shown.map((it) => getComputedStyle(it).containerType))).to.deep.equal(new Set(['normal']));
    });

    it('to another provider and back, uses the service of its place', async function () {
      if (WITHOUT_SERVICE.includes(tag)) return this.skip();
      const other = await fixture<Five9Provider>(html`<five9-provider scoped name=${freshName()}></five9-provider>`);
      (other as unknown as Mover).moveBefore(element, null);
      await rendered(element);
      expect(serviceOf(element)).to.equal(other.service);

      (provider as unknown as Mover).moveBefore(element, null);
      await rendered(element);
      expect(serviceOf(element)).to.equal(provider.service);
    });

    it('to a panel with another interaction and back, acts on the interaction of its place', async function () {
      if (!('interaction' in element) || tag === 'five9-interaction-panel') return this.skip();
      const {service} = provider;
      const [own, other] = [service.current!.id, centre.offerCall({ani: '9250000222'})];
      await until(() => service.interaction(other), 'the second call is known');
      service.open(own);
      const panel = Object.assign(document.createElement('five9-interaction-panel'), {interactionId: other});
      provider.append(panel);
      await rendered(panel);
      expect(element.interaction).to.have.property('id', own);

      (panel as unknown as Mover).moveBefore(element, null);
      await rendered(element);
      expect(element.interaction).to.have.property('id', other);

      place.moveBefore(element, null);
      await rendered(element);
      expect(element.interaction).to.have.property('id', own);
    });
  });
}

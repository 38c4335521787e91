import {expect} from '@open-wc/testing';
import type {LitElement} from 'lit';
import sinon from 'sinon';
import {isChromium} from '../commands.js';
import {stillHeld} from './garbage.js';
import {turn} from './time.js';
import type {Stage} from './stage.js';

/** Returns a function that lists the listeners and intervals that an element has added outside of itself and not removed. */
function holds(setup: Stage<unknown>, element: Node): () => string[] {
  const held = new Map<unknown, string>();
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const key = (target: unknown, type: string): string => `${type} at ${String(target)}`;
  sinon.stub(EventTarget.prototype, 'addEventListener').callsFake(function (
    this: EventTarget,
    type,
    listener,
    ...rest
  ) {
    const inside = this instanceof Node && (this === element || this.getRootNode() === (element as Element).shadowRoot);
    if (!inside && this instanceof Node) held.set(listener, key(this, type));
    else if (this === window) held.set(listener, key(this, type));
    addEventListener.call(this, type, listener, ...rest);
  });
  sinon.stub(EventTarget.prototype, 'removeEventListener').callsFake(function (
    this: EventTarget,
    type,
    listener,
    ...rest
  ) {
    held.delete(listener);
    removeEventListener.call(this, type, listener, ...rest);
  });
  const {setInterval: start, clearInterval: stop} = window;
  sinon.stub(window, 'setInterval').callsFake(((...args: Parameters<typeof start>) => {
    const id = start(...args);
    held.set(id, 'an interval');
    return id;
  }) as typeof start);
  sinon.stub(window, 'clearInterval').callsFake((id) => {
    held.delete(id);
    stop(id);
  });
  const {listen} = setup.service;
  sinon.stub(setup.service, 'listen').callsFake((listener) => {
    const end = listen.call(setup.service, listener);
    held.set(listener, 'a listener of the service');
    return () => {
      held.delete(listener);
      end();
    };
  });
  return () => [...held.values()];
}

/** Removes, adds and moves an element many times, and asserts that it leaves no listener, timer or node. The element stays in the page. */
export async function comesAndGoes<Shown extends LitElement>(setup: Stage<Shown>): Promise<void> {
  const {element} = setup;
  const parent = element.parentElement!;
  element.remove();
  const held = holds(setup, element);
  parent.append(element);
  await setup.settled();
  const once = held().length;
  const nodes = element.shadowRoot?.querySelectorAll('*').length;
  for (let times = 0; times < 100; times++) {
    element.remove();
    parent.prepend(element);
    if (times % 10 === 0) await element.updateComplete;
    parent.append(element);
  }
  await setup.settled();
  expect(held(), 'held once').to.have.lengthOf(once);
  expect(element.shadowRoot?.querySelectorAll('*').length).to.equal(nodes);
  element.remove();
  await turn();
  expect(held(), 'held after it is gone').to.be.empty;
  sinon.restore();
  parent.append(element);
  await setup.settled();
}

/** Asserts that removed elements are collected as garbage. Does nothing in browsers other than Chromium. */
export async function isForgotten(setup: Stage<LitElement>): Promise<void> {
  if (!isChromium) return;
  const parent = setup.element.parentElement!;
  const gone: WeakRef<Element>[] = [];
  for (let times = 0; times < 20; times++) {
    const copy = document.createElement(setup.element.localName);
    parent.append(copy);
    await turn();
    copy.remove();
    gone.push(new WeakRef(copy));
  }
  // Allow two elements in memory, because running code may still refer to the last elements.
  expect(await stillHeld(gone, 2)).to.be.at.most(2);
}

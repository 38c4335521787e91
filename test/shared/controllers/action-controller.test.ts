import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {ActionController} from '../../../src/shared/controllers/action-controller.js';
import {listen} from '../../support/service.js';

class Actor extends LitElement {
  readonly #internals = this.attachInternals();
  readonly action = new ActionController(this, this.#internals.states);
}
customElements.define('test-actor', Actor);

const show = (): Promise<Actor> => fixture(html`<test-actor></test-actor>`);

describe('ActionController', () => {
  it('is pending until every action has settled', async () => {
    const {action} = await show();
    const resolvers: (() => void)[] = [];
    const start = (): Promise<unknown> =>
      action.run(() => new Promise<void>((resolve) => void resolvers.push(resolve)));
    const [one, two] = [start(), start()];
    expect(action.pending).to.equal(true);
    resolvers[0]!();
    await one;
    expect(action.pending).to.equal(true);
    resolvers[1]!();
    await two;
    expect(action.pending).to.equal(false);
  });

  it('resolves with the result of the action', async () => {
    const {action} = await show();
    expect(await action.run(() => Promise.resolve(7))).to.equal(7);
  });

  it('shows and dispatches an error, and resolves with nothing', async () => {
    const actor = await show();
    const events = listen(actor, 'five9-error');
    const result: unknown = await actor.action.run(() => Promise.reject<unknown>(new Error('no')));
    expect(result).to.equal(undefined);
    expect(events).to.have.lengthOf(1);
    expect(actor.action.error?.errorMessage).to.equal('no');
    expect(actor.matches(':state(error)')).to.equal(true);
    expect(actor.matches(':state(pending)')).to.equal(false);
  });

  it('removes the error when the next action starts, or when it is cleared', async () => {
    const actor = await show();
    actor.action.fail(new Error('no'));
    actor.action.clear();
    expect(actor.matches(':state(error)')).to.equal(false);
    actor.action.fail(new Error('no'));
    const next = actor.action.run(() => Promise.resolve());
    expect(actor.action.error).to.equal(undefined);
    await next;
    expect(actor.action.error).to.equal(undefined);
  });
});

import {expect} from '@open-wc/testing';
import {
  type PendingDispositionChange,
  PendingDispositions,
  pagePendingDispositions,
} from '../../../src/elements/disposition/pending-dispositions.js';
import {LIST, afterCall, button, choose, type DispositionStage} from './disposition-stage.js';
import {words} from '../../support/stage.js';
import {until} from '../../support/time.js';
import type {Five9Disposition} from '../../../src/elements/disposition/define.js';

describe('PendingDispositions', () => {
  it('reports each start, each disposition that is set, and each end', () => {
    const pending = new PendingDispositions();
    const changes: PendingDispositionChange[] = [];
    pending.addEventListener('change', (event) => {
      changes.push((event as CustomEvent<PendingDispositionChange>).detail);
    });
    pending.start('A');
    expect(pending.has('A')).to.be.true;
    expect(pending.has('B')).to.be.false;
    pending.reportSet('A', '3551');
    expect(pending.has('A')).to.be.true;
    pending.end('A');
    expect(pending.has('A')).to.be.false;
    expect(changes).to.deep.equal([
      {interactionId: 'A'},
      {interactionId: 'A', dispositionId: '3551'},
      {interactionId: 'A'},
    ]);
  });

  it('is one object for all copies of the bundle on a page', async () => {
    const copy = '/src/elements/disposition/pending-dispositions.ts?copy=2';
    const other = (await import(copy)) as {
      PendingDispositions: unknown;
      pagePendingDispositions: typeof pagePendingDispositions;
    };
    expect(other.PendingDispositions, 'another copy').not.to.equal(PendingDispositions);
    expect(other.pagePendingDispositions()).to.equal(pagePendingDispositions());
  });
});

describe('five9-disposition, when another picker sets the disposition of the same interaction,', () => {
  /** Adds a second picker for the same interaction. */
  async function withOther(): Promise<{setup: DispositionStage; other: Five9Disposition}> {
    const setup = await afterCall();
    const other = document.createElement('five9-disposition');
    setup.element.after(other);
    await until(() => other.dispositions.length);
    await choose(setup, '3551');
    return {setup, other};
  }

  const buttonOf = (element: Five9Disposition): Element | null => element.shadowRoot!.querySelector('[part=button]');

  it('shows that, and offers no choice in the meantime', async () => {
    const {setup, other} = await withOther();
    await setup.adapter.reply('setDisposition', {hold: true});
    const set = setup.element.set();
    await other.updateComplete;
    expect(words(other, 'status')).to.equal('Setting…');
    expect(buttonOf(other)).to.have.attribute('aria-disabled', 'true');
    expect(await other.set()).to.be.false;
    // Wait, because the adapter can release only a request that it has received.
    await setup.adapter.receivesRequest('setDisposition');
    await setup.adapter.release();
    await set;
  });

  it('can be used again when the request fails', async () => {
    const {setup, other} = await withOther();
    await setup.adapter.reply('setDisposition', {error: 'No.'}, {response: null});
    const set = setup.element.set();
    await other.updateComplete;
    expect(words(other, 'status')).to.equal('Setting…');
    expect(await set).to.be.false;
    await other.updateComplete;
    expect(words(other, 'status')).to.equal('Call ended. Set the disposition.');
    expect(buttonOf(other)).not.to.have.attribute('aria-disabled');
    other.value = '3559';
    expect(await other.set()).to.be.true;
  });

  it('can be used again when the page cancels the event', async () => {
    const {setup, other} = await withOther();
    setup.element.addEventListener('five9-before-disposition', (event) => event.preventDefault());
    expect(await setup.element.set()).to.be.false;
    await other.updateComplete;
    expect(words(other, 'status')).to.equal('Call ended. Set the disposition.');
    expect(buttonOf(other)).not.to.have.attribute('aria-disabled');
  });

  it('shows the disposition that was set, before the adapter reports the end', async () => {
    const {setup, other} = await withOther();
    other.value = '3559';
    expect(await setup.element.set()).to.be.true;
    await other.updateComplete;
    expect(words(other, 'status')).to.equal(`Set: ${LIST[0]!.name}`);
    expect(other.value).to.equal('3551');
    expect(other.matches(':state(finished)')).to.be.true;
    expect(button(setup).getAttribute('aria-disabled')).to.equal('true');
  });

  it('is not affected after it was removed', async () => {
    const {setup, other} = await withOther();
    other.value = '3559';
    other.remove();
    expect(await setup.element.set()).to.be.true;
    expect(other.value).to.equal('3559');
  });
});

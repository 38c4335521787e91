import {expect, html} from '@open-wc/testing';
import {InteractionApiError} from '../../../src/interaction-api/errors.js';
import type {InteractionRef} from '../../../src/interaction-api/types.js';
import {InteractionElement} from '../../../src/shared/base/interaction-element.js';
import {InteractionDataController} from '../../../src/shared/controllers/interaction-data-controller.js';
import {CALL_ID} from '../../support/samples.js';
import {type Stage, stage, talking} from '../../support/stage.js';
import {turn} from '../../support/time.js';

/** A request for data that the test answers. */
interface Request {
  readonly ref: InteractionRef;
  resolve(data: string): void;
  reject(error: unknown): void;
}

class DataShower extends InteractionElement {
  readonly requests: Request[] = [];
  method: string | undefined = 'getCav';
  readonly data = new InteractionDataController<string>(this, {
    followed: this.followed,
    action: this.action,
    states: this.internals.states,
    method: () => this.method,
    fetch: (_api, ref) =>
      new Promise((resolve, reject) => {
        this.requests.push({ref, resolve, reject});
      }),
  });

  constructor() {
    super({keepsFinished: true});
  }
}
customElements.define('test-data-shower', DataShower);

const OTHER_CALL = 'B'.repeat(32);

const show = (): Promise<Stage<DataShower>> => stage(html`<test-data-shower></test-data-shower>`);

/** Answers the newest request. */
async function answer({element}: Stage<DataShower>, data: string): Promise<void> {
  element.requests.at(-1)!.resolve(data);
  await turn();
  await element.updateComplete;
}

async function refuse({element}: Stage<DataShower>, error: unknown): Promise<void> {
  element.requests.at(-1)!.reject(error);
  await turn();
  await element.updateComplete;
}

describe('InteractionDataController', () => {
  describe('requests the data', () => {
    it('when the interaction appears, and each time that its state changes', async () => {
      const at = await show();
      expect(at.element.requests).to.be.empty;
      await at.happens('callStarted');
      expect(at.element.requests.map(({ref}) => ref)).to.deep.equal([
        {interactionType: 'Call', interactionId: CALL_ID},
      ]);
      await answer(at, 'one');
      expect(at.element.data.data).to.equal('one');
      await at.happens('callAccepted');
      expect(at.element.requests).to.have.lengthOf(2);
      await answer(at, 'two');
      expect(at.element.data.data).to.equal('two');
    });

    it('when the connection is back', async () => {
      const at = await show();
      await talking(at);
      await answer(at, 'one');
      const before = at.element.requests.length;
      await at.drops();
      expect(at.element.data.canFetch).to.equal(false);
      expect(at.element.data.data).to.equal('one');
      await at.returns();
      expect(at.element.requests).to.have.lengthOf(before + 1);
    });

    it('by refresh(), which resolves with whether the adapter answered', async () => {
      const at = await show();
      await talking(at);
      await answer(at, 'one');
      const refreshed = at.element.data.refresh();
      await answer(at, 'two');
      expect(await refreshed).to.equal(true);
      const failed = at.element.data.refresh();
      await refuse(at, new Error('no'));
      expect(await failed).to.equal(false);
      expect(at.errors.map(({errorMessage}) => errorMessage)).to.deep.equal(['no']);
    });

    it('again when another method is needed', async () => {
      const at = await show();
      await talking(at);
      await answer(at, 'one');
      const before = at.element.requests.length;
      at.element.method = 'getCrm';
      at.element.requestUpdate();
      await at.settled();
      expect(at.element.requests).to.have.lengthOf(before + 1);
      expect(at.element.data.data).to.equal(undefined);
    });

    it('never while no method is known', async () => {
      const at = await show();
      at.element.method = undefined;
      await talking(at);
      expect(at.element.requests).to.be.empty;
      expect(await at.element.data.refresh()).to.equal(false);
    });

    it('not again if the adapter does not support the method', async () => {
      const at = await show();
      await at.happens('callStarted');
      await refuse(at, new InteractionApiError('NotSupported', 'no', 'getCav'));
      await at.happens('callAccepted');
      expect(at.element.requests).to.have.lengthOf(1);
    });
  });

  describe('ignores', () => {
    it('an answer that arrives after the answer to a newer request', async () => {
      const at = await show();
      await at.happens('callStarted');
      await at.happens('callAccepted');
      const [first, second] = at.element.requests;
      second!.resolve('new');
      await turn();
      first!.resolve('old');
      await turn();
      expect(at.element.data.data).to.equal('new');
    });

    it('an answer, and an error, about an interaction that the element no longer acts on', async () => {
      const at = await show();
      await talking(at);
      const requests = [...at.element.requests];
      await talking(at, OTHER_CALL);
      requests.at(-1)!.resolve('of the first call');
      requests.at(-2)!.reject(new Error('of the first call'));
      await turn();
      expect(at.element.data.data).to.equal(undefined);
      expect(at.errors).to.be.empty;
    });

    it('an error after the end of the interaction', async () => {
      const at = await show();
      await talking(at);
      await at.happens('callFinished');
      await refuse(at, new InteractionApiError('InteractionNotFound', 'no', 'getCav'));
      expect(at.errors).to.be.empty;
    });
  });

  it('keeps the data of an interaction that is over, and does not request them again', async () => {
    const at = await show();
    await talking(at);
    await answer(at, 'one');
    const before = at.element.requests.length;
    await at.happens('callFinished');
    expect(at.element.data.data).to.equal('one');
    expect(at.element.requests).to.have.lengthOf(before);
    expect(at.element.matches(':state(finished)')).to.equal(true);
    expect(at.element.matches(':state(disabled)')).to.equal(true);
  });

  it('forgets data and error when there is another interaction', async () => {
    const at = await show();
    await talking(at);
    await answer(at, 'one');
    void at.element.data.refresh();
    await refuse(at, new Error('no'));
    expect(at.element.matches(':state(error)')).to.equal(true);
    await at.happens('callStarted', {interactionId: OTHER_CALL});
    expect(at.element.data.data).to.equal(undefined);
    expect(at.element.matches(':state(error)')).to.equal(false);
  });

  it('says in words why there are no data', async () => {
    const at = await show();
    const status = (): string => at.element.data.status('data');
    expect(status()).to.equal('No interaction');
    await talking(at);
    expect(status()).to.equal('Loading…');
    await answer(at, 'one');
    at.element.requests.forEach((request) => request.resolve('one'));
    await turn();
    expect(status()).to.equal('data');
    await at.drops();
    expect(status()).to.equal('The connection to Five9 was lost.');
    await at.returns();
    await at.happens('callFinished');
    expect(status()).to.equal('Finished');
  });

  it('gives API and interaction for a request, and throws if there are none', async () => {
    const at = await show();
    expect(() => at.element.data.target('setCav')).to.throw(InteractionApiError, 'No interaction.');
    await talking(at);
    expect(at.element.data.target('setCav')).to.deep.equal({
      api: at.service.api,
      ref: {interactionType: 'Call', interactionId: CALL_ID},
    });
    await at.drops();
    expect(() => at.element.data.target('setCav')).to.throw(InteractionApiError, 'lost');
  });
});

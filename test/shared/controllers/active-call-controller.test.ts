import {expect, html} from '@open-wc/testing';
import {InteractionElement} from '../../../src/shared/base/interaction-element.js';
import {ActiveCallController} from '../../../src/shared/controllers/active-call-controller.js';
import {type Stage, stage, talking} from '../../support/stage.js';

class CallActor extends InteractionElement {
  readonly call = new ActiveCallController(this, {
    followed: this.followed,
    action: this.action,
    states: this.internals.states,
    method: 'mute',
  });

  constructor() {
    super({callsOnly: true});
  }

  showError(): void {
    this.fail(new Error('no'));
  }
}
customElements.define('test-call-actor', CallActor);

const show = (): Promise<Stage<CallActor>> => stage(html`<test-call-actor></test-call-actor>`);

describe('ActiveCallController', () => {
  it('is usable only while the agent talks', async () => {
    const at = await show();
    expect(at.element.call).to.include({isUsable: false, problem: 'No call'});
    await at.happens('callStarted');
    expect(at.element.call.isUsable).to.equal(false);
    expect(at.element.matches(':state(disabled)')).to.equal(true);
    await at.happens('callAccepted');
    expect(at.element.call).to.include({isUsable: true, problem: ''});
    expect(at.element.matches(':state(disabled)')).to.equal(false);
    await at.happens('callEnded');
    expect(at.element.call.isUsable).to.equal(false);
  });

  it('is not usable without a connection, and says so', async () => {
    const at = await show();
    await talking(at);
    await at.drops();
    expect(at.element.call).to.include({isUsable: false, problem: 'The connection to Five9 was lost.'});
  });

  it('removes an error of an earlier call', async () => {
    const at = await show();
    await talking(at);
    at.element.showError();
    await at.settled();
    expect(at.element.matches(':state(error)')).to.equal(true);
    await at.happens('callFinished');
    expect(at.element.matches(':state(error)')).to.equal(false);
  });

  it('removes an error from before the call was accepted', async () => {
    const at = await show();
    await at.happens('callStarted');
    at.element.showError();
    await at.happens('callAccepted');
    expect(at.element.matches(':state(error)')).to.equal(false);
  });
});

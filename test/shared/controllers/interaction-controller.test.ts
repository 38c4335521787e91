import {expect, html} from '@open-wc/testing';
import '../../../src/elements/interaction-panel/define.js';
import {InteractionElement} from '../../../src/shared/base/interaction-element.js';
import {listen} from '../../support/service.js';
import {CALL_ID} from '../../support/samples.js';
import {type Stage, stage, talking} from '../../support/stage.js';

class Follower extends InteractionElement {
  updates = 0;

  get isLive(): boolean {
    return this.followed.isLive;
  }

  protected override updated(): void {
    this.updates++;
  }
}
class CallFollower extends Follower {
  constructor() {
    super({callsOnly: true});
  }
}
class KeepingFollower extends Follower {
  constructor() {
    super({keepsFinished: true});
  }
}
customElements.define('test-follower', Follower);
customElements.define('test-call-follower', CallFollower);
customElements.define('test-keeping-follower', KeepingFollower);

const OTHER_CALL = 'B'.repeat(32);
const CHAT = 'CHAT'.padEnd(32, '0');

const follower = (): Promise<Stage<Follower>> => stage(html`<test-follower></test-follower>`);
const callFollower = (): Promise<Stage<Follower>> => stage(html`<test-call-follower></test-call-follower>`);
const keepingFollower = (): Promise<Stage<Follower>> => stage(html`<test-keeping-follower></test-keeping-follower>`);
const idOf = ({element}: Stage<Follower>): string | undefined => element.interaction?.id;

describe('InteractionController', () => {
  describe('follows', () => {
    it('the current interaction, if the page names none', async () => {
      const at = await follower();
      expect(idOf(at)).to.equal(undefined);
      await talking(at);
      expect(idOf(at)).to.equal(CALL_ID);
      await at.happens('chatOffered', {interactionId: CHAT});
      at.service.open(CHAT);
      expect(idOf(at)).to.equal(CHAT);
    });

    it('the interaction that interaction-id names', async () => {
      const at = await follower();
      await talking(at);
      await talking(at, OTHER_CALL);
      at.element.interactionId = CALL_ID;
      expect(idOf(at)).to.equal(CALL_ID);
      at.element.removeAttribute('interaction-id');
      at.element.interactionId = null;
      expect(idOf(at)).to.equal(OTHER_CALL);
    });

    it('the interaction of the panel around it, also when the panel changes to another interaction', async () => {
      const at = await stage<InteractionElement>(
        html`<five9-interaction-panel><test-follower></test-follower></five9-interaction-panel>`,
      );
      const inside = at.element.querySelector<Follower>('test-follower')!;
      await talking(at);
      await talking(at, OTHER_CALL);
      at.element.interactionId = CALL_ID;
      await at.settled();
      expect(inside.interaction?.id).to.equal(CALL_ID);
      at.element.interactionId = OTHER_CALL;
      await at.settled();
      expect(inside.interaction?.id).to.equal(OTHER_CALL);
    });

    it('no longer the interaction of a panel that it has left', async () => {
      const at = await stage<InteractionElement>(
        html`<five9-interaction-panel interaction-id=${CALL_ID}
          ><test-follower></test-follower
        ></five9-interaction-panel>`,
      );
      const inside = at.element.querySelector<Follower>('test-follower')!;
      await talking(at);
      await talking(at, OTHER_CALL);
      expect(inside.interaction?.id).to.equal(CALL_ID);
      at.element.after(inside);
      expect(inside.interaction?.id).to.equal(OTHER_CALL);
    });

    it('updates the elements in a panel whose interaction-id has changed', async () => {
      const at = await stage<InteractionElement>(
        html`<five9-interaction-panel><test-follower></test-follower></five9-interaction-panel>`,
      );
      const inside = at.element.querySelector<Follower>('test-follower')!;
      await at.settled();
      const before = inside.updates;
      at.element.interactionId = CALL_ID;
      await at.settled();
      expect(inside.updates).to.equal(before + 1);
    });
  });

  describe('with callsOnly', () => {
    it('follows the call while a chat is the current interaction', async () => {
      const at = await callFollower();
      await talking(at);
      await at.happens('chatOffered', {interactionId: CHAT});
      at.service.open(CHAT);
      expect(at.service.current?.id).to.equal(CHAT);
      expect(idOf(at)).to.equal(CALL_ID);
    });

    it('follows no call that is over', async () => {
      const at = await callFollower();
      await talking(at);
      await at.happens('chatOffered', {interactionId: CHAT});
      await at.happens('callFinished');
      expect(idOf(at)).to.equal(undefined);
    });

    it('shows the chat of interaction-id, but does not treat it as live', async () => {
      const at = await callFollower();
      await at.happens('chatOffered', {interactionId: CHAT});
      at.element.interactionId = CHAT;
      expect(idOf(at)).to.equal(CHAT);
      expect(at.element.isLive).to.equal(false);
    });
  });

  describe('with keepsFinished', () => {
    it('keeps an interaction that is over, until there is another', async () => {
      const at = await keepingFollower();
      await talking(at);
      await at.happens('callFinished');
      expect(idOf(at)).to.equal(CALL_ID);
      expect(at.element.isLive).to.equal(false);
      await talking(at, OTHER_CALL);
      expect(idOf(at)).to.equal(OTHER_CALL);
    });

    it('keeps it while the element is moved', async () => {
      const at = await keepingFollower();
      await talking(at);
      await at.happens('callFinished');
      const parent = at.element.parentElement!;
      at.element.remove();
      await at.element.updateComplete;
      parent.append(at.element);
      expect(idOf(at)).to.equal(CALL_ID);
    });

    it('is necessary: without keepsFinished, the element does not keep an interaction that is over', async () => {
      const at = await follower();
      await talking(at);
      await at.happens('callFinished');
      expect(idOf(at)).to.equal(undefined);
    });
  });

  describe('lets an element receive', () => {
    it('all events of its interaction, including the event of the end, and no others', async () => {
      const at = await follower();
      const events = listen(at.element, 'five9-call-started', 'five9-call-accepted', 'five9-call-finished');
      await talking(at);
      await at.happens('callFinished');
      expect(events.map(({type}) => type)).to.deep.equal([
        'five9-call-started',
        'five9-call-accepted',
        'five9-call-finished',
      ]);
      at.element.interactionId = CALL_ID;
      await talking(at, OTHER_CALL);
      expect(events).to.have.lengthOf(3);
    });

    it('the end of its interaction, also if an earlier listener makes it update to another interaction', async () => {
      const at = await follower();
      await talking(at, OTHER_CALL);
      await talking(at);
      const stop = at.service.listen({
        serviceChanged: () => {
          const isOver = at.service.interaction(CALL_ID)?.state === 'finished';
          if (isOver && at.service.current?.id !== CALL_ID) at.element.serviceChanged();
        },
      });
      const events = listen(at.element, 'five9-call-finished');
      at.element.serviceChanged();
      await at.happens('callFinished');
      stop();
      expect(events).to.have.lengthOf(1);
    });

    it('no events of an interaction that it no longer shows', async () => {
      const at = await follower();
      await talking(at);
      await talking(at, OTHER_CALL);
      const events = listen(at.element, 'five9-call-finished');
      await at.happens('callFinished');
      expect(events).to.be.empty;
    });
  });
});

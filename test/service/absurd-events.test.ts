/** Property test: events with absurd data never stop the good events that come after them. */
import {expect} from '@open-wc/testing';
import '../../src/elements/mute/define.js';
import {html} from '@open-wc/testing';
import {cloneable, fc} from '../support/check.js';
import {callData} from '../support/samples.js';
import {openScope} from '../support/scope.js';
import {allHandled, freshId, listen} from '../support/service.js';
import type {SdkEvent} from '../../src/service/index.js';
import {reported} from '../suites/api.js';

const NAMES = ['callStarted', 'callAccepted', 'callEnded', 'callFinished', 'objectSelected', 'chatOffered', 'toString'];

describe('events with absurd data', () => {
  it('never stop the good events, which come out at the document and at the element, in order', async () => {
    reported();
    const {provider, service, adapter, find} = await openScope(html`<five9-mute></five9-mute>`);
    const mute = find('five9-mute');
    const stop = service.listen({
      serviceChanged: () => {
        throw new Error('of a listener');
      },
    });
    const absurd = fc.record({
      reason: fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(null, 5, undefined)),
      payload: fc.oneof(
        cloneable,
        fc.record({callData: cloneable, callLogData: cloneable}),
        fc.record({callData: fc.record({interactionId: cloneable, number: cloneable})}),
        fc.constant({callData: {interactionId: 'x'.repeat(100_000)}}),
      ),
    });
    const sequence = fc.array(fc.oneof(absurd, fc.constant('good' as const)), {minLength: 1, maxLength: 12});
    await fc.assert(
      fc.asyncProperty(sequence, async (events) => {
        const interactionId = freshId();
        mute.interactionId = interactionId;
        const atDocument = listen<SdkEvent>(provider, 'five9-call-accepted');
        const atElement = listen<SdkEvent>(mute, 'five9-call-accepted');
        let sent = 0;
        for (const event of events) {
          if (event === 'good') {
            await adapter.interactionEvent('callAccepted', {callData: callData({interactionId, sent: ++sent})});
          } else {
            await adapter.interactionEvent(event.reason, event.payload);
          }
        }
        await allHandled({service, adapter});
        const orderOf = (seen: SdkEvent[]): unknown[] =>
          seen
            .filter((event) => event.interactionId === interactionId)
            .map(({detail}) => (detail as {callData: {sent: number}}).callData.sent);
        const order = Array.from({length: sent}, (_, index) => index + 1);
        expect(orderOf(atDocument.filter(({target}) => target === provider))).to.deep.equal(order);
        expect(orderOf(atElement)).to.deep.equal(order);
      }),
      {numRuns: 40},
    );
    stop();
  });
});

/**
 * Tests the client's half of the wire protocol, from `asking_connect` to `disconnect`, with an adapter in each `Place`
 * of test/support/places.ts. These tests are about the messages on the wire; test/suites/api.ts tests the public
 * behaviour.
 */
import type {Place} from '../../support/places.js';
import {describeApi} from '../api.js';
import {describeRest} from '../rest.js';
import {describeChannels} from './channels.js';
import {describeHandshake} from './handshake.js';
import {describeLoss} from './loss.js';
import {describeMethodsWithoutReply} from './methods-without-reply.js';
import {describeQueue} from './queue.js';
import {describeQuestions} from './questions.js';
import {describeRequests} from './requests.js';
import {describeAllChannels, describeSdkChannels} from './sdk-channels.js';
import {describeSdkRequests} from './sdk-requests.js';
import {describeSettling} from './settling.js';
import {describeUnreachable} from './unreachable.js';
import {describeWsSubscriptions} from './ws-subscriptions.js';
import {wireHarness} from './wire-harness.js';

/** Runs every suite with an adapter in a place. */
export function conformance(place: Place): void {
  describeApi(wireHarness(place));
  describeRest(place);
  describe(`the wire to ${place.name}`, () => {
    describeHandshake(place);
    describeLoss(place);
    describeRequests(place);
    describeQueue(place);
    describeSettling(place);
    describeUnreachable(place);
    describeChannels(place);
    describeMethodsWithoutReply(place);
    describeWsSubscriptions(place);
    describeSdkChannels(place);
    describeAllChannels(place);
    describeQuestions(place);
    describeSdkRequests(place);
  });
}

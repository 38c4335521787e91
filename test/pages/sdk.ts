/**
 * Script of test/pages/sdk.html: opens a client as `window.sdk` on the channel `?name=…`, and records its events in
 * `window.received`.
 */
import {SpeakingSdk} from '../support/speaking-sdk.js';

declare global {
  interface Window {
    sdk?: SpeakingSdk;
    received?: string[];
  }
}

const sdk = new SpeakingSdk(new URLSearchParams(location.search).get('name') ?? '');
const received: string[] = [];
const note = (name: string) => (params: unknown) =>
  void received.push(`${name} ${(params as {callData: {interactionId: string}}).callData.interactionId}`);
sdk.api['subscribe']?.({callStarted: note('callStarted'), callAccepted: note('callAccepted')});
Object.assign(window, {sdk, received});

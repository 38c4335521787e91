/** Script of test/pages/sdk.html: opens a client as `window.sdk` on the channel `?name=…`, and notes its events in `window.heard`. */
import {SpeakingSdk} from '../support/speaking-sdk.js';

declare global {
  interface Window {
    sdk?: SpeakingSdk;
    heard?: string[];
  }
}

const sdk = new SpeakingSdk(new URLSearchParams(location.search).get('name') ?? '');
const heard: string[] = [];
const note = (name: string) => (params: unknown) =>
  void heard.push(`${name} ${(params as {callData: {interactionId: string}}).callData.interactionId}`);
sdk.api['subscribe']?.({callStarted: note('callStarted'), callAccepted: note('callAccepted')});
Object.assign(window, {sdk, heard});

import type {ContactCenter} from '../contact-center/contact-center.js';

/** The contact centre that an adapter serves. It may be in the same page or behind a network. */
export interface AdapterBackend extends Pick<
  ContactCenter,
  'request' | 'notify' | 'replay' | 'link' | 'subscribe' | 'onChange'
> {
  /** Returns whether the adapter of this page holds the WebSocket. @default always */
  isMasterPage?(): boolean;
  /** Sends a REST request with the agent's session. @default to the contact centre in this page */
  sendRest?(path: string, init: RequestInit): Promise<Response>;
}

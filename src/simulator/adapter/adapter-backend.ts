import type {ContactCenter} from '../contact-center/contact-center.js';

/** The contact centre to which an adapter connects pages. It is in the same page or on a server. */
export interface AdapterBackend extends Pick<
  ContactCenter,
  'request' | 'notify' | 'replay' | 'link' | 'subscribe' | 'onChange' | 'requestApi' | 'attach' | 'pageConnected'
> {
  /**
   * Returns whether this page is the master page: the page of the browser whose adapter has the WebSocket.
   * @default every page is a master page
   */
  isMasterPage?(): boolean;
  /**
   * Called when a page has disconnected from an API.
   * @default does nothing
   */
  pageDisconnected?(): void;
  /**
   * Sends a REST request with the agent's session.
   * @default sends the request to the contact centre in this page
   */
  sendRest?(path: string, init: RequestInit): Promise<Response>;
}

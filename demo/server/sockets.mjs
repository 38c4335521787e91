import {WebSocketServer} from 'ws';

/** @import {IncomingMessage} from 'node:http' */
/** @import {Duplex} from 'node:stream' */
/** @import {Journal, RestHandler, SocketHandler} from '../../src/simulator.js' */
/** @import {Simulator} from './simulator.mjs' */

const PATH = /^\/appsvcs\/ws\/([^/]+)$/;
/** The largest allowed message of a client, in bytes. */
const MAX_MESSAGE = 64_000;

/**
 * Accepts WebSockets at `/appsvcs/ws/{key}`, with any key. If the key starts with the token of a session, the socket
 * belongs to that session. Otherwise the socket belongs to the session in the request's cookie. If there is no such
 * cookie, for example in a test tool, the socket belongs to no session.
 *
 * @param {{simulator: Simulator, rest: RestHandler, sockets: SocketHandler, journal: Journal}} five9
 */
export function webSockets({simulator, rest, sockets, journal}) {
  const server = new WebSocketServer({noServer: true, maxPayload: MAX_MESSAGE});

  /**
   * @param {import('ws').WebSocket} socket
   * @param {URL} url
   * @param {string} session
   */
  function connected(socket, url, session) {
    // Ignore errors, because a `close` event follows each error.
    socket.on('error', () => undefined);
    const mine = sockets.accept({send: (text) => socket.send(text), close: (...how) => socket.close(...how)}, session);
    if (!mine) return;
    socket.on('message', (data) => mine.receive(String(data)));
    const seen = url.searchParams.get('since');
    const end = seen === null ? () => undefined : sendBatches(socket, Number(seen) || 0);
    socket.on('close', () => {
      mine.closed();
      end();
    });
  }

  /**
   * Sends the events and the state of the contact centre to the adapter's page, on the socket that also carries Five9's
   * events. Returns a function that stops the sending.
   *
   * @param {import('ws').WebSocket} socket
   * @param {number} seen number of the last event that the page has received
   */
  function sendBatches(socket, seen) {
    /** @param {ReturnType<Journal['since']>} payLoad */
    const send = (payLoad) => socket.send(JSON.stringify({context: {eventId: simulator.BATCH_EVENT_ID}, payLoad}));
    send(journal.since(seen));
    return journal.subscribe(send);
  }

  return {
    /**
     * @param {IncomingMessage} request
     * @param {Duplex} stream
     * @param {Buffer} head
     */
    upgrade(request, stream, head) {
      const refuse = (/** @type {string} */ status) => stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
      const text = `http://${request.headers.host ?? 'localhost'}${request.url ?? ''}`;
      if (!URL.canParse(text)) return refuse('400 Bad Request');
      const url = new URL(text);
      const [, key] = PATH.exec(url.pathname) ?? [];
      const {origin, cookie} = request.headers;
      if (!key) return refuse('404 Not Found');
      // Every page on the web can open a WebSocket to this machine, so the server must check the page's origin.
      if (origin && !simulator.isLocalOrigin(origin)) return refuse('403 Forbidden');
      const [token = ''] = key.split('.');
      const byCookie = rest.sessions.of({headers: new Headers(cookie ? {cookie} : {})});
      const session = rest.sessions.byToken(token) ? key : (byCookie?.tokenId ?? '');
      server.handleUpgrade(request, stream, head, (socket) => connected(socket, url, session));
      return undefined;
    },

    close() {
      for (const socket of server.clients) socket.terminate();
    },
  };
}

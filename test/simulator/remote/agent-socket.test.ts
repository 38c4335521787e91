import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {ManualClock} from '../../../src/simulator.js';
import {AgentSocket} from '../../../src/simulator/remote/agent-socket.js';
import {BATCH_EVENT_ID} from '../../../src/simulator/remote/batch.js';

/** A WebSocket without a server. */
class SocketDouble {
  static readonly OPEN = 1;
  readyState = SocketDouble.OPEN;
  readonly sent: string[] = [];
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly url: string) {}

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.readyState = 3;
  }

  receive(text: string): void {
    this.onmessage?.(new MessageEvent('message', {data: text}));
  }

  receiveBatch(seq: number): void {
    this.receive(JSON.stringify({context: {eventId: BATCH_EVENT_ID}, payLoad: {seq}}));
  }
}

function open() {
  const sockets: SocketDouble[] = [];
  sinon.stub(window, 'WebSocket').value(
    class extends SocketDouble {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    },
  );
  const clock = new ManualClock();
  const batches: number[] = [];
  const changes: boolean[] = [];
  const agentSocket = new AgentSocket({
    clock,
    url: () => `wss://simulator.invalid/${sockets.length}`,
    onBatch: ({seq}) => batches.push(seq),
    onConnectionChange: (connected) => changes.push(connected),
  });
  return {agentSocket, sockets, clock, batches, changes, newest: () => sockets.at(-1)!};
}

describe("the master tab's WebSocket", () => {
  it('passes on batches, and ignores all other messages, also damaged ones', () => {
    const {batches, changes, newest} = open();
    newest().receive(JSON.stringify({context: {eventId: '3'}, payLoad: {}}));
    for (const text of ['', 'pong', '{"context":', '[]', 'null', '{"context":null}']) newest().receive(text);
    expect(changes).to.deep.equal([]);
    newest().receiveBatch(7);
    expect(batches).to.deep.equal([7]);
    expect(changes).to.deep.equal([true]);
  });

  it('sends a ping every ten seconds', () => {
    const {clock, newest} = open();
    clock.advance(20_000);
    expect(newest().sent).to.deep.equal(['ping', 'ping']);
  });

  it('connects again after 25 seconds without a message, and ignores the old socket from then on', () => {
    const {sockets, clock, batches, changes} = open();
    const [first] = sockets;
    clock.advance(20_000);
    first!.receiveBatch(1);
    clock.advance(29_900);
    expect(sockets).to.have.lengthOf(1);
    clock.advance(300);
    expect(sockets.map(({url}) => url)).to.deep.equal(['wss://simulator.invalid/0', 'wss://simulator.invalid/1']);
    expect(first!.readyState).to.equal(3);
    expect(changes).to.deep.equal([true, false]);
    first!.receiveBatch(2);
    expect(batches).to.deep.equal([1]);
  });

  it('waits longer after each failed attempt, at most four seconds, until a batch arrives', () => {
    const {sockets, clock, newest} = open();
    const waits = [200, 400, 800, 1600, 3200, 4000, 4000];
    waits.forEach((wait, index) => {
      newest().onclose?.();
      clock.advance(wait - 1);
      expect(sockets).to.have.lengthOf(index + 1);
      clock.advance(1);
      expect(sockets).to.have.lengthOf(index + 2);
    });
    newest().receiveBatch(1);
    newest().onclose?.();
    clock.advance(200);
    expect(sockets).to.have.lengthOf(waits.length + 2);
  });

  it('connects no more after close, also while it waits for the next attempt', () => {
    for (const isWaiting of [false, true]) {
      const {agentSocket, sockets, clock, newest} = open();
      if (isWaiting) newest().onclose?.();
      agentSocket.close();
      clock.advance(60_000);
      expect(sockets).to.have.lengthOf(1);
      expect(newest().readyState).to.equal(3);
      expect(newest().sent).to.be.empty;
      sinon.restore();
    }
  });
});

import {expect} from '@open-wc/testing';
import {Interactions, readEvent} from '../../src/service/interactions.js';
import {recall, RefreshMemory} from '../../src/service/refresh-memory.js';
import {atEnd} from '../support/lifecycle.js';
import {callData} from '../support/samples.js';
import {freshId} from '../support/service.js';
import {fakeClock, timersOf} from '../support/time.js';

/** Number of changes. It is so large that the memory writes some changes later, together with others. */
const MANY = 100;

interface Memory {
  memory: RefreshMemory;
  /** Starts a call, reports the change to the memory, and returns the id of the call. */
  startCall(): string;
  /** Returns the ids of the interactions in the storage. */
  stored(): string[];
}

function openMemory(): Memory {
  const interactions = new Interactions();
  const memory = new RefreshMemory(interactions);
  memory.start();
  atEnd(() => memory.stop());
  return {
    memory,
    startCall() {
      const id = freshId();
      interactions.apply(readEvent('callStarted', {callData: callData({interactionId: id})})!, Date.now());
      memory.changed();
      return id;
    },
    stored: () => (JSON.parse(Object.values(sessionStorage).join() || '[]') as [string][]).map(([id]) => id),
  };
}

/** Returns a function that counts the writes to the storage after this call. */
function countWrites(): () => number {
  let writes = 0;
  const {setItem} = Storage.prototype;
  Storage.prototype.setItem = function (key, value): void {
    writes++;
    setItem.call(this, key, value);
  };
  atEnd(() => (Storage.prototype.setItem = setItem));
  return () => writes;
}

describe('the memory of the service for a page refresh', () => {
  it('is written at once for a single change', () => {
    const {startCall, stored} = openMemory();
    const id = startCall();
    expect(stored()).to.deep.equal([id]);
  });

  it('is written only a few times for many changes at once, and finally contains the last change', async () => {
    const clock = fakeClock();
    const {startCall, stored} = openMemory();
    const writes = countWrites();

    const ids = Array.from({length: MANY}, startCall);
    expect(writes()).to.be.within(1, MANY / 5);
    await clock.tickAsync(1000);

    expect(stored().at(-1)).to.equal(ids.at(-1));
    expect(timersOf(clock), 'no timer stays').to.equal(0);
  });

  for (const [event, target] of [
    ['pagehide', window],
    ['visibilitychange', document],
  ] as const) {
    it(`is complete at ${event}`, () => {
      const {startCall, stored} = openMemory();
      const ids = Array.from({length: MANY}, startCall);
      expect(stored()).to.not.include(ids.at(-1));

      target.dispatchEvent(new Event(event));

      expect(stored()).to.include(ids.at(-1));
    });
  }

  it('is complete when another service of the page reads it', () => {
    const {startCall} = openMemory();
    const ids = Array.from({length: MANY}, startCall);
    expect(recall().map(([id]) => id)).to.include(ids.at(-1));
  });

  it('is complete when its service is closed, and leaves no timer', () => {
    const clock = fakeClock();
    const {memory, startCall, stored} = openMemory();
    const ids = Array.from({length: MANY}, startCall);

    memory.stop();

    expect(stored()).to.include(ids.at(-1));
    expect(timersOf(clock)).to.equal(0);
  });
});

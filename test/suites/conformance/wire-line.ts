import {expect} from '@open-wc/testing';
import type {Line} from '../../support/client.js';

/** Checks that a request gets its reply. */
export async function works({api, adapter}: Pick<Line, 'api' | 'adapter'>): Promise<void> {
  await adapter.reply('isMasterPage', {response: true});
  expect(await api.isMasterPage()).to.equal(true);
}

/** Waits until the adapter has received and reported all earlier messages. */
export async function drained({api, adapter}: Pick<Line, 'api' | 'adapter'>): Promise<void> {
  await works({api, adapter});
  await adapter.sync();
}

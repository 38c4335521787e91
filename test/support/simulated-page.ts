import {fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/elements/provider/define.js';
import type {Five9Provider} from '../../src/elements/provider/provider.js';
import {ContactCenter, SimulatedAdapter} from '../../src/simulator.js';
import {freshName} from './client.js';
import {atEnd} from './lifecycle.js';
import {until} from './time.js';

/** Elements in a page that is connected to a simulated adapter in the same window. */
export interface SimulatedPage {
  centre: ContactCenter;
  provider: Five9Provider;
  /** Returns the first element with this tag. */
  find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag];
}

/** Puts elements into a page, and waits until they are connected to a simulated adapter. */
export async function simulatedPage(content: TemplateResult): Promise<SimulatedPage> {
  const centre = new ContactCenter();
  const adapter = new SimulatedAdapter(centre);
  adapter.start();
  atEnd(() => adapter.stop());
  const provider = await fixture<Five9Provider>(
    html`<five9-provider scoped name=${freshName()}>${content}</five9-provider>`,
  );
  await until(() => provider.service.api.connection.status === 'connected', 'the page is connected');
  return {
    centre,
    provider,
    find(tag) {
      const found = provider.querySelector(tag);
      if (!found) throw new Error(`There is no <${tag}>.`);
      return found;
    },
  };
}

import {fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/elements/provider/define.js';
import type {Five9Provider} from '../../src/elements/provider/provider.js';
import type {InteractionService} from '../../src/service/index.js';
import type {AdapterHandle} from './adapter-handle.js';
import {freshName} from './client.js';
import {addFrame} from './places.js';
import {openAdapter} from './service.js';
import {until} from './time.js';

/** Content inside a scoped provider, so that a test does not receive the calls of another test. */
export interface Scope {
  provider: Five9Provider;
  service: InteractionService;
  adapter: AdapterHandle;
  name: string;
  /** Returns the first element with this tag in the content. */
  find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag];
}

/** Renders content inside a `five9-provider scoped`, and starts its adapter. Waits for the connection unless `connected` is false. */
export async function openScope(
  content: TemplateResult,
  {requestTimeout = 60_000, connected = true}: {requestTimeout?: number; connected?: boolean} = {},
): Promise<Scope> {
  const name = freshName();
  const adapter = await openAdapter(name, {answers: connected});
  const provider = await fixture<Five9Provider>(html`
    <five9-provider scoped name=${name} request-timeout=${requestTimeout}>${content}</five9-provider>
  `);
  const {service} = provider;
  if (connected) {
    await until(() => service.api.connection.status === 'connected', 'the scope is connected');
    await adapter.receives('connected');
  }
  return {
    provider,
    service,
    adapter,
    name,
    find(tag) {
      const found = provider.querySelector(tag);
      if (!found) throw new Error(`The content has no <${tag}>.`);
      return found;
    },
  };
}

/** An empty page in a frame. */
export interface Realm {
  window: Window & typeof globalThis;
  document: Document;
  /** Loads a module of the sources into the page, as one file with copies of all modules that it imports. */
  load(path: string): Promise<void>;
  /** Loads a module of the sources into the page. Each module that it imports has an address of its own. */
  loadSeparately(path: string): Promise<void>;
}

/**
 * Opens an empty page.
 *
 * @param missing Address of a module, for example `/src/elements/disposition/combobox.ts`. The page fails to load this
 *   module.
 * @param instead Address from which the page loads this module instead.
 */
export async function openRealm(missing?: string, instead = '/nowhere.js'): Promise<Realm> {
  const frame = await addFrame('/test/pages/empty.html');
  const window = frame.contentWindow as Realm['window'];
  const {document} = window;
  if (missing) {
    const textContent = JSON.stringify({imports: {[missing]: instead}});
    document.head.append(Object.assign(document.createElement('script'), {type: 'importmap', textContent}));
  }
  const loadSeparately = (path: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), {type: 'module', src: path});
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error(`${path} did not load`)));
      document.head.append(script);
    });
  // The missing module must have an address of its own.
  return {window, document, loadSeparately, load: (path) => loadSeparately(missing ? path : `/bundled${path}`)};
}

import {ContextProvider, ContextRoot, createContext} from '@lit/context';
import {expect} from '@open-wc/testing';
import type * as Page from '../../src/service/page.js';
import {InteractionService, pageService, serviceContext} from '../../src/service/index.js';
import type * as Install from '../../src/service/install.js';
import {freshName} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {openRealm} from '../support/scope.js';
import {openAdapter} from '../support/service.js';
import {until} from '../support/time.js';

interface Sdk {
  interactionApi?: (name?: string) => {close(): void; connection: object};
}

const sdk = (): Sdk | undefined => (window as {Five9?: {CrmSdk?: Sdk}}).Five9?.CrmSdk;

/** Loads another copy of a module, like a second bundle on the page. */
const copyOf = <Module>(path: string): Promise<Module> =>
  import(`${path}?copy=${Math.random().toString(36).slice(2)}`) as Promise<Module>;

/** Requests the service at `element`, like an element of this package. Returns the answers. */
function ask(element: Element, key: unknown = serviceContext): unknown[] {
  const answers: unknown[] = [];
  const event = Object.assign(new Event('context-request', {bubbles: true, composed: true}), {
    context: key,
    contextTarget: element,
    callback: (value: unknown) => answers.push(value),
    subscribe: true,
  });
  element.dispatchEvent(event);
  return answers;
}

describe("the page's service", () => {
  it('is always the same', () => {
    expect(pageService()).to.be.instanceOf(InteractionService);
    expect(pageService()).to.equal(pageService());
  });

  it('is found from everywhere in the page by the context protocol', () => {
    const service = pageService();
    const host = document.createElement('div');
    host.attachShadow({mode: 'closed'}).append(document.createElement('p'));
    document.body.append(host);
    atEnd(() => host.remove());

    expect(ask(document.body)).to.deep.equal([service]);
    expect(ask(document.head)).to.deep.equal([service]);
    expect(ask(host)).to.deep.equal([service]);
  });

  it('is shared with other copies of the bundle', async () => {
    const other = await copyOf<typeof Page>('/src/service/page.ts');
    expect(other.pageService).to.not.equal(pageService);
    expect(other.pageService()).to.equal(pageService());
    expect(ask(document.body), 'it is provided once').to.have.lengthOf(1);
  });

  it('is found by a context with the same key', () => {
    const foreign = createContext(Symbol.for('five9-elements/service@1'));
    expect(foreign).to.equal(serviceContext);
    expect(ask(document.body, foreign)).to.deep.equal([pageService()]);
    expect(ask(document.body, Symbol('five9-elements/service@1'))).to.deep.equal([]);
  });

  it('is not used below a nearer provider', () => {
    const near = document.createElement('div');
    const leaf = document.createElement('p');
    near.append(leaf);
    document.body.append(near);
    atEnd(() => near.remove());
    const service = new InteractionService(near);
    new ContextProvider(near, {context: serviceContext, initialValue: service}).hostConnected();

    expect(ask(leaf)).to.deep.equal([service]);
  });

  it('is found in a document that is written again, and listens there at once', async () => {
    const {document: page, load} = await openRealm();
    const name = freshName();
    const adapter = await openAdapter(name, {answers: false});
    await load('/src/elements/click2dial/define.ts');
    await load('/src/elements/provider/define.ts');
    page.body.innerHTML = `<five9-provider name="${name}"></five9-provider><five9-click2dial number="1"></five9-click2dial>`;
    const {service} = page.querySelector('five9-click2dial')!;
    await until(() => adapter.all('asked').length);

    page.open();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the case under test
    page.write('<five9-click2dial number="2"></five9-click2dial>');
    page.close();
    const element = page.querySelector('five9-click2dial')!;
    expect(element.service).to.equal(service);
    // Send `connect` once and immediately, so that the test fails if the service does not listen yet.
    await adapter.announce();

    await adapter.receives('connected');
    await until(() => element.service!.connected);
  });

  it('is found in a page that has a ContextRoot of its own', () => {
    const root = new ContextRoot();
    root.attach(document.body);
    atEnd(() => root.detach(document.body));
    expect(ask(document.body)).to.deep.equal([pageService()]);
  });
});

describe('install()', () => {
  beforeEach(() => {
    delete (window as {Five9?: unknown}).Five9;
  });
  after(() => {
    delete (window as {Five9?: unknown}).Five9;
    pageService().close();
    pageService().configure({});
  });

  it('makes the drop-in return the API of the page’s service', async () => {
    const {install} = await copyOf<typeof Install>('/src/service/install.ts');

    install(null);

    const api = sdk()!.interactionApi!();
    expect(api).to.equal(pageService().api);
    expect(api).to.respondTo('click2dial');
  });

  it('makes the drop-in return another API for another name', async () => {
    const {install} = await copyOf<typeof Install>('/src/service/install.ts');
    install(null);

    const api = sdk()!.interactionApi!('other');
    atEnd(() => api.close());

    expect(api).to.not.equal(pageService().api);
    expect(sdk()!.interactionApi!('other')).to.equal(api);
  });

  it('reads the adapter’s origin from the script', async () => {
    const {install} = await copyOf<typeof Install>('/src/service/install.ts');
    const script = document.createElement('script');
    script.dataset['adapterOrigin'] = 'https://crm-phone.example.com';

    install(script);

    expect(pageService().settings).to.include({adapterOrigin: 'https://crm-phone.example.com'});
  });

  it('keeps the settings if the script has no attribute', async () => {
    const {install} = await copyOf<typeof Install>('/src/service/install.ts');
    pageService().configure({adapterOrigin: 'https://phone.example.com'});

    install(document.createElement('script'));

    expect(pageService().settings).to.include({adapterOrigin: 'https://phone.example.com'});
  });
});

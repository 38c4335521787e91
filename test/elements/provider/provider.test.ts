import {expect, fixture, html} from '@open-wc/testing';
import sinon from 'sinon';
import '../../../src/elements/click2dial/define.js';
import '../../../src/elements/provider/define.js';
import type {Five9Provider} from '../../../src/elements/provider/provider.js';
import {InteractionApiError} from '../../../src/interaction-api.js';
import {type Five9ErrorEvent, pageService, type SdkEvent} from '../../../src/service/index.js';
import type {AdapterHandle} from '../../support/adapter-handle.js';
import {fc} from '../../support/check.js';
import {freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {openRealm, openScope} from '../../support/scope.js';
import {freshId, allHandled, listen, openAdapter, sendCallEvent} from '../../support/service.js';
import {fakeClock, turn, until} from '../../support/time.js';

/** Value of each setting if its attribute is missing. */
const DEFAULTS: Record<string, unknown> = {
  'adapter-origin': '',
  name: '',
  'request-timeout': 60_000,
  transport: 'auto',
};

/** Starts an adapter on a new channel. Returns the name of the channel, and the adapter. */
async function withAdapter(): Promise<[name: string, adapter: AdapterHandle]> {
  const name = freshName();
  return [name, await openAdapter(name)];
}

afterEach(() => {
  pageService().close();
  pageService().configure({});
});

describe('<five9-provider>', () => {
  describe('has the settings of the page’s one service', () => {
    it('in its attributes', async () => {
      const provider = await fixture<Five9Provider>(html`
        <five9-provider adapter-origin="https://phone.example.com" name="mine" request-timeout="1234"></five9-provider>
      `);
      expect(provider.service).to.equal(pageService());
      expect(pageService().settings).to.deep.include({
        adapterOrigin: 'https://phone.example.com',
        name: 'mine',
        requestTimeout: 1234,
      });
    });

    it('in its properties', async () => {
      const provider = document.createElement('five9-provider');
      Object.assign(provider, {adapterOrigin: 'https://*.example.com', requestTimeout: 0});
      document.body.append(provider);
      atEnd(() => provider.remove());
      await provider.updateComplete;
      expect(pageService().settings).to.deep.include({adapterOrigin: 'https://*.example.com', requestTimeout: 0});
    });

    it('before a request is sent to the adapter', async () => {
      const name = freshName();
      const adapter = await openAdapter(name);
      const page = await fixture(html`
        <div>
          <five9-click2dial number="1"></five9-click2dial>
          <five9-provider name=${name}></five9-provider>
        </div>
      `);
      await until(() => pageService().connected);
      await adapter.receives('connected');
      expect(page.querySelector('five9-click2dial')!.service).to.equal(pageService());
    });

    it('also when they change', async () => {
      const [name, other] = [freshName(), freshName()];
      const [adapter, second] = [await openAdapter(name), await openAdapter(other)];
      const provider = await fixture<Five9Provider>(html`<five9-provider name=${name}></five9-provider>`);
      await until(() => pageService().api.connection.status === 'connected');
      await adapter.receives('connected');

      provider.setAttribute('name', other);
      await second.receives('connected');
      await adapter.receives('disconnect');

      provider.requestTimeout = 5;
      await provider.updateComplete;
      expect(pageService().api.requestTimeout).to.equal(5);
      expect(second.all('disconnect'), 'it stays connected').to.deep.equal([]);
    });

    it('around content, without a box of its own in the layout', async () => {
      const provider = await fixture<Five9Provider>(html`<five9-provider><p>content</p></five9-provider>`);
      expect(getComputedStyle(provider).display).to.equal('contents');
      expect(provider.querySelector('p')!.getBoundingClientRect().height).to.be.greaterThan(0);
      await expect(provider).to.be.accessible();
    });

    it('when it is added late, after the search for an adapter has failed', async () => {
      const clock = fakeClock();
      pageService().configure({name: freshName()});
      const name = freshName();
      const adapter = await openAdapter(name);
      const element = await fixture<HTMLElementTagNameMap['five9-click2dial']>(
        html`<five9-click2dial number="1"></five9-click2dial>`,
      );
      await clock.tickAsync(17_000);
      expect(pageService().connection.status).to.equal('unreachable');

      const provider = Object.assign(document.createElement('five9-provider'), {name});
      document.body.append(provider);
      atEnd(() => provider.remove());
      await clock.tickAsync(10);

      await until(() => element.service?.connected);
      await adapter.receives('connected');
    });
  });

  describe('applies settings that are set after its insertion in the same task', () => {
    it('as one change, and never the settings before them', async () => {
      const {service, provider} = {service: pageService(), provider: document.createElement('five9-provider')};
      const configure = sinon.spy(service, 'configure');
      document.body.append(provider);
      atEnd(() => provider.remove());
      const sdk = {interactionApi: () => ({})};
      Object.assign(provider, {adapterOrigin: 'https://a.example', transport: 'adapter', sdk, requestTimeout: 5});
      provider.name = freshName();
      await provider.updateComplete;
      const {name} = provider;
      expect(configure.args).to.deep.equal([
        [{name, requestTimeout: 5, adapterOrigin: 'https://a.example', transport: 'adapter', sdk}],
      ]);
    });

    it('also if the page reads the service before the next update', () => {
      const provider = document.createElement('five9-provider');
      document.body.append(provider);
      atEnd(() => provider.remove());
      provider.adapterOrigin = 'https://a.example';
      expect(provider.service.settings.adapterOrigin).to.equal('https://a.example');
    });

    it('in any order, with the same result as before the insertion', async () => {
      const settings = {
        scoped: true,
        adapterOrigin: 'https://a.example',
        name: 'mine',
        requestTimeout: 5,
        transport: 'adapter',
      };
      const names = Object.keys(settings) as (keyof typeof settings)[];
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(names, {minLength: names.length}),
          fc.integer({min: 0, max: names.length}),
          fc.integer({min: 0, max: names.length}),
          async (order, inserted, updated) => {
            const before = pageService().settings;
            const provider = document.createElement('five9-provider');
            for (const [index, name] of order.entries()) {
              if (index === inserted) document.body.append(provider);
              if (index === updated && provider.isConnected) await provider.updateComplete;
              Object.assign(provider, {[name]: settings[name]});
            }
            document.body.append(provider);
            await provider.updateComplete;
            const {adapterOrigin, name, requestTimeout, transport} = settings;
            expect(provider.service).to.not.equal(pageService());
            expect(provider.service.settings).to.deep.equal({adapterOrigin, name, requestTimeout, transport});
            expect(pageService().settings, 'the page keeps its settings').to.deep.equal(before);
            provider.remove();
          },
        ),
        {numRuns: 60},
      );
    });
  });

  describe('scoped later', () => {
    it('gives its service to its content, and back when it is no longer scoped', async () => {
      const name = freshName();
      const adapter = await openAdapter(name);
      const provider = await fixture<Five9Provider>(
        html`<five9-provider name=${name}><five9-click2dial number="1"></five9-click2dial></five9-provider>`,
      );
      const element = provider.querySelector('five9-click2dial')!;
      expect(element.service).to.equal(pageService());

      provider.scoped = true;
      await provider.updateComplete;
      expect(provider.service).to.not.equal(pageService());
      expect(element.service).to.equal(provider.service);
      expect(pageService().settings.name ?? '').to.equal('');
      await until(() => provider.service.connected);
      await adapter.receives('connected');

      const own = provider.service;
      provider.scoped = false;
      await provider.updateComplete;
      expect(element.service).to.equal(pageService());
      expect(own.connection.reason).to.equal('closed');
      expect(pageService().settings.name).to.equal(name);
    });

    it('inside another scoped provider, takes only its own content', async () => {
      const provider = await fixture<Five9Provider>(html`
        <five9-provider scoped>
          <five9-click2dial number="1"></five9-click2dial>
          <five9-provider><five9-click2dial number="2"></five9-click2dial></five9-provider>
        </five9-provider>
      `);
      const inner = provider.querySelector('five9-provider')!;
      const [first, second] = [...provider.querySelectorAll('five9-click2dial')] as const;
      expect(second!.service).to.equal(provider.service);
      inner.scoped = true;
      await inner.updateComplete;
      expect([first!.service, second!.service]).to.deep.equal([provider.service, inner.service]);
      inner.scoped = false;
      await inner.updateComplete;
      expect([first!.service, second!.service]).to.deep.equal([provider.service, provider.service]);
    });
  });

  describe('uses the default', () => {
    for (const attribute of ['adapter-origin', 'name', 'request-timeout', 'transport']) {
      for (const [change, apply] of Object.entries({
        removed: (provider: Element) => provider.removeAttribute(attribute),
        emptied: (provider: Element) => provider.setAttribute(attribute, ''),
      })) {
        it(`of ${attribute} if that is ${change}`, async () => {
          const [name, adapter] = await withAdapter();
          const provider = await fixture<Five9Provider>(html`
            <five9-provider
              scoped
              adapter-origin="https://phone.example.com"
              name=${name}
              request-timeout="5"
              transport="adapter"
            ></five9-provider>
          `);
          const {adapterOrigin, requestTimeout, transport, name: channel} = provider.service.settings;
          expect({adapterOrigin, requestTimeout, transport, channel}).to.deep.equal({
            adapterOrigin: 'https://phone.example.com',
            requestTimeout: 5,
            transport: 'adapter',
            channel: name,
          });

          apply(provider);
          await provider.updateComplete;

          const {settings} = provider.service;
          const defaults = {
            'adapter-origin': settings.adapterOrigin ?? '',
            name: settings.name,
            'request-timeout': provider.service.api.requestTimeout,
            transport: settings.transport ?? 'auto',
          };
          expect(defaults[attribute as keyof typeof defaults]).to.equal(DEFAULTS[attribute]);
          expect(provider.renderRoot.querySelector('[part=error]'), 'no error').to.equal(null);
          if (attribute === 'name') return;
          await adapter.receives('connected');
        });
      }
    }

    it('of a property that is null or undefined', async () => {
      for (const value of [null, undefined]) {
        const provider = document.createElement('five9-provider');
        Object.assign(provider, {
          scoped: true,
          adapterOrigin: value,
          name: value,
          requestTimeout: value,
          transport: value,
          sdk: value,
        });
        document.body.append(provider);
        atEnd(() => provider.remove());
        await provider.updateComplete;
        expect(provider.service.settings).to.deep.equal({name: ''});
        expect(provider.renderRoot.querySelector('[part=error]')).to.equal(null);
      }
    });
  });

  describe('shows an error for an invalid setting', () => {
    for (const [attribute, value, word] of [
      ['adapter-origin', 'everybody', 'everybody'],
      ['adapter-origin', 'https://*', 'https://*'],
      ['adapter-origin', 'https://ok.example.com http//typo.example.com', 'typo'],
      ['request-timeout', 'soon', 'request-timeout'],
      ['request-timeout', '-1', 'request-timeout'],
      ['transport', 'pigeon', 'transport'],
    ] as const) {
      it(`${attribute}="${value}", and keeps the previous settings`, async () => {
        pageService().configure({adapterOrigin: 'https://phone.example.com', requestTimeout: 7});
        const errors = listen<Five9ErrorEvent>(document, 'five9-error');
        const provider = document.createElement('five9-provider');
        provider.setAttribute(attribute, value);
        document.body.append(provider);
        atEnd(() => provider.remove());
        await provider.updateComplete;

        expect(errors.length, 'an event was dispatched').to.be.at.least(1);
        expect(errors[0]!.detail).to.be.instanceOf(InteractionApiError);
        expect(errors[0]).to.include({bubbles: true, composed: true, target: provider});
        expect(errors[0]!.detail.errorMessage).to.contain(word);
        const shown = provider.renderRoot.querySelector('[part=error]');
        expect(shown?.textContent, 'the error is shown').to.contain(word);
        expect(shown?.getAttribute('role')).to.equal('alert');
        expect(pageService().settings).to.deep.equal({adapterOrigin: 'https://phone.example.com', requestTimeout: 7});
        await expect(provider).to.be.accessible();
      });
    }

    it('and removes the error when the setting is valid', async () => {
      const provider = await fixture<Five9Provider>(html`<five9-provider adapter-origin="nonsense"></five9-provider>`);
      expect(provider.renderRoot.querySelector('[part=error]')).to.exist;

      provider.adapterOrigin = 'https://phone.example.com';
      await provider.updateComplete;
      await provider.updateComplete;

      expect(provider.renderRoot.querySelector('[part=error]')).to.equal(null);
      expect(pageService().settings).to.include({adapterOrigin: 'https://phone.example.com'});
    });
  });

  describe('scoped', () => {
    const tag = html`<five9-click2dial number="9250000111"></five9-click2dial>`;

    it('makes a service for its content, and the page keeps its own service', async () => {
      const scope = await openScope(tag);
      expect(scope.service).to.not.equal(pageService());
      expect(scope.find('five9-click2dial').service).to.equal(scope.service);
      const outside = await fixture<HTMLElementTagNameMap['five9-click2dial']>(tag);
      expect(outside.service).to.equal(pageService());
    });

    it('dispatches its events at itself; they bubble to the document, once', async () => {
      const scope = await openScope(tag);
      const [atProvider, atDocument, inside] = [scope.provider, document, scope.find('five9-click2dial')].map(
        (target) => listen<SdkEvent>(target, 'five9-call-started', 'five9-connection'),
      ) as [SdkEvent[], SdkEvent[], SdkEvent[]];
      const interactionId = freshId();

      await sendCallEvent(scope, 'callStarted', {interactionId});
      await scope.adapter.mute();
      await scope.adapter.disconnect();
      await until(() => !scope.service.connected);

      expect(atProvider.map(({type}) => type).slice(0, 2)).to.deep.equal(['five9-call-started', 'five9-connection']);
      expect(atDocument).to.deep.equal(atProvider);
      expect(atProvider[0]).to.include({target: scope.provider, bubbles: true, composed: true, interactionId});
      expect(inside, 'the element did not place the call').to.deep.equal([]);
    });

    it('twice on a page: each provider dispatches only the events of its own adapter', async () => {
      const [one, two] = [await openScope(tag), await openScope(tag)];
      const receivedByTwo = listen(two.provider, 'five9-call-started');
      const interactionId = freshId();

      await sendCallEvent(one, 'callStarted', {interactionId});
      await allHandled(two);

      expect(one.service.current?.id).to.equal(interactionId);
      expect(two.service.current).to.equal(undefined);
      expect(pageService().interaction(interactionId)).to.equal(undefined);
      expect(receivedByTwo).to.deep.equal([]);
    });

    it('inside another one: the nearer provider is used', async () => {
      const name = freshName();
      const adapter = await openAdapter(name);
      const outer = await openScope(html`<five9-provider scoped name=${name}>${tag}</five9-provider>`);
      const inner = outer.find('five9-provider');
      expect(outer.find('five9-click2dial').service).to.equal(inner.service);
      expect(inner.service).to.not.equal(outer.service);
      await adapter.receives('connected');
    });

    it('disconnects its adapter when it is removed, and starts again when it is put back', async () => {
      const scope = await openScope(tag);
      const parent = scope.provider.parentElement!;

      scope.provider.remove();
      await scope.adapter.receives('disconnect');
      parent.append(scope.provider);

      await scope.adapter.receives('connected', 2);
      await until(() => scope.find('five9-click2dial').service?.connected);
    });

    it('starts again when it is put back, also if only the page listens', async () => {
      const name = freshName();
      const adapter = await openAdapter(name);
      const provider = await fixture<Five9Provider>(html`<five9-provider scoped name=${name}></five9-provider>`);
      const parent = provider.parentElement!;
      const {service} = provider;
      service.listen({serviceChanged: () => undefined});
      await adapter.receives('connected');
      provider.remove();
      await adapter.receives('disconnect');

      parent.append(provider);

      await adapter.receives('connected', 2);
      await until(() => service.connected);
    });

    it('stays connected when it is only moved', async () => {
      const scope = await openScope(tag);
      const elsewhere = document.createElement('section');
      scope.provider.parentElement!.append(elsewhere);

      elsewhere.append(scope.provider);
      await turn();
      await allHandled(scope);

      expect(scope.adapter.all('disconnect')).to.deep.equal([]);
      expect(scope.find('five9-click2dial').service).to.equal(scope.service);
    });

    it('sends nothing while no content uses the service', async () => {
      const name = freshName();
      const adapter = await openAdapter(name);
      const clock = fakeClock();
      await fixture(html`<five9-provider scoped name=${name}><p>nothing of ours</p></five9-provider>`);
      await clock.tickAsync(60_000);
      await adapter.sync();
      expect(adapter.received).to.deep.equal([]);
    });
  });

  describe('upgraded after its content', () => {
    it('scoped, gives its service to the content, and the page’s service never connects for that content', async () => {
      const {window, document: page, load} = await openRealm();
      const [name, pageName] = [freshName(), freshName()];
      const [adapter, pageAdapter] = [await openAdapter(name), await openAdapter(pageName)];
      page.body.innerHTML = `<five9-provider scoped name="${name}"><five9-click2dial number="1"></five9-click2dial></five9-provider>`;
      const element = page.querySelector('five9-click2dial')!;

      await load('/src/elements/click2dial/define.ts');
      await window.customElements.whenDefined('five9-click2dial');
      expect(element.service, 'the page’s service, until the provider is upgraded').to.exist;
      const before = element.service;
      await load('/src/elements/provider/define.ts');
      await window.customElements.whenDefined('five9-provider');

      const provider = page.querySelector('five9-provider')!;
      await until(() => element.service === provider.service);
      expect(element.service).to.not.equal(before);
      await adapter.receives('connected');
      await pageAdapter.sync();
      expect(pageAdapter.all('connected')).to.deep.equal([]);
    });

    it('as one of two, gives each content its own service', async () => {
      const {document: page, load} = await openRealm();
      page.body.innerHTML = [freshName(), freshName()]
        .map(
          (name) =>
            `<five9-provider scoped name="${name}"><five9-click2dial number="1"></five9-click2dial></five9-provider>`,
        )
        .join('');
      const tags = [...page.querySelectorAll('five9-click2dial')];
      await load('/src/elements/click2dial/define.ts');
      await until(() => tags.every(({service}) => service));

      // When the first provider is upgraded, the content of the second provider requests its service again. This must
      // have no effect.
      await load('/src/elements/provider/define.ts');

      for (const tag of tags) expect(tag.service).to.equal((tag.parentElement as Five9Provider).service);
      expect(tags[0]!.service).to.not.equal(tags[1]!.service);
    });

    it('configures the page’s service, which searched for another adapter until then', async () => {
      const {window, document: page, load} = await openRealm();
      const name = freshName();
      const adapter = await openAdapter(name);
      page.body.innerHTML = `<five9-click2dial number="1"></five9-click2dial><five9-provider name="${name}"></five9-provider>`;

      await load('/src/elements/click2dial/define.ts');
      await window.customElements.whenDefined('five9-click2dial');
      await load('/src/elements/provider/define.ts');

      await adapter.receives('connected');
      await until(() => page.querySelector('five9-click2dial')!.service?.connected);
    });

    it('or before its content, with the same result', async () => {
      const {document: page, load} = await openRealm();
      const name = freshName();
      const adapter = await openAdapter(name);
      page.body.innerHTML = `<five9-provider scoped name="${name}"><five9-click2dial number="1"></five9-click2dial></five9-provider>`;

      await load('/src/elements/provider/define.ts');
      await load('/src/elements/click2dial/define.ts');

      await adapter.receives('connected');
      const provider = page.querySelector('five9-provider')!;
      await until(() => page.querySelector('five9-click2dial')!.service === provider.service);
    });
  });
});

/** Tests the built files of cdn/ in pages with a strict content security policy. Build first: `npm run build`. */
import {expect} from '@open-wc/testing';
import {addFrame} from '../support/places.js';
import {until} from '../support/time.js';
import {everyElement, makeElement} from '../suites/element.js';

interface ContactCenter {
  state(): {connectedPages: {crmApi: number}};
  configure(options: object): void;
  offerCall(call: object): string;
  offerChat(chat: object): string;
  remoteAnswer(id: string): void;
  accept(id: string): void;
  hangUp(id: string, options: {by: string}): void;
}

type Strict = Window &
  typeof globalThis & {
    problems: string[];
    policies: string[];
    Five9: {CrmSdk: {interactionApi(): {connection: {status: string}}}};
  };

const all = await everyElement();

/** Attributes that a page may set. */
const ATTRIBUTES = {
  number: '(925) 000-0111',
  'record-id': '1',
  'record-type': 'Case',
  'event-id': '4 5',
  label: 'Something',
  'combobox-from': '1',
};

/** The files that elements load on demand, and a selector of an element that exists when the file was loaded. */
const ON_DEMAND = {
  'combobox.js': 'five9-disposition [role=combobox]',
  'variable-form.js': 'five9-call-variables [part=field]',
  'console.js': 'five9-console [part=events]',
  'crm.js': 'five9-crm [part=status]:not(:empty)',
  'dial-links.js': 'five9-dial-links a[href^="tel:"]',
};

describe('a page with a strict policy', () => {
  for (const name of ['module', 'classic', 'trusted-types', 'trusted-types-classic', 'trusted-types-beside-lit']) {
    it(`${name}: shows every element during a call and a chat, and reports no violation`, async function () {
      this.timeout(60_000);
      const page = (await addFrame(`/test/pages/strict/${name}.html`)).contentWindow as Strict;
      const {document, customElements, problems} = page;
      await until(
        () => customElements.get('five9-mute') && customElements.get('five9-simulator'),
        () => problems.join(),
      );
      if (name.startsWith('trusted') && !('trustedTypes' in page)) this.skip();

      const body = document.body;
      for (const {tag} of all) {
        const element = makeElement(tag, document);
        for (const [attribute, value] of Object.entries(ATTRIBUTES)) element.setAttribute(attribute, value);
        if (tag === 'five9-dial-links') element.append('+1 925 555 0100');
        // Give five9-adapter a service of a scoped provider, because the page's service uses the simulator.
        const scope = document.createElement('five9-provider');
        scope.toggleAttribute('scoped', tag === 'five9-adapter');
        scope.append(element);
        body.append(scope);
      }
      const find = (tag: string): HTMLElement => body.querySelector<HTMLElement>(tag)!;
      const shown = (tag: string): string => find(tag).shadowRoot?.textContent ?? '';
      const press = (tag: string, selector: string): void =>
        find(tag).shadowRoot!.querySelector<HTMLElement>(selector)!.click();
      const center = (find('five9-simulator') as unknown as {contactCenter: ContactCenter}).contactCenter;
      // Turn off the automatic answer, so that the customer answers only when the test sends a command.
      center.configure({autoAnswerAfter: null});
      const received: string[] = [];
      for (const type of ['call-started', 'call-accepted', 'call-ended', 'mute-change', 'dtmf', 'chat-offered', 'dial'])
        document.addEventListener(`five9-${type}`, () => received.push(type));
      const errors: string[] = [];
      document.addEventListener('five9-error', ({error}) => errors.push(`${error.message} ${String(error.cause)}`));
      const reports = (): string => [...received, ...problems, ...errors].join('; ');
      // Answer a search, so that five9-crm shows the number of records.
      document.addEventListener('five9-search', (event) => event.respondWith([]));
      const receives = (type: string): Promise<void> =>
        until(
          () => received.includes(type),
          () => `${type}: ${reports()} ${shown('five9-click2dial')} ${shown('five9-dtmf-pad')}`,
        );
      await until(() => page.Five9.CrmSdk.interactionApi().connection.status === 'connected');
      // Each API connects on its own. The adapter searches for the caller only if the CRM API is connected before the call.
      await until(() => center.state().connectedPages.crmApi > 0);

      press('five9-click2dial', 'button');
      await receives('call-accepted');
      await until(() => !shown('five9-mute').includes('No call'));
      press('five9-mute', 'button');
      await receives('mute-change');
      const {interaction} = find('five9-mute') as unknown as {interaction: {id: string}};
      center.remoteAnswer(interaction.id);
      const pad = find('five9-dtmf-pad') as unknown as {send(digits: string): Promise<boolean>};
      expect(await pad.send('1')).to.equal(true);
      for (const [file, selector] of Object.entries(ON_DEMAND)) {
        await until(
          () => findDeep(body, selector),
          () => `${file} was not loaded: ${reports()}`,
        );
      }
      center.hangUp(interaction.id, {by: 'customer'});
      await receives('call-ended');
      center.accept(center.offerChat({}));
      await receives('chat-offered');
      await until(() => shown('five9-interactions').includes('Chat'));
      // Send invalid digits, so that an element also shows an error.
      await pad.send('<img src=x>');

      expect(problems).to.deep.equal([]);
      expect(document.querySelectorAll('[style]'), 'no style attribute').to.have.lengthOf(0);
      if ('trustedTypes' in page) {
        expect(page.policies.filter((policy) => policy !== 'lit-html')).to.deep.equal(['five9-elements']);
      }
    });
  }

  it('reports a style attribute, so the policy is in force', async () => {
    const page = (await addFrame('/test/pages/strict/module.html')).contentWindow as Strict;
    const image = page.document.createElement('p');
    image.setAttribute('style', 'color: red');
    page.document.body.append(image);
    await until(() => page.problems.some((problem) => problem.startsWith('style-src')));
  });
});

/**
 * Finds an element in the content or in the shadow tree of a tag. `selector` is the tag's name, a space, and a selector
 * of the element in the tag.
 */
function findDeep(root: ParentNode, selector: string): Element | null {
  const [tag, inside] = selector.split(' ') as [string, string];
  const host = root.querySelector(tag);
  return host?.querySelector(inside) ?? host?.shadowRoot?.querySelector(inside) ?? null;
}

/** Tests that each property of each element has the same result, whenever and however the page sets it. */
import {expect} from '@open-wc/testing';
import type {ReactiveElement} from 'lit';
import {freshName} from '../support/client.js';
import {ALWAYS, drawing, rendered} from '../support/in-call.js';
import {openRealm, type Realm} from '../support/scope.js';
import {stopTimeLimits, until} from '../support/time.js';
import {everyElement, type PropertyEntry} from './element.js';

/** Valid values of properties for which an arbitrary text is not valid. */
const RIGHT_VALUES: Record<string, unknown[]> = {
  'five9-adapter src': ['/test/pages/empty.html?other', 'javascript:alert(1)'],
  'five9-adapter idpLoginUrl': ['/test/pages/empty.html', 'nowhere'],
  'five9-adapter allow': ['camera', ''],
  'five9-adapter timeout': [1e6, 0],
  'five9-adapter sandbox': ['allow-scripts', ''],
  'five9-call-variables definitions': [[{id: '1', group: 'Call', name: 'ANI', type: 'STRING'}]],
  'five9-disposition value': ['3558'],
  'five9-provider adapterOrigin': ['https://adapter.example', 'nonsense'],
  'five9-provider sdk': [{interactionApi: () => ({})}, {}],
  'five9-provider transport': ['adapter', 'crm-sdk', 'pigeon'],
};

/**
 * Properties that these tests do not set: a contact centre cannot be compared, and a simulated adapter would connect to
 * the services of all other elements.
 */
const EXCLUDED = ['five9-simulator contactCenter', 'five9-adapter simulator'];

/** The ways in which a page sets a property of a new element. */
const WAYS = [
  'before definition',
  'before insertion',
  'in the task of the insertion',
  'later',
  'as attribute',
] as const;
type Way = (typeof WAYS)[number];

function valuesOf(tag: string, {name, type}: PropertyEntry): unknown[] {
  const special = RIGHT_VALUES[`${tag} ${name}`];
  if (special) return special;
  if (name === 'recordKind') return ['what'];
  if (name === 'kind') return ['related-to'];
  if (type?.text.includes('boolean')) return [true, false];
  const isNumber = type?.text.includes('number') && !type.text.includes('string');
  return isNumber ? [5, 0, -1] : ['Call.*', ''];
}

/** A new element, in a provider of its own, so that two adapters are not in the same provider. */
function make(tag: string, {document}: Realm): ReactiveElement {
  const element = document.createElement(tag) as ReactiveElement;
  for (const [name, value] of Object.entries(ALWAYS[tag] ?? {})) element.setAttribute(name, value);
  return element;
}

function insert(element: ReactiveElement, {document}: Realm): void {
  const provider = document.createElement('five9-provider');
  provider.setAttribute('scoped', '');
  provider.setAttribute('name', freshName());
  provider.append(element);
  document.body.append(provider);
}

const set = (element: Element, name: string, value: unknown): unknown => Object.assign(element, {[name]: value});

function setAttribute(element: Element, {attribute}: PropertyEntry, value: unknown): void {
  if (typeof value === 'boolean') element.toggleAttribute(attribute!, value);
  else element.setAttribute(attribute!, String(value));
}

const hasAttributeFor = ({attribute}: PropertyEntry, value: unknown): boolean =>
  attribute !== undefined && typeof value !== 'object';

/** Returns everything that a page can see of the settings of an element. */
function observe(element: ReactiveElement, properties: PropertyEntry[]): unknown {
  const values = properties.map(({name}) => [name, (element as unknown as Record<string, unknown>)[name]]);
  const problem = element.shadowRoot!.querySelector('[part=error]');
  const {scoped, service} = element as {scoped?: boolean; service?: {settings: object}};
  return {
    values: Object.fromEntries(values) as object,
    drawn: drawing(element),
    // If a setting is invalid, the previous settings stay valid, so they may be different.
    ...(element.matches('five9-provider') && !problem && {scoped, settings: {...service!.settings}}),
  };
}

for (const {tag, properties, defineModule} of await everyElement()) {
  const known = properties.filter(({name}) => !EXCLUDED.includes(`${tag} ${name}`));
  if (!known.length) continue;
  describe(`<${tag}>, whenever its properties are set,`, () => {
    let realm: Realm;
    let early: Map<string, ReactiveElement>;

    // Set every property of an element of its own before the definitions are loaded.
    beforeEach(async () => {
      realm = await openRealm();
      forbidFrames(realm);
      stopTimeLimits(realm.window);
      early = new Map();
      for (const property of known) {
        for (const [index, value] of valuesOf(tag, property).entries()) {
          const element = make(tag, realm);
          set(element, property.name, value);
          insert(element, realm);
          early.set(`${property.name} ${index}`, element);
        }
      }
      await realm.load('/src/elements/provider/define.ts');
      await realm.load(defineModule);
      await realm.window.customElements.whenDefined(tag);
    });

    it('has the same result', async () => {
      for (const property of known) {
        for (const [index, value] of valuesOf(tag, property).entries()) {
          const elements = new Map<Way, ReactiveElement>();
          for (const way of WAYS) {
            if (way === 'as attribute' && !hasAttributeFor(property, value)) continue;
            const element = way === 'before definition' ? early.get(`${property.name} ${index}`)! : make(tag, realm);
            if (way === 'before insertion') set(element, property.name, value);
            if (way === 'as attribute') setAttribute(element, property, value);
            if (way !== 'before definition') insert(element, realm);
            if (way === 'in the task of the insertion') set(element, property.name, value);
            await rendered(element);
            if (way === 'later') set(element, property.name, value);
            await rendered(element);
            elements.set(way, element);
          }
          const [first, ...others] = elements.values();
          const see = (element: ReactiveElement): string => JSON.stringify(observe(element, known));
          for (const [way, element] of elements) {
            await until(() => see(element) === see(first!), 'the result is the same', 1000).catch(() => undefined);
            expect(observe(element, known), `${property.name} = ${String(value)} ${way}`).to.deep.equal(
              observe(first!, known),
            );
          }
          for (const element of [first!, ...others]) element.parentElement!.remove();
        }
      }
    });

    it('is shown as at its start after each property has been removed', async () => {
      const untouched = make(tag, realm);
      insert(untouched, realm);
      await rendered(untouched);
      for (const property of known) {
        for (const value of valuesOf(tag, property)) {
          if (ALWAYS[tag]?.[property.attribute ?? ''] !== undefined) continue;
          for (const nothing of [null, undefined, 'attribute']) {
            if (nothing === 'attribute' && !hasAttributeFor(property, value)) continue;
            const element = make(tag, realm);
            insert(element, realm);
            if (nothing === 'attribute') setAttribute(element, property, value);
            else set(element, property.name, value);
            await rendered(element);
            if (nothing === 'attribute') element.removeAttribute(property.attribute!);
            else set(element, property.name, nothing);
            await rendered(element);
            // Wait for the parts that both elements load on demand.
            const isSame = (): boolean => drawing(element) === drawing(untouched);
            await until(isSame, 'the elements look the same', 1000).catch(() => undefined);
            expect(drawing(element), `${property.name} = ${String(value)}, then ${String(nothing)}`).to.equal(
              drawing(untouched),
            );
            element.parentElement!.remove();
          }
        }
      }
    });
  });
}

/** Forbids all frames, so that the frame of an adapter loads nothing. */
function forbidFrames({document}: Realm): void {
  const policy = Object.assign(document.createElement('meta'), {content: "frame-src 'none'"});
  policy.httpEquiv = 'Content-Security-Policy';
  document.head.append(policy);
}

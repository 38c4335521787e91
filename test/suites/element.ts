/** Tests the rules that every element of this package follows. */
import {expect} from '@open-wc/testing';
import type {ReactiveElement} from 'lit';
import sinon from 'sinon';
import {pageService} from '../../src/service/index.js';
import {VERSION} from '../../src/interaction-api.js';
import {isChromium} from '../commands.js';
import {stillHeld} from '../support/garbage.js';
import {atEnd} from '../support/lifecycle.js';
import {openRealm, type Realm} from '../support/scope.js';
import {listen} from '../support/service.js';
import {turn, until} from '../support/time.js';

/** An element in custom-elements.json. */
export interface ElementEntry {
  tag: string;
  className: string;
  attributes: AttributeEntry[];
  /** The properties that a page can set. */
  properties: PropertyEntry[];
  /** Path of the module that holds the class. */
  classModule: string;
  /** Path of the module that registers the element. */
  defineModule: string;
}

/** An attribute in custom-elements.json. */
export interface AttributeEntry {
  name: string;
  /** Type of the attribute in TypeScript. */
  type?: {text: string};
}

/** A property in custom-elements.json. */
export interface PropertyEntry {
  name: string;
  /** Name of the attribute; `undefined` if the property has no attribute. */
  attribute?: string;
  /** Type of the property in TypeScript. */
  type?: {text: string};
}

/** A member of a class in custom-elements.json. */
interface MemberEntry extends PropertyEntry {
  kind: string;
  readonly?: boolean;
  static?: boolean;
  privacy?: string;
}

interface Manifest {
  modules: {
    path: string;
    declarations?: {tagName?: string; attributes?: AttributeEntry[]; members?: MemberEntry[]}[];
    exports?: {kind: string; name: string; declaration: {name: string; module: string}}[];
  }[];
}

/** Returns every element of the manifest, with the paths of its sources. */
export async function everyElement(): Promise<ElementEntry[]> {
  const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
  const source = (path: string): string => `/${path.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts')}`;
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  const attributesOf = (tag: string): AttributeEntry[] =>
    declarations.find(({tagName}) => tagName === tag)?.attributes ?? [];
  const propertiesOf = (tag: string): PropertyEntry[] =>
    (declarations.find(({tagName}) => tagName === tag)?.members ?? []).filter(
      ({kind, readonly, static: isStatic, privacy}) =>
        kind === 'field' && !readonly && !isStatic && privacy !== 'private' && privacy !== 'protected',
    );
  return manifest.modules.flatMap(({path, exports = []}) =>
    exports
      .filter(({kind}) => kind === 'custom-element-definition')
      .map(({name, declaration}) => ({
        tag: name,
        className: declaration.name,
        attributes: attributesOf(name),
        properties: propertiesOf(name),
        classModule: source(declaration.module),
        defineModule: source(path),
      })),
  );
}

/** The elements that an element uses. The define module of an element also registers the elements that it uses. */
const COMPOSED_OF: Record<string, string[]> = {
  'five9-custom-component': ['five9-adt-button', 'five9-adt-input'],
  'five9-interaction-panel': [
    'five9-call-variables',
    'five9-contact',
    'five9-disposition',
    'five9-dtmf-pad',
    'five9-interactions',
    'five9-mute',
    'five9-object-picker',
    'five9-search-results',
  ],
};

/** Attributes of new elements in the tests, so that no element sends a request to the internet. */
const ATTRIBUTES: Record<string, Record<string, string>> = {
  'five9-adapter': {src: '/test/pages/empty.html'},
};

/** Creates an element for a test. */
export function makeElement(tag: string, document = globalThis.document): ReactiveElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(ATTRIBUTES[tag] ?? {})) element.setAttribute(name, value);
  return element as ReactiveElement;
}

const defined = ({window}: Realm, all: ElementEntry[]): string[] =>
  all.map(({tag}) => tag).filter((tag) => window.customElements.get(tag));

/** Describes the tests of one element. `all` lists every element. */
export function describeElement({tag, className, classModule, defineModule}: ElementEntry, all: ElementEntry[]): void {
  describe(`<${tag}>, as every element of the package,`, () => {
    const make = (): ReactiveElement => makeElement(tag);
    let place: HTMLElement;

    before(() => import(defineModule));

    beforeEach(() => {
      place = document.createElement('main');
      document.body.append(place);
      atEnd(() => place.remove());
    });

    describe('in the package', () => {
      it('registers nothing when its class is imported', async () => {
        const realm = await openRealm();
        await realm.load(classModule);
        expect(defined(realm, all)).to.deep.equal([]);
      });

      it('registers only itself and the elements that it uses, when its define module is imported', async () => {
        const realm = await openRealm();
        await realm.load(defineModule);
        expect(defined(realm, all)).to.have.members([tag, ...(COMPOSED_OF[tag] ?? [])]);
      });

      it('exports its class by its name from both modules', async () => {
        const [ofClass, ofDefine] = (await Promise.all([import(classModule), import(defineModule)])) as Record<
          string,
          unknown
        >[];
        expect(ofClass![className]).to.be.a('function');
        expect(ofDefine![className]).to.equal(ofClass![className]);
        expect(customElements.get(tag)).to.equal(ofClass![className]);
      });

      it('has a version', () => {
        expect(customElements.get(tag)).to.have.property('version', VERSION);
      });

      it('keeps an earlier definition of its tag, and warns once', async () => {
        const realm = await openRealm();
        const {HTMLElement: Base, console: log} = realm.window;
        const warn = sinon.stub(log, 'warn');
        const errors = listen<ErrorEvent>(realm.window, 'error');
        const first = class extends Base {
          static version = '0.0.1';
        };
        realm.window.customElements.define(tag, first);

        await realm.load(defineModule);
        await realm.load(`${defineModule}?copy=2`);

        expect(realm.window.customElements.get(tag)).to.equal(first);
        expect(errors.map(({message}) => message)).to.deep.equal([]);
        const ours = warn.args.filter(([text]) => String(text).includes(tag));
        expect(ours.length).to.be.within(1, 2);
        expect(String(ours[0]![0])).to.contain('0.0.1').and.to.contain(VERSION);
      });

      it('does not warn when the same version is loaded twice', async () => {
        const realm = await openRealm();
        const warn = sinon.stub(realm.window.console, 'warn');
        await realm.load(defineModule);
        await realm.load(`${defineModule}?copy=2`);
        expect(warn.args.filter(([text]) => String(text).includes(tag))).to.deep.equal([]);
      });
    });

    describe('in the page', () => {
      it('has no attributes and no children when it is created', () => {
        const element = document.createElement(tag);
        expect(element.getAttributeNames()).to.deep.equal([]);
        expect(element.childNodes).to.have.lengthOf(0);
      });

      it('works if it is in the page before its definition is loaded', async () => {
        const realm = await openRealm();
        const errors = listen<ErrorEvent>(realm.window, 'error', 'unhandledrejection');
        const element = makeElement(tag, realm.document);
        realm.document.body.append(element);

        await realm.load(defineModule);
        await realm.window.customElements.whenDefined(tag);
        await element.updateComplete;

        expect(element.hasUpdated).to.equal(true);
        expect(errors).to.deep.equal([]);
      });

      it('renders in a shadow root without style attributes, which a strict content security policy forbids', async () => {
        const element = make();
        place.append(element);
        await element.updateComplete;
        expect(element.shadowRoot).to.exist;
        expect(element.shadowRoot!.querySelectorAll('[style]')).to.have.lengthOf(0);
        expect(element.hasAttribute('style')).to.equal(false);
      });

      it('is not displayed when it is hidden', async () => {
        const element = make();
        element.hidden = true;
        place.append(element);
        await element.updateComplete;
        expect(getComputedStyle(element).display).to.equal('none');
      });

      it('reports no error when it is added to the page', async () => {
        const errors = listen(document, 'five9-error');
        const element = make();
        place.append(element);
        await element.updateComplete;
        await turn();
        expect(errors).to.deep.equal([]);
      });

      it('causes no warning of Lit when it is created, rendered and rendered again', async () => {
        const {litIssuedWarnings} = globalThis as {litIssuedWarnings?: Set<string | undefined>};
        expect(litIssuedWarnings, "Lit's development build, which warns").to.exist;
        const warn = sinon.stub(console, 'warn');
        const before = [...litIssuedWarnings!];
        const element = make();
        place.append(element);
        await element.updateComplete;
        element.requestUpdate();
        await element.updateComplete;
        element.remove();
        place.append(element);
        await element.updateComplete;

        expect(warn.args).to.deep.equal([]);
        expect([...litIssuedWarnings!]).to.deep.equal(before);
      });

      it('can be added, moved and removed in any order', async () => {
        const [firstParent, secondParent] = [document.createElement('div'), document.createElement('div')];
        place.append(firstParent, secondParent);
        const acts: ((element: Element) => unknown)[] = [
          (element) => firstParent.append(element),
          (element) => secondParent.append(element),
          (element) => element.remove(),
          (element) => secondParent.before(element),
          () => turn(),
        ];
        // Use fewer moves for five9-adapter, because each move loads a page.
        const fewer = tag === 'five9-adapter' ? acts.slice(0, 1) : acts;
        for (const first of acts) {
          for (const second of acts) {
            for (const third of fewer) {
              const element = make();
              for (const act of [first, second, third]) await act(element);
              place.append(element);
              await element.updateComplete;
              expect(element.hasUpdated).to.equal(true);
              element.remove();
            }
          }
        }
      });

      it('renders the same text after it was moved', async () => {
        const element = make();
        place.append(element);
        await element.updateComplete;
        await until(() => !element.isUpdatePending);
        const drawn = element.shadowRoot!.textContent.replace(/\s+/g, ' ');
        const elsewhere = document.createElement('div');
        place.append(elsewhere);
        elsewhere.append(element);
        await element.updateComplete;
        await until(() => !element.isUpdatePending);
        expect(element.shadowRoot!.textContent.replace(/\s+/g, ' ')).to.equal(drawn);
      });

      it('can be cloned', async () => {
        const element = make();
        place.append(element);
        await element.updateComplete;
        const drawn = element.shadowRoot!.textContent.replace(/\s+/g, ' ');
        const copy = element.cloneNode(true) as ReactiveElement;
        // Replace the original, because some elements must not be in a page twice.
        element.replaceWith(copy);
        await copy.updateComplete;
        expect(copy.hasUpdated).to.equal(true);
        expect(copy.shadowRoot!.textContent.replace(/\s+/g, ' ')).to.equal(drawn);
      });

      it('is accessible', async () => {
        const element = make();
        place.append(element);
        await element.updateComplete;
        await expect(place).to.be.accessible();
      });
    });

    describe('after it is removed', () => {
      it('does not listen to the service', async () => {
        const service = pageService();
        const {listen: original} = service;
        const listening = new Set<unknown>();
        service.listen = (listener): ReturnType<typeof original> => {
          listening.add(listener);
          const stop = original.call(service, listener);
          return () => {
            listening.delete(listener);
            stop();
          };
        };
        atEnd(() => {
          service.listen = original;
        });

        for (let times = 0; times < 10; times++) {
          const element = make();
          place.append(element);
          await element.updateComplete;
          document.body.append(element);
          element.remove();
        }

        expect(listening.size).to.equal(0);
      });

      it('is collected as garbage (Chromium only: a test cannot start garbage collection in other browsers)', async function () {
        if (!isChromium) this.skip();
        const references: WeakRef<Element>[] = [];
        for (let times = 0; times < 20; times++) {
          const element = make();
          references.push(new WeakRef(element));
          place.append(element);
          await element.updateComplete;
          const elsewhere = document.createElement('div');
          place.append(elsewhere);
          elsewhere.append(element);
          await element.updateComplete;
          element.remove();
          elsewhere.remove();
        }
        // Allow two elements in memory, because running code may still refer to the last elements.
        expect(await stillHeld(references, 2), 'of twenty').to.be.at.most(2);
      });
    });
  });
}

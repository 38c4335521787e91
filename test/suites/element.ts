/** Rules that every element of this package follows. */
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
  /** Path of the module that holds the class. */
  classModule: string;
  /** Path of the module that registers it. */
  defineModule: string;
}

/** An attribute in custom-elements.json. */
export interface AttributeEntry {
  name: string;
  /** Its type in TypeScript. */
  type?: {text: string};
}

interface Manifest {
  modules: {
    path: string;
    declarations?: {tagName?: string; attributes?: AttributeEntry[]}[];
    exports?: {kind: string; name: string; declaration: {name: string; module: string}}[];
  }[];
}

/** Every element of the manifest, with the paths of its sources. */
export async function everyElement(): Promise<ElementEntry[]> {
  const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
  const source = (path: string): string => `/${path.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts')}`;
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  const attributesOf = (tag: string): AttributeEntry[] =>
    declarations.find(({tagName}) => tagName === tag)?.attributes ?? [];
  return manifest.modules.flatMap(({path, exports = []}) =>
    exports
      .filter(({kind}) => kind === 'custom-element-definition')
      .map(({name, declaration}) => ({
        tag: name,
        className: declaration.name,
        attributes: attributesOf(name),
        classModule: source(declaration.module),
        defineModule: source(path),
      })),
  );
}

/** What an element is nothing without. */
const COMPOSED_OF: Record<string, string[]> = {
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

/** What an element is made with here: nothing may go to the internet. */
const ATTRIBUTES: Record<string, Record<string, string>> = {
  'five9-adapter': {src: '/test/pages/empty.html'},
};

/** Makes an element for a test. */
export function makeElement(tag: string, document = globalThis.document): ReactiveElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(ATTRIBUTES[tag] ?? {})) element.setAttribute(name, value);
  return element as ReactiveElement;
}

const defined = ({window}: Realm, all: ElementEntry[]): string[] =>
  all.map(({tag}) => tag).filter((tag) => window.customElements.get(tag));

/** Runs the suite over one element of all. */
export function describeElement({tag, className, classModule, defineModule}: ElementEntry, all: ElementEntry[]): void {
  describe(`<${tag}>, as every element of ours,`, () => {
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

      it('registers itself, and else only what it is composed of, when its define module is imported', async () => {
        const realm = await openRealm();
        await realm.load(defineModule);
        expect(defined(realm, all)).to.have.members([tag, ...(COMPOSED_OF[tag] ?? [])]);
      });

      it('gives its class by its name from both modules', async () => {
        const [ofClass, ofDefine] = (await Promise.all([import(classModule), import(defineModule)])) as Record<
          string,
          unknown
        >[];
        expect(ofClass![className]).to.be.a('function');
        expect(ofDefine![className]).to.equal(ofClass![className]);
        expect(customElements.get(tag)).to.equal(ofClass![className]);
      });

      it('says its version', () => {
        expect(customElements.get(tag)).to.have.property('version', VERSION);
      });

      it('leaves a tag to whoever took it first, and says so once', async () => {
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

      it('is silent when its own copy comes twice', async () => {
        const realm = await openRealm();
        const warn = sinon.stub(realm.window.console, 'warn');
        await realm.load(defineModule);
        await realm.load(`${defineModule}?copy=2`);
        expect(warn.args.filter(([text]) => String(text).includes(tag))).to.deep.equal([]);
      });
    });

    describe('in the page', () => {
      it('has neither attributes nor children of its own when it is made', () => {
        const element = document.createElement(tag);
        expect(element.getAttributeNames()).to.deep.equal([]);
        expect(element.childNodes).to.have.lengthOf(0);
      });

      it('works where it stands before its definition comes', async () => {
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

      it('renders in a shadow root without a style attribute, which a strict page would not allow', async () => {
        const element = make();
        place.append(element);
        await element.updateComplete;
        expect(element.shadowRoot).to.exist;
        expect(element.shadowRoot!.querySelectorAll('[style]')).to.have.lengthOf(0);
        expect(element.hasAttribute('style')).to.equal(false);
      });

      it('is away when it is hidden', async () => {
        const element = make();
        element.hidden = true;
        place.append(element);
        await element.updateComplete;
        expect(getComputedStyle(element).display).to.equal('none');
      });

      it('complains of nothing by merely being there', async () => {
        const complaints = listen(document, 'five9-error');
        const element = make();
        place.append(element);
        await element.updateComplete;
        await turn();
        expect(complaints).to.deep.equal([]);
      });

      it('causes no warning of Lit, as it is made, drawn, and drawn anew', async () => {
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

      it('can be put in, moved and taken out in any order', async () => {
        const [one, two] = [document.createElement('div'), document.createElement('div')];
        place.append(one, two);
        const acts: ((element: Element) => unknown)[] = [
          (element) => one.append(element),
          (element) => two.append(element),
          (element) => element.remove(),
          (element) => two.before(element),
          () => turn(),
        ];
        // Each of its moves loads a page.
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

      it('is itself again after it was moved, and drawn as before', async () => {
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

      it('may be copied', async () => {
        const element = make();
        place.append(element);
        await element.updateComplete;
        const drawn = element.shadowRoot!.textContent.replace(/\s+/g, ' ');
        const copy = element.cloneNode(true) as ReactiveElement;
        // In its place: of some there is only one on a page.
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

    describe('when it is gone', () => {
      it('listens to the service no more', async () => {
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

      it('is forgotten (Chromium only: others cannot be told to collect garbage)', async function () {
        if (!isChromium) this.skip();
        this.timeout(20_000);
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
        // The last one may still stand on the stack.
        expect(await stillHeld(references, 2), 'of twenty').to.be.at.most(2);
      });
    });
  });
}

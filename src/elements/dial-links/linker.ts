import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type ActionController, toggleState} from '../../shared/controllers/action-controller.js';
import type {RecordAttributes} from '../../shared/parse/crm-record.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {type dial as dialNumber, dialWords} from '../click2dial/dial.js';
import {type Finder, type FinderKit, type Found, loadFinder} from './finder.js';
import {DECIDING_ATTRIBUTES, isLeftAlone, isOurs} from './left-alone.js';
import {type Ending, LinkedText, MARK} from './linked-text.js';
import {Selected} from './selected.js';
import {type Clock, inSlices} from './slices.js';
import {numberOf} from './tel.js';

/** The element whose content is linked, as the linker sees it. */
export interface LinkerRoot extends HTMLElement, ReactiveControllerHost {
  readonly service: InteractionService | undefined;
  readonly campaign?: string | null | undefined;
  readonly defaultCountry: string | null | undefined;
  readonly disabled: boolean;
}

/**
 * As many texts are linked at a time, first and at most; twice as many each time. Then the page is laid out anew, which may take longer than all the rest: the
 * columns of a long table are as wide as their widest cell.
 */
const [FIRST_BATCH, LAST_BATCH] = [250, 1000];

/** A text that is being looked through. */
interface Reading {
  text: Text;
  /** What it said at the beginning. */
  data: string;
  steps: Generator<Found[], void>;
  founds: Found[];
}

/**
 * Loads what finds numbers, and makes a linker.
 *
 * @throws where the package is not installed
 */
export async function loadLinker(...args: LinkerArguments): Promise<Linker> {
  return new Linker(await loadFinder(), ...args);
}

/** How to dial comes from outside: the file that is loaded on demand is to be as one with `five9-click2dial`, and not to have it twice. */
type LinkerArguments = [
  root: LinkerRoot,
  dial: typeof dialNumber,
  action: Pick<ActionController, 'run'>,
  states: CustomStateSet,
  clock?: Clock,
];

/** Links the phone numbers in the content of `root`, and dials when a link is pressed. */
export class Linker implements ReactiveController {
  readonly #linked = new Map<Text, LinkedText>();
  /** Which linked text a node of ours, or the page's Text itself, belongs to. */
  readonly #owners = new WeakMap<Node, LinkedText>();
  readonly #observer = new MutationObserver((records) => this.#changed(records));
  readonly #start: () => Promise<void>;
  /** What is to be looked at: content that came, and what is left of content that is being looked at, the next one last. */
  #todo: Node[] = [];
  /** The long text that is being looked at. */
  #reading: Reading | undefined;
  /** Texts with numbers that are not linked yet. */
  readonly #read: Reading[] = [];
  #batch = FIRST_BATCH;
  /** Id of the call that a press placed last. */
  callId = '';
  /** The link that was pressed last. */
  #link: HTMLAnchorElement | undefined;
  #pending = false;
  /** While content is changed. */
  #selection: Selected | undefined;
  #find: Finder | undefined;
  #country: string | undefined;
  /** What is said of a wrong country is taken back when it is mended. */
  #isWrong = false;

  constructor(
    private readonly kit: FinderKit,
    private readonly root: LinkerRoot,
    private readonly dial: typeof dialNumber,
    private readonly action: Pick<ActionController, 'run'>,
    private readonly states: CustomStateSet,
    clock?: Clock,
  ) {
    this.#start = inSlices((isOver) => this.#slice(isOver), clock);
    root.addController(this);
    this.#update();
  }

  /** What becomes of the dial, in words. */
  get status(): string {
    const words = dialWords(this.#pending, this.#call);
    return words && `${this.#link?.textContent ?? ''}: ${words}`;
  }

  hostDisconnected(): void {
    // A move is no good-bye.
    queueMicrotask(() => this.#update());
  }

  hostUpdated(): void {
    // It may have something to say, which is not to be said while the element is drawn.
    queueMicrotask(() => this.#update());
    const state = this.#pending ? 'pending' : this.#call ? 'in-call' : '';
    toggleState(this.states, 'in-call', state === 'in-call');
    if (this.#link?.hasAttribute(MARK)) this.#link.setAttribute(MARK, state);
  }

  /** The call that a press placed last, while it is live. */
  get #call(): Interaction | undefined {
    const call = this.root.service?.interaction(this.callId);
    return call && isLive(call) ? call : undefined;
  }

  /** Does what the element says now: begins, ends, or begins anew for another country. */
  #update(): void {
    const {root, kit} = this;
    const wanted = root.isConnected && !root.disabled;
    const country = root.defaultCountry?.trim().toUpperCase();
    if (this.#find && (!wanted || country !== this.#country)) this.#undo();
    if (!wanted || this.#find) return;
    this.#country = country;
    const known = !country || kit.isCountry(country);
    if (!known || this.#isWrong) {
      this.#say(
        known
          ? undefined
          : new Error(`default-country must be a country's code of two letters, as in “US”. There is no “${country}”.`),
      );
    }
    this.#isWrong = !known;
    this.#find = kit.finder(known && country ? country : undefined);
    this.#observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: DECIDING_ATTRIBUTES,
    });
    root.addEventListener('click', this.#onClick);
    this.#look(...root.childNodes);
  }

  /** Shows an error, or takes back the one that is shown. */
  #say(error?: unknown): void {
    void this.action.run(() => (error ? Promise.reject(error as Error) : Promise.resolve()));
  }

  /** Gives the page its content back as it was. */
  #undo(): void {
    this.#changed(this.#observer.takeRecords());
    this.#observer.disconnect();
    this.root.removeEventListener('click', this.#onClick);
    this.#find = this.#reading = undefined;
    this.#todo = [];
    this.#read.length = 0;
    for (const linked of this.#linked.values()) this.#restore(linked, 'kept');
    this.#done();
  }

  #look(...nodes: Node[]): void {
    this.#todo.push(...nodes.reverse());
    if (this.#todo.length) this.#start().catch((cause: unknown) => this.#say(cause));
  }

  get #selected(): Selected {
    return (this.#selection ??= new Selected());
  }

  #slice(isOver: () => boolean): boolean {
    // What the page did until now; all after it is our own doing.
    this.#changed(this.#observer.takeRecords());
    while ((this.#reading || this.#todo.length) && !isOver()) this.#step();
    const more = this.#reading !== undefined || this.#todo.length > 0;
    if (!more || this.#read.length >= this.#batch) {
      this.#batch = more ? Math.min(2 * this.#batch, LAST_BATCH) : FIRST_BATCH;
      for (const reading of this.#read.splice(0)) this.#make(reading);
    }
    this.#done();
    return more;
  }

  /** What is observed now was our own doing. */
  #done(): void {
    this.#observer.takeRecords();
    this.#selection = undefined;
  }

  #step(): void {
    if (this.#reading) {
      this.#goOn(this.#reading);
      return;
    }
    const node = this.#todo.pop();
    if (node instanceof Text) {
      // Fewer digits are no number in any country.
      if (!/\p{Nd}.*\p{Nd}/su.test(node.data) || this.#owners.has(node)) return;
      const {data} = node;
      const steps = this.#find?.(data);
      if (steps) this.#reading = {text: node, data, steps, founds: []};
    } else if (node instanceof Element && node.namespaceURI === XHTML && !isLeftAlone(node)) {
      for (let child = node.lastChild; child; child = child.previousSibling) this.#todo.push(child);
    }
  }

  #goOn(reading: Reading): void {
    const {done, value} = reading.steps.next();
    if (!done) {
      reading.founds.push(...value);
      return;
    }
    this.#reading = undefined;
    if (reading.founds.length) this.#read.push(reading);
  }

  #make({text, data, founds}: Reading): void {
    // Where it was changed meanwhile, it is to be looked at again.
    if (text.data !== data || this.#owners.has(text) || !isOurs(text, this.root)) return;
    const shown = founds.filter(({start, end}) => isOneLine(text, data.slice(start, end)));
    if (!shown.length) return;
    const linked = new LinkedText(text, shown, this.#selected);
    this.#linked.set(text, linked);
    for (const node of [text, ...linked.nodes()]) this.#owners.set(node, linked);
  }

  #restore(linked: LinkedText, ending: Ending): void {
    if (!this.#linked.delete(linked.text)) return;
    for (const node of [linked.text, ...linked.nodes()]) this.#owners.delete(node);
    linked.restore(ending, this.#selected);
  }

  /** What the page does to a text with links, it does to the text: it becomes one again, and is looked at anew. */
  #changed(records: MutationRecord[]): void {
    if (!records.length) return;
    const removed = new Set(records.flatMap(({removedNodes}) => [...removedNodes]));
    const rewritten = new Set(records.filter(({type}) => type === 'characterData').map(({target}) => target));
    const came: Node[] = [];
    const normalized = new Set<Node>();
    const touch = (node: Node): void => {
      const linked = this.#owners.get(node);
      if (!linked) return;
      const {text, home} = linked;
      if (home && linked.isNormalized) normalized.add(home);
      this.#restore(linked, rewritten.has(text) ? 'rewritten' : removed.has(text) ? 'moved' : 'kept');
      came.push(text);
    };
    for (const {type, target, addedNodes, removedNodes, previousSibling, nextSibling} of records) {
      if (type === 'attributes') {
        for (const text of textsIn(target)) touch(text);
        came.push(target);
      } else if (type === 'characterData') {
        touch(target);
        came.push(target);
      } else {
        touch(target);
        const before = previousSibling && this.#owners.get(previousSibling);
        if (before && nextSibling && before === this.#owners.get(nextSibling)) touch(previousSibling);
        for (const node of removedNodes) {
          touch(node);
          for (const text of textsIn(node)) touch(text);
        }
        came.push(...addedNodes);
      }
    }
    // Links stood between what would have become one text.
    for (const home of normalized) home.normalize();
    came.push(...normalized);
    this.#look(...came.filter((node) => isOurs(node, this.root)));
    this.#done();
  }

  readonly #onClick = (event: MouseEvent): void => {
    const {root} = this;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.protocol !== 'tel:' || event.defaultPrevented || link.isContentEditable) return;
    // Another window, a download: the browser's. So is what is left alone, and what is in an element of ours inside this one.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.closest('[data-five9-no-dial]') || link.closest(root.localName) !== root) return;
    const own = this.#owners.get(link)?.links.get(link);
    const selection = document.getSelection();
    if (event.detail && selection && !selection.isCollapsed && selection.containsNode(link, true)) {
      // It was selected, not pressed.
      event.preventDefault();
      return;
    }
    let asked: Event | undefined;
    const hear = (before: Event): void => {
      asked = before;
    };
    root.addEventListener('five9-before-dial', hear, {capture: true, once: true});
    this.#press(link, own ?? numberOf(link.href), recordOf(link));
    root.removeEventListener('five9-before-dial', hear, {capture: true});
    // Without an adapter, a link of the page does what it does without us; unless the page has just forbidden it.
    if (own || root.service?.connected || asked?.defaultPrevented) event.preventDefault();
  };

  #press(link: HTMLAnchorElement, number: string, record: RecordAttributes): void {
    if (this.#pending || (this.#call && link === this.#link)) return;
    if (this.#link?.hasAttribute(MARK)) this.#link.setAttribute(MARK, '');
    this.#link = link;
    this.#pending = true;
    const started = ({id}: Interaction): void => {
      this.callId = id;
    };
    const {service, campaign} = this.root;
    const dialler = {service, campaign, dispatchEvent: link.dispatchEvent.bind(link), ...record};
    void this.dial(dialler, number, this.action, started).finally(() => {
      this.#pending = false;
      this.root.requestUpdate();
    });
  }
}

const XHTML = 'http://www.w3.org/1999/xhtml';

/** All of them at once: a walker whose node is taken away, as a link is that ends, would find no more. */
function textsIn(node: Node): Node[] {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

/** Whether a number that is broken in the source is one on the page: not so where white space is kept as it is. */
function isOneLine({parentElement}: Text, written: string): boolean {
  if (!/[\t\n\f\r]| {2}/.test(written) || !parentElement) return true;
  return /^(?:normal|nowrap)$/.test(getComputedStyle(parentElement).whiteSpace);
}

/** The CRM record of the nearest element around a link that says one: the attributes of `root`, or those of the page with `data-five9-` before them. */
function recordOf(link: Element): RecordAttributes {
  const around = link.closest('[data-five9-record-id],five9-dial-links');
  const of = (name: string): string | null =>
    around?.getAttribute(`data-five9-record-${name}`) ?? around?.getAttribute(`record-${name}`) ?? null;
  return {
    recordId: of('id'),
    recordType: of('type'),
    recordLabel: of('label'),
    recordName: of('name'),
    recordKind: of('kind') as RecordAttributes['recordKind'],
  };
}

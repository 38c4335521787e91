import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Press} from '../../shared/controllers/press.js';
import {toggleState} from '../../shared/controllers/toggle-state.js';
import {ContentLinks} from './content-links.js';
import type {DialNumber} from './dial-number.js';
import {type FinderKit, loadFinder} from './finder.js';
import {type DiallerOptions, type DialRoot, LinkDialler} from './link-dialler.js';
import {clickedLink, isTelLink} from './page-link.js';
import type {Clock} from './slices.js';

/** The element whose content gets links. */
export interface LinkerRoot extends DialRoot, ReactiveControllerHost {
  readonly defaultCountry: string | null | undefined;
  readonly disabled: boolean;
  readonly shadowLinks: boolean;
}

/** Functions and custom states of the element that a `Linker` uses, and the clock. */
export interface LinkerOptions extends DiallerOptions {
  /** The element in the shadow root that contains the links. */
  readonly layer: HTMLElement;
  /** Called after the numbers have changed. */
  readonly onNumbers: () => void;
  /** The clock for the search. @default the real time */
  readonly clock?: Clock | undefined;
}

/**
 * Loads libphonenumber-js, and returns a linker for an element.
 *
 * @throws `Error` if libphonenumber-js is not installed.
 */
export async function loadLinker(root: LinkerRoot, options: LinkerOptions): Promise<Linker> {
  return new Linker(await loadFinder(), root, options);
}

/**
 * Makes links for the phone numbers in the content of an element, and dials when the user presses a number or a link.
 * When the properties of the element change, adds or removes the links.
 */
export class Linker implements ReactiveController {
  readonly #kit: FinderKit;
  readonly #root: LinkerRoot;
  readonly #options: LinkerOptions;
  readonly #dialler: LinkDialler;
  readonly #press = new Press();
  /** Whether the current click is a press, and not the end of a selection. */
  #isPress = true;
  /** The links; `undefined` while the element is disabled or not in the page. */
  #links: ContentLinks | undefined;
  /** The document or shadow root of the element when the links were made. */
  #tree: Node | undefined;
  /** Country of the numbers that are written without a country code. */
  #country: string | undefined;
  #hasCountryError = false;

  constructor(kit: FinderKit, root: LinkerRoot, options: LinkerOptions) {
    this.#kit = kit;
    this.#root = root;
    this.#options = options;
    this.#dialler = new LinkDialler(root, options);
    root.addController(this);
    this.#update();
  }

  /** State of the last dial as text; empty if there is no state to show. */
  get status(): string {
    return this.#dialler.status;
  }

  /** Returns the numbers that have links, and the numbers of the `tel:` links of the page, each with its element. */
  numbers(): {number: string; place: Element}[] {
    if (!this.#links) return [];
    const found = this.#links.numbers.map(({number, elements: [place]}) => ({number, place}));
    const links = [...this.#root.querySelectorAll('a[href]:not([data-five9-no-dial] *, [data-five9-no-dial])')];
    return [...found, ...links.filter(isTelLink).map((link) => ({number: link.href, place: link}))];
  }

  /** Returns whether a call was dialled with one of the links. */
  hasCall(id: string): boolean {
    return this.#dialler.hasCall(id);
  }

  hostDisconnected(): void {
    // Wait a microtask, because an element that was only moved is in the page again after the microtask.
    queueMicrotask(() => this.#update());
  }

  hostUpdated(): void {
    // Wait until this update is over, because `#update` may show an error, which needs another update of the element.
    queueMicrotask(() => this.#update());
    this.#dialler.showState();
    for (const link of this.#dialler.links) this.#links?.showState(link);
  }

  /** Adds or removes the links, depending on the properties of the element. */
  #update(): void {
    const root = this.#root;
    const isWanted = root.isConnected && !root.disabled;
    root.service?.useNumberPlan(this.#kit);
    const country = (root.defaultCountry || root.service?.settings.defaultCountry)?.trim().toUpperCase();
    const isMoved = root.getRootNode() !== this.#tree;
    if (this.#links && (!isWanted || country !== this.#country || isMoved)) this.#removeLinks(this.#links);
    if (isWanted && !this.#links) this.#addLinks(country);
  }

  #addLinks(country: string | undefined): void {
    const root = this.#root;
    this.#country = country;
    this.#tree = root.getRootNode();
    const isValid = !country || this.#kit.isCountry(country);
    if (isValid) this.#clearCountryError();
    else this.#showCountryError(country);
    this.#links = new ContentLinks(root, {
      layer: this.#options.layer,
      find: this.#kit.finder(isValid && country ? country : undefined),
      stateOf: (link) => this.#dialler.stateOf(link),
      onNumbers: this.#options.onNumbers,
      onError: (error) => this.#showError(error),
      clock: this.#options.clock,
    });
    this.#options.layer.addEventListener('click', this.#onLinkClick);
    root.addEventListener('pointerdown', this.#onPointerDown, {capture: true});
    root.addEventListener('contextmenu', this.#onContextMenu, {capture: true});
    root.addEventListener('click', this.#onNumberClick, {capture: true});
    root.addEventListener('click', this.#onPageClick);
    root.addEventListener('pointermove', this.#onPointer);
    root.addEventListener('pointerleave', this.#onPointer);
    // The content may have `tel:` links and no other numbers.
    this.#options.onNumbers();
  }

  #removeLinks(links: ContentLinks): void {
    const root = this.#root;
    this.#options.layer.removeEventListener('click', this.#onLinkClick);
    root.removeEventListener('pointerdown', this.#onPointerDown, {capture: true});
    root.removeEventListener('contextmenu', this.#onContextMenu, {capture: true});
    root.removeEventListener('click', this.#onNumberClick, {capture: true});
    root.removeEventListener('click', this.#onPageClick);
    root.removeEventListener('pointermove', this.#onPointer);
    root.removeEventListener('pointerleave', this.#onPointer);
    this.#showCursor(false);
    links.close();
    this.#links = undefined;
    this.#options.onNumbers();
  }

  /** Dials if the user presses a link of the element, which has the focus. */
  readonly #onLinkClick = (event: MouseEvent): void => {
    const link = event.target as HTMLAnchorElement;
    const number = this.#links?.numberOf(link);
    // With a modifier key, the browser follows the link.
    if (hasModifier(event)) return;
    event.preventDefault();
    if (number) this.#dial(number, link);
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    this.#press.pointerDown(event);
  };

  readonly #onContextMenu = (): void => {
    this.#press.contextMenu();
  };

  /**
   * Dials if the user clicks a number in the text. Handles the click before the page does, so that the page knows by
   * `defaultPrevented` that the click was for the number.
   */
  readonly #onNumberClick = (event: MouseEvent): void => {
    // The click at the end of a selection must not dial.
    this.#isPress = this.#press.isPress(event);
    if (event.defaultPrevented || hasModifier(event)) return;
    const number = this.#numberAt(event);
    const link = number && this.#links?.linkOf(number);
    if (!link) return;
    event.preventDefault();
    if (this.#isPress) this.#dial(number, link);
  };

  /** Dials if the user clicks a `tel:` link of the page. */
  readonly #onPageClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || hasModifier(event)) return;
    const link = clickedLink(event, this.#root, this.#root.shadowLinks);
    if (!link || link.isContentEditable) return;
    if (!this.#isPress) {
      event.preventDefault();
      return;
    }
    const written = link.textContent.trim();
    const isCancelled = this.#dialler.press({link, written, number: link.href, place: link});
    // Let the browser follow the link if no adapter is connected and the page has not cancelled the dial.
    if (this.#root.service?.connected || isCancelled) event.preventDefault();
  };

  readonly #onPointer = (event: PointerEvent): void => {
    this.#showCursor(event.type === 'pointermove' && this.#numberAt(event) !== undefined);
  };

  #numberAt(event: MouseEvent): DialNumber | undefined {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return undefined;
    return this.#links?.numberAt(target, event.clientX, event.clientY);
  }

  #dial({number, extension, written, elements}: DialNumber, link: HTMLAnchorElement): void {
    this.#dialler.press({
      link,
      written,
      number: extension ? `${number};ext=${extension}` : number,
      place: elements[0],
    });
  }

  #showCursor(isOverNumber: boolean): void {
    toggleState(this.#options.states, 'over-number', isOverNumber);
  }

  #showCountryError(country: string): void {
    this.#hasCountryError = true;
    this.#showError(
      new Error(
        `default-country must be a country code of two letters, for example “US”. There is no country “${country}”.`,
      ),
    );
  }

  #clearCountryError(): void {
    if (!this.#hasCountryError) return;
    this.#hasCountryError = false;
    // Run an action that does nothing, because every successful action removes the error.
    void this.#options.run(() => Promise.resolve());
  }

  #showError(error: unknown): void {
    void this.#options.run(() => Promise.reject(error as Error));
  }
}

/** Returns whether a click has a modifier key or another mouse button, so that it may, for example, open a window. */
const hasModifier = ({button, ctrlKey, metaKey, shiftKey, altKey}: MouseEvent): boolean =>
  button > 0 || ctrlKey || metaKey || shiftKey || altKey;

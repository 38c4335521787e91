import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ContentLinks} from './content-links.js';
import {type FinderKit, loadFinder} from './finder.js';
import {type DiallerOptions, type DialRoot, LinkDialler} from './link-dialler.js';
import type {Clock} from './slices.js';

/** The element whose content gets links. */
export interface LinkerRoot extends DialRoot, ReactiveControllerHost {
  readonly defaultCountry: string | null | undefined;
  readonly disabled: boolean;
}

/** Functions and custom states of the element that a `Linker` uses, and the clock. */
export interface LinkerOptions extends DiallerOptions {
  /** The clock for the search. @default the real time */
  readonly clock?: Clock;
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
 * Turns the phone numbers in the content of an element into links, and dials when the user clicks a link. When the
 * properties of the element change, adds or removes the links.
 */
export class Linker implements ReactiveController {
  readonly #kit: FinderKit;
  readonly #root: LinkerRoot;
  readonly #options: LinkerOptions;
  readonly #dialler: LinkDialler;
  /** The links; `undefined` while the element is disabled or not in the page. */
  #links: ContentLinks | undefined;
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

  /** Id of the call that was dialled last. */
  get callId(): string {
    return this.#dialler.callId;
  }

  /** State of the last dial as text; empty if there is no state to show. */
  get status(): string {
    return this.#dialler.status;
  }

  hostDisconnected(): void {
    // Wait a microtask, because an element that was only moved is in the page again after the microtask.
    queueMicrotask(() => this.#update());
  }

  hostUpdated(): void {
    // Wait until this update is over, because `#update` may show an error, which needs another update of the element.
    queueMicrotask(() => this.#update());
    this.#dialler.showState();
  }

  /** Adds or removes the links, depending on the properties of the element. */
  #update(): void {
    const root = this.#root;
    const isWanted = root.isConnected && !root.disabled;
    const country = root.defaultCountry?.trim().toUpperCase();
    if (this.#links && (!isWanted || country !== this.#country)) this.#removeLinks(this.#links);
    if (isWanted && !this.#links) this.#addLinks(country);
  }

  #addLinks(country: string | undefined): void {
    this.#country = country;
    const isValid = !country || this.#kit.isCountry(country);
    if (isValid) this.#clearCountryError();
    else this.#showCountryError(country);
    const find = this.#kit.finder(isValid && country ? country : undefined);
    this.#links = new ContentLinks(this.#root, find, (error) => this.#showError(error), this.#options.clock);
    this.#root.addEventListener('click', this.#onClick);
  }

  #removeLinks(links: ContentLinks): void {
    this.#root.removeEventListener('click', this.#onClick);
    links.close();
    this.#links = undefined;
  }

  readonly #onClick = (event: MouseEvent): void => {
    this.#dialler.handleClick(event, (link) => this.#links?.numberOf(link));
  };

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

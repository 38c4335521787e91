import type {InteractionService} from '../../service/interaction-service.js';
import type {ActionController} from '../../shared/controllers/action-controller.js';
import {toggleState} from '../../shared/controllers/toggle-state.js';
import type {RecordAttributes} from '../../shared/parse/crm-record.js';
import {type dial as dialNumber, type DialHost, dialWords} from '../click2dial/dial.js';
import {LinkDials} from './link-dials.js';
import type {LinkState} from './number-look.js';
import {recordOf} from './record-attributes.js';

/** The element that contains the links. */
export interface DialRoot extends HTMLElement, RecordAttributes {
  readonly service: InteractionService | undefined;
  readonly campaign?: string | null | undefined;
  requestUpdate(): void;
}

/** Functions and custom states of the element that a `LinkDialler` uses. */
export interface DiallerOptions {
  /**
   * The function that dials. It is an option, because otherwise the file that is loaded on demand would contain a
   * second copy of this function.
   */
  readonly dial: typeof dialNumber;
  /** Runs an action, and shows its error if it fails. */
  readonly run: ActionController['run'];
  /** Custom states of the element. */
  readonly states: CustomStateSet;
}

/** A link that the user has pressed. */
export interface PressedLink {
  readonly link: HTMLAnchorElement;
  /** The number as the page shows it. */
  readonly written: string;
  /** The number to dial, or a `tel:` address. */
  readonly number: string;
  /** The element of the page that contains the number. The events of the dial are dispatched at this element. */
  readonly place: Element;
}

/** Dials when the user presses a link, and describes the state of the call. */
export class LinkDialler {
  readonly #root: DialRoot;
  readonly #options: DiallerOptions;
  readonly #dials: LinkDials;
  /** Text about a press that did not dial. It is shown until the state of the dial changes. */
  #notice = {text: '', insteadOf: ''};

  constructor(root: DialRoot, options: DiallerOptions) {
    this.#root = root;
    this.#options = options;
    this.#dials = new LinkDials(() => root.service);
  }

  /** State of the newest dial as text; empty if there is no state to show. */
  get status(): string {
    const state = this.#stateText();
    return this.#notice.insteadOf === state ? this.#notice.text : state;
  }

  /** The links that have dialled. */
  get links(): Iterable<HTMLAnchorElement> {
    return this.#dials.links;
  }

  /** Returns whether a call was dialled with one of the links. */
  hasCall(id: string): boolean {
    return this.#dials.hasCall(id);
  }

  /** Returns the state of the call of a link. */
  stateOf(link: HTMLAnchorElement): LinkState {
    return this.#dials.stateOf(link);
  }

  /** Shows at the element whether a call is in progress. */
  showState(): void {
    const {newest} = this.#dials;
    toggleState(this.#options.states, 'in-call', newest !== undefined && !newest.isPending);
  }

  /**
   * Dials the number of a link. If the link is dialling or its call is not over, does not dial, but shows the reason.
   * Returns whether the page has cancelled the dial.
   */
  press({link, written, number, place}: PressedLink): boolean {
    const state = this.#dials.stateOf(link);
    if (state) {
      const reason =
        state === 'pending' ? 'This number is being dialled already.' : 'The call to this number is not finished yet.';
      this.#notice = {text: `${written}: ${reason}`, insteadOf: this.#stateText()};
      this.#root.requestUpdate();
      return false;
    }
    this.#dials.forgetOver();
    const {started, settled} = this.#dials.start(link, written);
    const outcome = {isCancelled: false};
    const {service, campaign} = this.#root;
    const host: DialHost = {
      service,
      campaign,
      ...recordOf(place, this.#root),
      dispatchEvent: (event) => {
        // The page may have removed the number, but its listeners must still receive the event.
        const isAllowed = (place.isConnected ? place : this.#root).dispatchEvent(event);
        if (!isAllowed) outcome.isCancelled = true;
        return isAllowed;
      },
    };
    const {dial, run} = this.#options;
    void dial(host, number, {run}, started).finally(() => {
      settled();
      this.#root.requestUpdate();
    });
    // Allow the next press at once, because nothing was dialled.
    if (outcome.isCancelled) settled();
    this.#root.requestUpdate();
    return outcome.isCancelled;
  }

  #stateText(): string {
    const {newest} = this.#dials;
    return newest ? `${newest.written}: ${dialWords(newest.isPending, newest.call)}` : '';
  }
}

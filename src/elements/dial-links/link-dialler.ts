import type {InteractionService} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import type {ActionController} from '../../shared/controllers/action-controller.js';
import {toggleState} from '../../shared/controllers/toggle-state.js';
import {type dial as dialNumber, type DialHost, dialWords} from '../click2dial/dial.js';
import {LINK_ATTRIBUTE} from './linked-text.js';
import {recordOf} from './record-attributes.js';

/** The element that contains the links. */
export interface DialRoot extends HTMLElement {
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

/** Dials when the user clicks a link, and shows the state of the call at this link. */
export class LinkDialler {
  /** Id of the call that was dialled last; empty if there is none. */
  callId = '';
  /** The link that was clicked last. */
  #link: HTMLAnchorElement | undefined;
  #isPending = false;

  constructor(
    private readonly root: DialRoot,
    private readonly options: DiallerOptions,
  ) {}

  /** State of the last dial as text; empty if there is no state to show. */
  get status(): string {
    const text = dialWords(this.#isPending, this.#call);
    return text && `${this.#link?.textContent ?? ''}: ${text}`;
  }

  /** Shows the state of the last dial at the element and at the link. */
  showState(): void {
    const isInCall = !this.#isPending && this.#call !== undefined;
    toggleState(this.options.states, 'in-call', isInCall);
    if (this.#isPending) this.#markLink('pending');
    else this.#markLink(isInCall ? 'in-call' : '');
  }

  /**
   * Dials if the click is on a `tel:` link.
   *
   * @param ownNumberOf Returns the number of a link that the element made; `undefined` for a link of the page.
   */
  handleClick(event: MouseEvent, ownNumberOf: (link: HTMLAnchorElement) => string | undefined): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !this.#isDialClick(event, link)) return;
    if (wasSelecting(event, link)) {
      event.preventDefault();
      return;
    }
    const ownNumber = ownNumberOf(link);
    const isCancelled = this.#dial(link, ownNumber ?? link.href);
    // Let the browser follow a `tel:` link of the page if no adapter is connected and the page has not cancelled the
    // dial.
    if (ownNumber !== undefined || this.root.service?.connected || isCancelled) event.preventDefault();
  }

  #isDialClick(event: MouseEvent, link: HTMLAnchorElement): boolean {
    const {root} = this;
    if (link.protocol !== 'tel:' || event.defaultPrevented || link.isContentEditable) return false;
    // Ignore a click with a modifier key or another mouse button, because such a click may, for example, open a window.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
    const isExcluded = link.closest('[data-five9-no-dial]') !== null;
    // Ignore the links of a `five9-dial-links` inside this element, because the inner element handles these clicks.
    const isOfInnerElement = link.closest(root.localName) !== root;
    return !isExcluded && !isOfInnerElement;
  }

  /** Dials a number. Returns whether the page has cancelled the dial. */
  #dial(link: HTMLAnchorElement, number: string): boolean {
    const isOnCall = this.#call !== undefined && link === this.#link;
    if (this.#isPending || isOnCall) return false;
    this.#markLink('');
    this.#link = link;
    this.#isPending = true;
    let isCancelled = false;
    const {service, campaign} = this.root;
    const dialler: DialHost = {
      service,
      campaign,
      ...recordOf(link),
      dispatchEvent: (event) => {
        const isAllowed = link.dispatchEvent(event);
        if (!isAllowed) isCancelled = true;
        return isAllowed;
      },
    };
    const {dial, run} = this.options;
    const onStarted = ({id}: Interaction): void => {
      this.callId = id;
    };
    void dial(dialler, number, {run}, onStarted).finally(() => {
      this.#isPending = false;
      this.root.requestUpdate();
    });
    return isCancelled;
  }

  /** The call that was dialled last; `undefined` if there is none or if it is over. */
  get #call(): Interaction | undefined {
    const call = this.root.service?.interaction(this.callId);
    return call && isLive(call) ? call : undefined;
  }

  /** Writes the state of the call into the attribute of the link, if the element made the link. */
  #markLink(state: '' | 'pending' | 'in-call'): void {
    if (this.#link?.hasAttribute(LINK_ATTRIBUTE)) this.#link.setAttribute(LINK_ATTRIBUTE, state);
  }
}

/**
 * Returns whether the user has just selected text of the link with the mouse. The click at the end of the selection
 * must not dial.
 */
function wasSelecting(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const selection = document.getSelection();
  const isMouse = event.detail > 0;
  return isMouse && selection !== null && !selection.isCollapsed && selection.containsNode(link, true);
}

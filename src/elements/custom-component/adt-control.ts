import {property} from 'lit/decorators.js';
import {textOf} from '../../interaction-api/text-of.js';
import type {ComponentEventPayload} from '../../sdk/custom-components-api/custom-components-api.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {noBoxStyles} from '../../shared/styles/no-box-styles.js';
import type {ControlUse} from './control.events.js';
import type {TemplateElement} from './template-text.js';

/** The element around a control, which registers the control in the adapter. */
interface ControlOwner extends Element {
  /** Called when a control has changed, was added or was removed. */
  controlChanged?(): void;
}

/** The events of an element, by name. Those of the control replace native events with the same names. */
type EventsOf<Own> = Omit<HTMLElementEventMap, keyof Own> & Own;

/* eslint-disable @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-unused-vars -- a class cannot declare the type of an inherited method, so an interface of the same name declares it */
/** The types of the events of a control. Without them, `change` and `click` would be native events, without `detail`. */
export interface AdtControl<Own = object> {
  addEventListener<Type extends keyof EventsOf<Own> & string>(
    type: Type,
    listener: (event: EventsOf<Own>[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * A control of a `five9-custom-component`. The adapter shows the control, so the page shows only errors.
 *
 * @typeParam Own The events that are dispatched when the agent uses the control, by name.
 */
export abstract class AdtControl<Own = object> extends Five9Element {
  static override styles = [...Five9Element.styles, noBoxStyles];

  /** Name of the control, which is in each of its events. */
  @property() name: string | null | undefined;
  /** Label of the control. */
  @property() label: string | null | undefined;

  #owner: ControlOwner | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#owner = this.closest('five9-custom-component');
    this.#owner?.controlChanged?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#owner?.controlChanged?.();
    this.#owner = null;
  }

  /**
   * Returns the control as an element of the template.
   * @internal
   */
  abstract describe(callback: string): TemplateElement;

  /**
   * Dispatches the event of the control, because the agent has used the control in the adapter.
   * @internal
   */
  abstract use(payload: ComponentEventPayload): void;

  override render() {
    return this.renderError();
  }

  protected override updated(): void {
    this.#owner?.controlChanged?.();
  }

  /** Returns the detail of an event of the control. */
  protected detailOf(payload: ComponentEventPayload): ControlUse {
    const {name, value, interactionType, interactionData} = Object(payload) as ComponentEventPayload;
    return {name: textOf(name) ?? this.name ?? '', value: textOf(value) ?? '', interactionType, interactionData};
  }
}

import {property} from 'lit/decorators.js';
import type {ComponentEventPayload} from '../../sdk/custom-components-api/custom-components-api.js';
import {AdtControl} from '../custom-component/adt-control.js';
import {ControlClickEvent} from '../custom-component/control.events.js';
import type {TemplateElement} from '../custom-component/template-text.js';

/**
 * A button in the adapter, inside of a `five9-custom-component`. The page shows only errors. The label is the `label`, or
 * the text inside the element.
 *
 * If the agent presses the button, `click` is dispatched at this element. Its `detail` contains the name and the
 * interaction.
 *
 * @summary A button of a five9-custom-component.
 * @tag five9-adt-button
 * @fires {ControlClickEvent} click - The agent has pressed the button. `detail` is `{name, value, interactionType, interactionData}`.
 * @fires {Five9ErrorEvent} five9-error - A property has a value that cannot be used.
 * @csspart error - The error message.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssstate error - An error is shown.
 */
export class Five9AdtButton extends AdtControl<{click: ControlClickEvent}> {
  /** Whether the button is emphasized. */
  @property({type: Boolean}) primary = false;

  /** @internal */
  override describe(callback: string): TemplateElement {
    const attributes = {
      name: this.name ?? '',
      label: this.label ?? this.textContent.trim().replace(/\s+/g, ' '),
      class: this.primary ? 'btnPrimary' : 'btnSecondary',
      onclick: callback,
    };
    return {tag: 'adt-button', attributes};
  }

  /** @internal */
  override use(payload: ComponentEventPayload): void {
    this.dispatchEvent(new ControlClickEvent(this.detailOf(payload)));
  }
}

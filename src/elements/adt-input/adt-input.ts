import {property} from 'lit/decorators.js';
import type {ComponentEventPayload} from '../../sdk/custom-components-api/custom-components-api.js';
import {AdtControl} from '../custom-component/adt-control.js';
import {ControlChangeEvent} from '../custom-component/control.events.js';
import type {TemplateElement} from '../custom-component/template-text.js';

/**
 * An input in the adapter, inside of a `five9-custom-component`. The page shows only errors.
 *
 * If the agent changes the value, `change` is dispatched at this element. Its `detail` contains the name, the new value
 * and the interaction. The property `value` stays the initial value.
 *
 * @summary An input of a five9-custom-component.
 * @tag five9-adt-input
 * @fires {ControlChangeEvent} change - The agent has changed the value. `detail` is `{name, value, interactionType, interactionData}`.
 * @fires {Five9ErrorEvent} five9-error - A property has a value that cannot be used.
 * @csspart error - The error message.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssstate error - An error is shown.
 */
export class Five9AdtInput extends AdtControl<{change: ControlChangeEvent}> {
  /** Initial value. */
  @property() value: string | null | undefined;
  /** Text that the adapter shows while the input is empty. */
  @property() placeholder: string | null | undefined;

  /** @internal */
  override describe(callback: string): TemplateElement {
    const attributes = {
      name: this.name ?? '',
      label: this.label ?? '',
      value: this.value ?? '',
      placeholder: this.placeholder ?? '',
      onchange: callback,
    };
    return {tag: 'adt-input', attributes};
  }

  /** @internal */
  override use(payload: ComponentEventPayload): void {
    this.dispatchEvent(new ControlChangeEvent(this.detailOf(payload)));
  }
}

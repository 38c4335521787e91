import type {PropertyValues} from 'lit';
import {LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {VERSION} from '../../version.js';
import type {ControlDescription} from './template-text.js';

/** An event that the element around a control receives when the control has changed. */
export const CONTROL_CHANGED = 'five9-control-changed';

/** A control of a `five9-custom-component`. It shows nothing in the page, because the adapter shows the control. */
export abstract class AdtControl extends LitElement {
  /** Version of the package that registered the element. */
  static readonly version = VERSION;

  /** Name of the control, which is in each of its events. */
  @property() name: string | null | undefined;
  /** Label of the control. */
  @property() label: string | null | undefined;

  /** Returns the description of the control. */
  abstract describe(callback: string): ControlDescription;

  /** Handles the use of the control in the adapter. */
  abstract used(detail: Record<string, unknown>): void;

  override render() {
    return nothing;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.dispatchEvent(new Event(CONTROL_CHANGED, {bubbles: true}));
  }
}

import {html} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {noBoxStyles} from '../../shared/styles/no-box-styles.js';
import {AdtControl} from './adt-control.js';
import {type ComponentRegistry, type RegisteredComponent, registryOf} from './component-registry.js';
import type {TemplateElement} from './template-text.js';

/**
 * Shows own controls of the page in the adapter: the `five9-adt-input` and `five9-adt-button` elements inside. The page
 * shows only errors. All elements of a page make one template for the adapter, in the order of the page.
 *
 * If the agent uses a control, `change` or `click` is dispatched at the element of the control.
 *
 * The adapter asks for the controls when it connects. It is unknown whether it asks again, so an adapter may show later
 * changes only after it has loaded again; the console reports this. The adapter decides which locations exist. Public
 * code uses `home-panel-top`, `home-panel-bottom`, `3rdPartyComp-li-call-tab`, `3rdPartyComp-li-call-details-bottom` and
 * `3rdPartyComp-li-chat-details-top`.
 *
 * @summary Own inputs and buttons in the adapter.
 * @tag five9-custom-component
 * @slot - The controls. Only their errors are shown.
 * @fires {ControlChangeEvent} change - At a `five9-adt-input`: the agent has changed the value. `detail` is `{name, value, interactionType, interactionData}`.
 * @fires {ControlClickEvent} click - At a `five9-adt-button`: the agent has pressed the button. `detail` is `{name, value, interactionType, interactionData}`.
 * @fires {Five9ErrorEvent} five9-error - The element has controls and no `location`.
 * @csspart error - The error message.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssstate error - An error is shown.
 */
export class Five9CustomComponent extends Five9Element implements RegisteredComponent {
  static override styles = [...Five9Element.styles, noBoxStyles];

  /** Name of the place in the adapter, for example `home-panel-top`. */
  @property() location: string | null | undefined;
  /** Title of the controls. */
  @property() label: string | null | undefined;

  #registry: ComponentRegistry | undefined;
  readonly #content = new MutationObserver(() => this.controlChanged());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#content.observe(this, {childList: true, characterData: true, subtree: true});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#content.disconnect();
    this.#follow(undefined);
  }

  override serviceChanged(): void {
    this.#follow(this.service && registryOf(this.service));
    this.#registry?.changed();
    super.serviceChanged();
  }

  /**
   * Called when a control has changed, was added or was removed.
   * @internal
   */
  controlChanged(): void {
    this.#registry?.changed();
    this.requestUpdate();
  }

  /** @internal */
  describe(callbackOf: (control: AdtControl) => string): TemplateElement | undefined {
    const {location, label} = this;
    if (!location) return undefined;
    const controls = grouped(this.#controls.map((control) => control.describe(callbackOf(control))));
    if (!controls.length) return undefined;
    return {tag: 'adt-component', attributes: {location, label: label ?? ''}, content: controls};
  }

  override render() {
    return html`<slot></slot>${this.renderError()}`;
  }

  protected override willUpdate(): void {
    const isMisplaced = !this.location && this.#controls.length > 0;
    if (!isMisplaced) this.clearError();
    else if (!this.error) this.fail(new InteractionApiError('Generic', NO_LOCATION));
  }

  protected override updated(): void {
    this.#registry?.changed();
  }

  get #controls(): AdtControl[] {
    return [...this.querySelectorAll('five9-adt-input, five9-adt-button')].filter(
      (element) => element instanceof AdtControl && element.closest(this.localName) === this,
    ) as AdtControl[];
  }

  #follow(registry: ComponentRegistry | undefined): void {
    if (registry === this.#registry) return;
    this.#registry?.remove(this);
    this.#registry = registry;
    registry?.add(this);
  }
}

const NO_LOCATION = 'The adapter does not show these controls. Set location, for example to "home-panel-top".';

/** Returns controls for a template. Buttons that follow each other are a group. */
function grouped(controls: readonly TemplateElement[]): TemplateElement[] {
  const result: TemplateElement[] = [];
  for (const control of controls) {
    const last = result.at(-1);
    if (control.tag !== 'adt-button') result.push(control);
    else if (last?.tag === 'adt-btn-group')
      result.splice(-1, 1, {...last, content: [...(last.content ?? []), control]});
    else result.push({tag: 'adt-btn-group', content: [control]});
  }
  return result;
}

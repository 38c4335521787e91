import {html} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {InteractionDataController} from '../../shared/controllers/interaction-data-controller.js';
import {renderRefreshFoot} from '../../shared/render/refresh-foot.js';
import {renderValueList} from '../../shared/render/value-list.js';
import {callDataStyles} from '../../shared/styles/call-data-styles.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import {fetchVariables} from './fetch-variables.js';
import type {VariableForm} from './form.js';
import {type CallVariable, DEFAULT_LABEL, fullName, shownVariables, type VariableDefinition} from './variable.js';

/**
 * Shows the call attached variables (CAVs) of the call. The agent can edit variables that are not read-only. The
 * variables stay visible when the call is over.
 *
 * The button or Enter saves all typed values in one request; Escape reverts a field. A value counts as saved when the
 * same value was read back: Five9 ignores, without an error, a variable that is not on the layout of the campaign
 * profile. A typed value is never overwritten: if the variable changes elsewhere, the element shows a note.
 *
 * @summary Reads and edits call variables.
 * @tag five9-call-variables
 * @slot - Label of the button that saves.
 * @slot revert - Label of the button that reverts the typed values.
 * @slot refresh - Label of the button that fetches the variables again.
 * @fires {BeforeVariablesEvent} five9-before-variables - The element is about to set variables. Cancel the event, or change its `detail`.
 * @fires {VariablesSetEvent} five9-variables-set - The adapter has answered, and the variables were read back. The `detail` contains the variables that are set and the variables that Five9 ignored.
 * @fires {Five9ErrorEvent} five9-error - The call or the adapter is missing, a value is not allowed, the adapter refused or ignored a value, or the form did not load.
 * @csspart list - The list of the variables.
 * @csspart name - Name of a variable.
 * @csspart value - Value of a variable that cannot be edited; a dash if the value is empty.
 * @csspart field - The native input or select of a variable that can be edited.
 * @csspart note - The note below a variable: an error, or a hint that the value changed elsewhere.
 * @csspart save - The button that saves.
 * @csspart revert - The button that reverts the typed values.
 * @csspart status - The reason why no variables are shown, or the request that the element waits for, as text.
 * @csspart refresh - The button that fetches the variables again.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of buttons and of the focus.
 * @cssprop [--five9-danger] - Colour of errors and notes.
 * @cssprop [--five9-muted] - Colour of names, of the status, and of disabled buttons.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate changed - A typed value is not saved.
 * @cssstate disabled - There is no call whose variables could be fetched.
 * @cssstate finished - The call is over.
 * @cssstate pending - The variables are being fetched or saved.
 * @cssstate error - An error is shown.
 */
export class Five9CallVariables extends InteractionElement {
  static override styles = [...InteractionElement.styles, controlStyles, callDataStyles];

  /** Name of the form, for screen readers. */
  @property() label: string | null = DEFAULT_LABEL;
  /**
   * Variables to show, in this order: `Custom.* Call.ANI`. Between commas, names may contain spaces. Default: all
   * variables.
   */
  @property() names: string | null = '';
  /**
   * Variables that are read-only, in the format of `names`. Variables of the groups `Call` and `Agent` are read-only
   * too. An empty value makes all variables read-only. `definitions` override this.
   */
  @property({attribute: 'read-only'}) readOnly: string | null = null;
  /**
   * Fetches types and rules of the variables from Five9's REST API, and shows fields that fit them. If the request
   * fails, all variables are edited as text.
   */
  @property({type: Boolean}) typed = false;
  /**
   * Types, rules and labels of variables, and whether a variable is read-only. They override the definitions that
   * `typed` fetches.
   */
  @property({attribute: false}) definitions: readonly VariableDefinition[] = [];

  readonly #data = new InteractionDataController<readonly CallVariable[]>(this, {
    followed: this.followed,
    action: this.action,
    states: this.internals.states,
    method: () => 'getCav',
    fetch: fetchVariables,
  });
  #form: VariableForm | undefined;
  #loading: Promise<VariableForm> | undefined;

  constructor() {
    super({callsOnly: true, keepsFinished: true});
    new FocusKeeper(this);
  }

  /** Values of the call's variables, by `Group.Name`, as the adapter last returned them. */
  get values(): Readonly<Record<string, string>> {
    const all = this.#data.data ?? [];
    return Object.fromEntries(all.map((variable) => [fullName(variable), variable.value]));
  }

  /**
   * Fetches the variables again. Resolves with `true` if the adapter has returned them. If not, the element shows the
   * error.
   */
  async refresh(): Promise<boolean> {
    return this.#data.refresh();
  }

  /**
   * Sets variables of the call, by `Group.Name`, also variables that the element does not show. Resolves with `true` if
   * all of them were set and read back. If not, the element shows the error. A variable that already has the value is
   * not sent. Changes are sent one after the other, a second apart.
   */
  async set(values: Readonly<Record<string, unknown>>): Promise<boolean> {
    return (await this.run(async () => (await this.#loadForm()).set(values))) ?? false;
  }

  override render() {
    const status = this.#data.status(this.#form?.status ?? '');
    return html`${this.#form?.render() ?? renderValueList(shownVariables(this.#data.data ?? [], this.names))}
    ${renderRefreshFoot(status, this.#data.canFetch, () => this.refresh())} ${this.renderError()}`;
  }

  protected override willUpdate(): void {
    if (!this.#loading) this.#loadForm().catch((error: unknown) => this.fail(error));
  }

  /** Loads the form from a separate file: pages that show no variables do not load this file. */
  #loadForm(): Promise<VariableForm> {
    this.#loading ??= import('./form.js').then(({VariableForm: Form}) => {
      this.#form = new Form(this, {
        followed: this.followed,
        action: this.action,
        data: this.#data,
        states: this.internals.states,
      });
      return this.#form;
    }, notLoaded('The form for call variables'));
    return this.#loading;
  }
}

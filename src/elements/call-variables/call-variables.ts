import {html} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {InteractionDataController} from '../../shared/controllers/interaction-data-controller.js';
import {TextKeysController} from '../../shared/controllers/text-keys-controller.js';
import {importModule} from '../../shared/load/import-module.js';
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
 * variables stay visible after the call.
 *
 * The button or the Enter key saves all typed values in one request. The Escape key reverts a field. A value with
 * several lines has a field with several lines, in which Enter makes a line break. A field shows the value as it is; a
 * value that a date field or a list cannot show is edited as text. A variable that the agent does not edit is not saved.
 *
 * A number can be typed in the agent's own notation, for example `$1,300.00` or `1.300,00`. It is saved as `1300.00`. A
 * number with two meanings, like `1,300`, is not saved, and the note shows both.
 *
 * Five9 ignores a variable that is not on the layout of the campaign profile, and reports no error. So after each
 * request, the element fetches the variables again, and shows an error if Five9 has ignored a value. If a variable
 * changes elsewhere while the agent edits it, the element keeps the typed value and shows a note.
 *
 * @summary Reads and edits call variables.
 * @tag five9-call-variables
 * @slot - Label of the button that saves.
 * @slot revert - Label of the button that reverts the typed values.
 * @slot refresh - Label of the button that fetches the variables again.
 * @fires {BeforeVariablesEvent} five9-before-variables - The element is about to set variables. Cancel the event, or change its `detail`.
 * @fires {VariablesSetEvent} five9-variables-set - The adapter has answered the request, and the variables were fetched again. The `detail` contains the variables that are set and the variables that Five9 ignored.
 * @fires {Five9ErrorEvent} five9-error - The call or the adapter is missing, a value is not allowed, the adapter refused or ignored a value, or the form could not be loaded.
 * @csspart list - The list of the variables.
 * @csspart name - Name of a variable.
 * @csspart value - Value of a variable that cannot be edited; a dash if the value is empty.
 * @csspart field - The native input, textarea or select of a variable that can be edited.
 * @csspart note - The note below a variable: an error, the value that is saved for a typed number, or the information that the value has changed elsewhere.
 * @csspart save - The button that saves.
 * @csspart revert - The button that reverts the typed values.
 * @csspart status - The reason why no variables are shown, or the request that is pending, as text.
 * @csspart refresh - The button that fetches the variables again.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of buttons and of the focus.
 * @cssprop [--five9-danger] - Colour of errors and notes.
 * @cssprop [--five9-muted] - Colour of names, of the status, and of disabled buttons.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate changed - At least one typed value is not saved.
 * @cssstate disabled - There is no call whose variables could be fetched.
 * @cssstate finished - The call is over.
 * @cssstate pending - The variables are being fetched or saved.
 * @cssstate error - An error is shown.
 */
export class Five9CallVariables extends InteractionElement {
  static override styles = [...InteractionElement.styles, controlStyles, callDataStyles];

  /**
   * Name of the form, for screen readers.
   * @default 'Call variables'
   */
  @property() label: string | null = DEFAULT_LABEL;
  /**
   * Full names of the variables to show, in this order, for example `Custom.* Call.ANI`. Spaces separate the names. If
   * the text contains a comma, only commas separate the names. Default: all variables.
   */
  @property() names: string | null = '';
  /**
   * Full names of read-only variables, in the format of `names`. Variables of the groups `Call` and `Agent` are
   * read-only too. An empty text makes all variables read-only. `readOnly` in `definitions` overrides all of this.
   */
  @property({attribute: 'read-only'}) readOnly: string | null = null;
  /**
   * Whether the element fetches types and rules of the variables from Five9's REST API, and shows suitable fields. If
   * the request fails, all variables are edited as text.
   */
  @property({type: Boolean}) typed = false;
  /**
   * Types, rules and labels of variables. They also define whether a variable is read-only. They override the
   * definitions that the element fetches if `typed` is true.
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
    new TextKeysController(this);
  }

  /** Values of the call's variables, as the adapter returned them last. The keys are full names: `Group.Name`. */
  get values(): Readonly<Record<string, string>> {
    const all = this.#data.data ?? [];
    return Object.fromEntries(all.map((variable) => [fullName(variable), variable.value]));
  }

  /**
   * Fetches the variables again. Resolves with `true` if the adapter has returned the variables. If the request fails,
   * the element shows the error.
   */
  async refresh(): Promise<boolean> {
    return this.#data.refresh();
  }

  /**
   * Sets variables of the call. The keys of `values` are full names (`Group.Name`), also of variables that the element
   * does not show. Resolves with `true` if Five9 has saved all variables, and with `false` if the page cancelled the
   * event. If the request fails, also resolves with `false`, and the element shows the error. A variable that already
   * has the value is not sent. The requests are sent one after the other, with a pause of a second.
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

  /** Loads the form from a separate file, which pages without this element do not load. */
  #loadForm(): Promise<VariableForm> {
    this.#loading ??= importModule(() => import('./form.js')).then(({VariableForm: Form}) => {
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

import {html} from 'lit';
import {property} from 'lit/decorators.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {CallRef} from '../../interaction-api/types.js';
import {isRecord} from '../../interaction-api/is-record.js';
import {CallDataElement} from '../../shared/base/call-data-element.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import {nameList} from '../../shared/parse/name-list.js';
import {records, text} from '../../shared/parse/records.js';
import type {FormHost, VariableForm} from './form.js';
import {type CallVariable, fullName, isNamed, type VariableDefinition} from './variable.js';

/**
 * Call attached variables (CAVs) of the call: shows them, and lets the agent edit those that are not read-only. They stay to be seen when the call is over.
 *
 * What was typed is saved by the button or by Enter, all of it in one request, and taken back by Escape. It is saved when reading back says so: Five9 ignores, without
 * an error, a variable that is not on the layout of the campaign profile. What is typed is never overwritten: where the value changes elsewhere, the element says so.
 *
 * @summary Reads and edits call variables.
 * @tag five9-call-variables
 * @slot - Words of the button that saves.
 * @slot revert - Words of the button that takes back what was typed.
 * @slot refresh - Words of the button that asks again.
 * @fires {BeforeVariablesEvent} five9-before-variables - About to set variables. Cancel it, or amend its `detail`.
 * @fires {VariablesSetEvent} five9-variables-set - The adapter has answered and the variables were read back: those that are set, and those that it ignored.
 * @fires {Five9ErrorEvent} five9-error - There is no call, no adapter, a value that may not be sent, the adapter refused or ignored it, or what edits did not load.
 * @csspart list - The list of the variables.
 * @csspart name - Name of a variable.
 * @csspart value - Value of one that cannot be edited; a dash where it has none.
 * @csspart field - The native input or select of one that can.
 * @csspart note - What is to be known of a field: what is wrong with it, or that the value changed elsewhere.
 * @csspart save - The button that saves.
 * @csspart revert - The button that takes back what was typed.
 * @csspart status - Why there is nothing to see, or what is going on, in words.
 * @csspart refresh - The button that asks again.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of what can be pressed.
 * @cssprop [--five9-danger] - Colour of errors and notes.
 * @cssprop [--five9-muted] - Colour of names, of what is said beside, and of what cannot be pressed.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate changed - Something is typed and not saved.
 * @cssstate disabled - There is no call to ask about.
 * @cssstate finished - The call is over.
 * @cssstate pending - The adapter was asked, or a change is being saved.
 * @cssstate error - An error is shown.
 */
export class Five9CallVariables extends CallDataElement<readonly CallVariable[]> {
  /** Name of the form, for screen readers. */
  @property() label = 'Call variables';
  /** Which variables to show, in this order: `Custom.* Call.ANI`. Between commas, names may hold spaces. Left out, it shows all. */
  @property() names = '';
  /** Which ones the agent may only see, beside those of the groups `Call` and `Agent`: as in `names`; an attribute without a value means all. */
  @property({attribute: 'read-only'}) readOnly: string | null = null;
  /** Asks Five9's REST for types and rules of the variables, and edits them accordingly. Where that fails, all are texts. */
  @property({type: Boolean}) typed = false;
  /** What the page knows of variables: types, rules, labels, what is read-only. It counts more than what `typed` brings. */
  @property({attribute: false}) definitions: readonly VariableDefinition[] = [];

  protected override readonly method = 'getCav';
  /** Those that are shown. */
  protected shown: readonly CallVariable[] = [];

  #form: VariableForm | undefined;
  #loading: Promise<VariableForm> | undefined;

  /** Values of the call's variables, by `Group.Name`, as the adapter told them last. */
  get values(): Readonly<Record<string, string>> {
    return Object.fromEntries((this.data ?? []).map((one) => [fullName(one), one.value]));
  }

  /**
   * Sets variables of the call, by `Group.Name`, also such as the element does not show. Resolves with whether reading back has found all of them set; where not, the
   * element shows why. What has its value already is not sent. Changes wait for each other, with a second in between.
   */
  async set(values: Readonly<Record<string, unknown>>): Promise<boolean> {
    return (await this.run(async () => (await this.#load()).set(values))) ?? false;
  }

  override render() {
    return [this.#form?.render() ?? this.renderValues(this.shown), this.renderFoot()];
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const {data = []} = this;
    const names = nameList(this.names);
    this.shown = names.length ? [...new Set(names.flatMap((name) => data.filter(isNamed(name))))] : data;
    if (!this.#loading) this.#load().catch((error: unknown) => this.fail(error));
  }

  protected override async ask(api: InteractionApi, {interactionId}: CallRef): Promise<CallVariable[]> {
    const told: unknown = await api.getCav({interactionId});
    return records(isRecord(told) && 'cavs' in told ? told['cavs'] : told).map(({id, group, name, value}) => ({
      id: text(id),
      group: text(group),
      name: text(name),
      value: text(value),
    }));
  }

  protected override get empty(): string {
    return this.#form?.words ?? '';
  }

  /** The other half: what it takes to edit. A file of its own, for pages that show no variables. */
  #load(): Promise<VariableForm> {
    // What is protected is not so from it.
    return (this.#loading ??= import('./form.js').then(
      ({variableForm}) => (this.#form = variableForm(this as unknown as FormHost, html)),
      notLoaded('What edits call variables'),
    ));
  }
}

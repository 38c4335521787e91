import type {ReactiveElement} from 'lit';
import {InteractionApiError, toInteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionController} from '../../shared/controllers/interaction-controller.js';
import type {InteractionDataController} from '../../shared/controllers/interaction-data-controller.js';
import {text} from '../../shared/parse/records.js';
import {BeforeVariablesEvent, VariablesSetEvent} from './call-variables.events.js';
import type {VariableEdits} from './edits.js';
import {fetchVariables} from './fetch-variables.js';
import {type CallVariable, fullName} from './variable.js';
import type {VariableRules} from './variable-rules.js';

/** Milliseconds between two requests, so that a page that often sets variables does not overload Five9. */
const PAUSE = 1000;

/** Objects and functions of the element that the writer uses. */
export interface VariableWriterOptions {
  readonly followed: InteractionController;
  readonly data: InteractionDataController<readonly CallVariable[]>;
  readonly rules: VariableRules;
  readonly edits: VariableEdits;
  /** Returns the variables that the element shows. */
  readonly shown: () => readonly CallVariable[];
}

/**
 * Sets variables of the call. Then fetches the variables again, because Five9 returns no error if it ignores a
 * variable.
 */
export class VariableWriter {
  /** Whether the last change was saved, and the agent has typed nothing since then. */
  isSaved = false;

  readonly #element: ReactiveElement;
  readonly #options: VariableWriterOptions;
  #running = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(element: ReactiveElement, options: VariableWriterOptions) {
    this.#element = element;
    this.#options = options;
  }

  /** Whether a request is waiting or being sent, or its result is being checked. */
  get isSaving(): boolean {
    return this.#running > 0;
  }

  /**
   * Sets variables. The requests are sent one after the other.
   * @param chooseChanges Receives all variables of the call, and returns the variables to set, with their new values.
   *   A variable that already has its value is not sent.
   * @returns Whether all variables were set; `false` if the page cancelled the event.
   * @throws The error of the adapter; `Generic` if a value is not allowed, or if Five9 ignored a variable.
   */
  async write(chooseChanges: (all: readonly CallVariable[]) => CallVariable[]): Promise<boolean> {
    const {data} = this.#options;
    const {interactionId} = data.target('setCav').ref;
    const all = data.data ?? [];
    const chosen = chooseChanges(all).map((variable) => this.#inWantedForm(variable));
    const changes = chosen.filter(({id, value}) => findVariable(all, id).value !== value);
    this.#deleteSavedDrafts(
      interactionId,
      chosen.filter((variable) => !changes.includes(variable)),
    );
    if (!changes.length) return true;
    this.isSaved = false;
    this.#running++;
    try {
      const sent = this.#queue.then(() => this.#send(interactionId, all, changes));
      this.#queue = sent.then(pause, pause);
      return await sent;
    } finally {
      this.#running--;
      this.#element.requestUpdate();
    }
  }

  async #send(
    interactionId: string,
    allBeforeQueue: readonly CallVariable[],
    changes: readonly CallVariable[],
  ): Promise<boolean> {
    const {followed, data} = this.#options;
    const isSameCall = (): boolean => followed.interaction?.id === interactionId;
    const before = (isSameCall() && data.data) || allBeforeQueue;
    const request = {interactionId, variables: changes.map((variable) => ({...variable}))};
    if (!this.#element.dispatchEvent(new BeforeVariablesEvent(request))) return false;
    const variables = request.variables.map((variable) =>
      this.#inWantedForm({
        ...findVariable(before, variable.id || fullName(variable)),
        value: text(variable.value),
      }),
    );
    this.#check(variables);
    const {api} = data.target('setCav');
    const cavList = variables.map(({id, value}) => ({id, value}));
    const lost = await lostReply(api.setCav({interactionId, cavList}));
    const after = await fetchVariables(api, {interactionId}).catch((cause: unknown) => {
      throw lost ?? cause;
    });
    // After a lost reply, only the values themselves show whether Five9 has set the variables.
    if (lost && !variables.every(({id, value}) => valueOf(after, id) === value)) throw lost;
    const ignored = variables.filter((variable) => isIgnored(variable, before, after));
    const set = variables.filter((variable) => !ignored.includes(variable));
    const isSet = ({id}: CallVariable): boolean => set.some((variable) => variable.id === id);
    this.#deleteSavedDrafts(interactionId, changes.filter(isSet));
    if (isSameCall()) data.replace(after);
    const readBack = set.map(({id}) => findVariable(after, id));
    this.#element.dispatchEvent(new VariablesSetEvent({interactionId, variables: readBack, ignored}));
    if (ignored.length) {
      const names = ignored.map((variable) => this.#label(variable)).join(', ');
      throw refusal(`Five9 did not save ${names}: it is not on the layout of the campaign profile.`);
    }
    this.isSaved = true;
    return true;
  }

  /**
   * Returns a variable with its value in the form that Five9 accepts. Returns a value that cannot be read as it is,
   * because the page can change it before it is checked.
   */
  #inWantedForm(variable: CallVariable): CallVariable {
    const editor = this.#options.rules.editor(variable);
    if (!editor.check(variable.value)) return variable;
    const {value, problem} = editor.read(variable.value);
    return problem ? variable : {...variable, value};
  }

  #check(variables: readonly CallVariable[]): void {
    for (const variable of variables) {
      const editor = this.#options.rules.editor(variable);
      const problem = editor.check(variable.value);
      if (problem) throw refusal(`${this.#label(variable)}: ${editor.read(variable.value).problem || problem}`);
    }
  }

  #label(variable: CallVariable): string {
    const {rules, shown} = this.#options;
    return rules.label(variable, shown());
  }

  /** Deletes the drafts that were saved. Keeps a draft that the agent has changed since the request. */
  #deleteSavedDrafts(callId: string, saved: readonly CallVariable[]): void {
    const {edits} = this.#options;
    for (const variable of saved) {
      const draft = edits.drafts.get(callId, variable.id);
      if (draft && edits.valueOf({variable, draft}) === variable.value) edits.drafts.delete(callId, variable.id);
    }
  }
}

/**
 * Returns whether Five9 ignored a variable. A variable was ignored if it does not have the sent value and has not
 * changed since the request. A changed value counts as saved, because Five9 may save a value in another format.
 */
function isIgnored(sent: CallVariable, before: readonly CallVariable[], after: readonly CallVariable[]): boolean {
  const value = valueOf(after, sent.id);
  return value !== sent.value && value === findVariable(before, sent.id).value;
}

/** Returns the value of a variable; empty if the variable is missing. */
const valueOf = (all: readonly CallVariable[], wanted: string): string =>
  all.find(({id}) => id === wanted)?.value ?? '';

/**
 * Waits for a reply. Returns the error if no reply came in time, because Five9 may have done what was asked.
 * @throws Every other error.
 */
async function lostReply(reply: Promise<unknown>): Promise<InteractionApiError | undefined> {
  try {
    await reply;
    return undefined;
  } catch (cause) {
    const error = toInteractionApiError(cause, 'setCav');
    if (error.errorCode !== 'Timeout') throw error;
    return error;
  }
}

/**
 * Returns the variable with an id or a full name (`Group.Name`).
 * @throws `Generic` if the variable is missing.
 */
export function findVariable(all: readonly CallVariable[], wanted: string): CallVariable {
  const found = all.find((variable) => variable.id === wanted || fullName(variable) === wanted);
  if (!found) throw refusal(`There is no variable ${wanted}.`);
  return found;
}

export const refusal = (message: string): InteractionApiError => new InteractionApiError('Generic', message, 'setCav');

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, PAUSE);
  });

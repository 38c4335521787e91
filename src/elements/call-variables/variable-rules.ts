import type {InteractionService} from '../../service/interaction-service.js';
import {nameList} from '../../shared/parse/name-list.js';
import {records, text} from '../../shared/parse/records.js';
import {fetchDefinitions} from './definitions.js';
import {type Editor, editorOf} from './editors.js';
import {type CallVariable, findDefinition, fullName, isNamed, type VariableDefinition} from './variable.js';

/** Groups whose variables are read-only by default, because Five9 itself sets them. */
const READ_ONLY_GROUPS = ['Call.*', 'Agent.*'];

/** The properties of the element that define the editors of variables. */
export interface RulesElement {
  /** Names of the read-only variables, in addition to `READ_ONLY_GROUPS`. An empty text means all variables. */
  readonly readOnly: string | null;
  readonly definitions: readonly VariableDefinition[];
}

/**
 * Provides the label and the editor of each variable. (An editor describes the field that edits the variable.) The
 * definitions come from the page and from Five9's REST API.
 */
export class VariableRules {
  #fetched: readonly VariableDefinition[] = [];
  readonly #editors = new Map<string, Editor>();

  constructor(private readonly element: RulesElement) {}

  /** Fetches the definitions from Five9's REST API. */
  async fetch(service: InteractionService): Promise<void> {
    this.#fetched = await fetchDefinitions(service.api);
  }

  /**
   * Deletes all editors, because variables or definitions may have changed. Each editor is created again when it is
   * needed.
   */
  reset(): void {
    this.#editors.clear();
  }

  /** Returns the editor of a variable. */
  editor(variable: CallVariable): Editor {
    const editor = this.#editors.get(variable.id) ?? editorOf(variable, this.#definition(variable));
    this.#editors.set(variable.id, editor);
    return editor;
  }

  /**
   * Returns the label in the definition of a variable. Without such a label, returns the name, or the full name if
   * another variable in the list has the same name.
   */
  label(variable: CallVariable, list: readonly CallVariable[]): string {
    const isAmbiguous = list.some(({id, name}) => name === variable.name && id !== variable.id);
    return text(this.#definition(variable).label) || (isAmbiguous ? fullName(variable) : variable.name);
  }

  /** Returns whether the agent may edit a variable. */
  isEditable(variable: CallVariable): boolean {
    // Return false for a variable without an id, because a request to set a variable needs the id.
    if (!variable.id) return false;
    return !(this.#definition(variable).readOnly ?? this.#isReadOnlyByName(variable));
  }

  #isReadOnlyByName(variable: CallVariable): boolean {
    const {readOnly} = this.element;
    if (readOnly === '') return true;
    const names = [...READ_ONLY_GROUPS, ...nameList(readOnly)];
    return names.some((name) => isNamed(name, variable));
  }

  /** Returns the definition of a variable. The page's definition overrides Five9's definition. */
  #definition(variable: CallVariable): VariableDefinition {
    return {
      ...findDefinition(this.#fetched, variable),
      ...findDefinition(records(this.element.definitions), variable),
    };
  }
}

import type {html as litHtml, ReactiveElement, TemplateResult} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {CallRef} from '../../interaction-api/types.js';
import {nameList} from '../../shared/parse/name-list.js';
import {isRecord} from '../../interaction-api/is-record.js';
import {records, text} from '../../shared/parse/records.js';
import {WsEventsController} from '../../shared/controllers/ws-events-controller.js';
import type {Interaction} from '../../service/interactions.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {BeforeVariablesEvent, VariablesSetEvent} from './call-variables.events.js';
import {definitionsOf} from './definitions.js';
import {type Editor, editorOf} from './editors.js';
import {type CallVariable, fullName, isFor, isNamed, type VariableDefinition} from './variable.js';

/** WebSocket event (FIVE9 reference 7.1): call updated. */
const CALL_UPDATED = '4';

/** Groups that Five9 fills in itself. */
const SYSTEM = ['Call.*', 'Agent.*'];

/** Milliseconds from one change to the next. */
const PAUSE = 1000;

/** What the element is to its other half. */
export interface FormHost extends ReactiveElement {
  readonly label: string;
  readonly names: string;
  readonly typed: boolean;
  readonly readOnly: string | null;
  readonly definitions: readonly VariableDefinition[];
  readonly data: readonly CallVariable[] | undefined;
  readonly shown: readonly CallVariable[];
  readonly service: InteractionService | undefined;
  readonly interaction: Interaction | undefined;
  readonly live: boolean;
  readonly usable: boolean;
  call(method: string): [api: InteractionApi, id: string];
  ask(api: InteractionApi, call: CallRef): Promise<readonly CallVariable[]>;
  take(data: readonly CallVariable[]): void;
  keepUp(): void;
  run<Result>(action: () => Promise<Result>): Promise<Result | undefined>;
  clearError(): void;
  setState(name: string, on: boolean): void;
}

/** What the agent typed and has not saved. */
interface Draft {
  readonly text: string;
  /** The value that it began from. */
  readonly from: string;
  /** The field, while it holds what is no value yet: half a date. */
  readonly half: HTMLInputElement | undefined;
  /** The agent has left the field, and may be told what is wrong. */
  done: boolean;
}

export type VariableForm = ReturnType<typeof variableForm>;

/**
 * The half of `five9-call-variables` that edits: the fields, what is typed in them, saving it, and reading it back.
 *
 * @param html That of the element: a Lit of its own would not be let into a page whose policy takes each name once.
 */
export function variableForm(host: FormHost, html: typeof litHtml) {
  /** By call and variable: the agent may turn to another call meanwhile. */
  const drafts = new Map<string, Draft>();
  const editors = new Map<string, Editor>();
  let known: readonly VariableDefinition[] = [];
  let asked = false;
  let rendering = false;
  let saving = 0;
  let saved = false;
  let free: Promise<unknown> = Promise.resolve();

  const key = (id: string, call = host.interaction?.id): string => `${call} ${id}`;

  const draftOf = ({id}: CallVariable): Draft | undefined => drafts.get(key(id));

  const changed = (): [CallVariable, Draft][] =>
    host.shown.flatMap((one) => {
      const draft = draftOf(one);
      return draft ? [[one, draft]] : [];
    });

  function drop({id, value}: CallVariable): void {
    // Half a date is nothing that rendering would know of.
    const {half} = drafts.get(key(id)) ?? {};
    if (half) half.value = value;
    drafts.delete(key(id));
    host.clearError();
    host.requestUpdate();
  }

  const definitionOf = (one: CallVariable): VariableDefinition => ({
    ...known.find(isFor(one)),
    ...records(host.definitions).find(isFor(one)),
  });

  function nameOf(one: CallVariable): string {
    const isDouble = host.shown.some(({id, name}) => name === one.name && id !== one.id);
    return text(definitionOf(one).label) || (isDouble ? fullName(one) : one.name);
  }

  function isEditable(one: CallVariable): boolean {
    const {readOnly} = host;
    const fixed = [...SYSTEM, ...nameList(readOnly ?? '')].some((name) => isNamed(name)(one));
    return host.live && !(definitionOf(one).readOnly ?? (readOnly === '' || fixed));
  }

  function editor(one: CallVariable): Editor {
    const ready = editors.get(one.id) ?? editorOf(one, definitionOf(one));
    editors.set(one.id, ready);
    return ready;
  }

  const wrongIn = (one: CallVariable, {text: typed, half}: Pick<Draft, 'text' | 'half'>): string =>
    half ? 'Enter all of it.' : editor(one).check(typed);

  /** Asks for types and rules. Where they cannot be had, all are texts. */
  async function describe(): Promise<void> {
    try {
      if (host.service) known = await definitionsOf(host.service.api);
      host.requestUpdate();
    } catch {
      // Nothing that the agent misses.
    }
  }

  function field(one: CallVariable, index: number): TemplateResult {
    const draft = draftOf(one);
    const value = draft?.text ?? one.value;
    const {type, inputMode, required, options, separator} = editor(one);
    const invalid = draft?.done && wrongIn(one, draft) ? 'true' : 'false';
    return options
      ? html`<select
          id="f${index}"
          part="field"
          name=${one.id}
          aria-describedby="n${index}"
          aria-invalid=${invalid}
          ?required=${required}
          ?multiple=${separator !== undefined}
        >
          ${options(value).map(
            (option) => html`<option value=${option.value} .selected=${option.chosen}>${option.words}</option>`,
          )}
        </select>`
      : html`<input
          id="f${index}"
          part="field"
          name=${one.id}
          type=${type}
          inputmode=${inputMode}
          dir="auto"
          autocomplete="off"
          aria-describedby="n${index}"
          aria-invalid=${invalid}
          ?required=${required}
          .value=${value}
        />`;
  }

  /** What is to be known of a variable, and what is quoted there. */
  function note(one: CallVariable): [words?: string, quoted?: string] {
    const draft = draftOf(one);
    if (!draft) return [];
    if (!host.live) return ['Not saved:', draft.text];
    const wrong = draft.done && wrongIn(one, draft);
    if (wrong) return [wrong];
    return one.value === draft.from ? [] : ['Changed elsewhere to', one.value || '–'];
  }

  function row(one: CallVariable, index: number): TemplateResult {
    const [words, quoted] = note(one);
    const mayEdit = isEditable(one);
    const name = nameOf(one);
    return html`<div>
      <dt part="name">${mayEdit ? html`<label for="f${index}">${name}</label>` : name}</dt>
      <dd>
        ${mayEdit ? field(one, index) : html`<bdi part="value">${one.value || '–'}</bdi>`}
        <span part="note" id="n${index}">${words} <bdi>${quoted}</bdi></span>
      </dd>
    </div>`;
  }

  async function change(list: (known: readonly CallVariable[]) => CallVariable[]): Promise<boolean> {
    const [, call] = host.call('setCav');
    const before = host.data ?? [];
    const wanted = list(before);
    if (!wanted.length) return true;
    saved = false;
    saving++;
    try {
      const sent = free.then(() => send(call, before, wanted));
      // A page that follows the changes and sets again must not go round and round.
      free = sent.then(pause, pause);
      return await sent;
    } finally {
      saving--;
      host.requestUpdate();
    }
  }

  async function send(
    interactionId: string,
    earlier: readonly CallVariable[],
    wanted: readonly CallVariable[],
  ): Promise<boolean> {
    const isHere = (): boolean => host.interaction?.id === interactionId;
    const before = (isHere() && host.data) || earlier;
    const request = {interactionId, variables: wanted.map((one) => ({...one}))};
    if (!host.dispatchEvent(new BeforeVariablesEvent(request))) return false;
    const variables = request.variables.map((one) => ({
      ...find(before, one.id || fullName(one)),
      value: text(one.value),
    }));
    for (const one of variables) {
      const wrong = editor(one).check(one.value);
      if (wrong) throw refusal(`${nameOf(one)}: ${wrong}`);
    }
    const [api] = host.call('setCav');
    await api.setCav({interactionId, cavList: variables.map(({id, value}) => ({id, value}))});
    const told = await host.ask(api, {interactionId});
    // Five9 may write a value in a way of its own; what it ignored is as it was.
    const ignored = variables.filter(({id, value}) => {
      const now = told.find((one) => one.id === id)?.value ?? '';
      return now !== value && now === find(before, id).value;
    });
    const set = variables.filter((one) => !ignored.includes(one));
    for (const {id, value} of wanted) {
      const isSet = set.some((one) => one.id === id);
      // What was typed since is not saved.
      if (isSet && drafts.get(key(id, interactionId))?.text === value) drafts.delete(key(id, interactionId));
    }
    if (isHere()) host.take(told);
    const read = set.map(({id}) => find(told, id));
    host.dispatchEvent(new VariablesSetEvent({interactionId, variables: read, ignored}));
    if (ignored.length) {
      const names = ignored.map(nameOf).join(', ');
      throw refusal(`Five9 did not save ${names}: it is not on the layout of the campaign profile.`);
    }
    saved = true;
    return true;
  }

  const save = (): Promise<boolean> =>
    change(() =>
      changed().map(([one, draft]) => {
        draft.done = true;
        const wrong = wrongIn(one, draft);
        if (wrong) {
          host.renderRoot.querySelector<HTMLElement>(`[name='${CSS.escape(one.id)}']`)?.focus();
          throw refusal(`${nameOf(one)}: ${wrong}`);
        }
        return {...one, value: draft.text};
      }),
    );

  /** A call was updated: perhaps this one, perhaps its variables, perhaps by ourselves. */
  function hear(payload: unknown): void {
    const {id, variables} = isRecord(payload) ? payload : {};
    const {data} = host;
    if (!data || id !== host.interaction?.id || !isRecord(variables)) return;
    host.take(data.map((one) => (Object.hasOwn(variables, one.id) ? {...one, value: text(variables[one.id])} : one)));
  }

  function onInput({target, type}: Event): void {
    const control = target as HTMLInputElement & HTMLSelectElement;
    // Chromium also tells so of a field that is just being taken away: perhaps because there is another call.
    if (rendering) return;
    const one = find(host.shown, control.name);
    const draft = draftOf(one);
    const {separator} = editor(one);
    const half = control.validity.badInput ? control : undefined;
    const value = half
      ? (draft?.text ?? one.value)
      : separator
        ? Array.from(control.selectedOptions, (option) => option.value).join(separator)
        : control.value;
    saved = false;
    if (value === one.value && !half) {
      drop(one);
    } else {
      const done = type === 'change' || draft?.done === true;
      drafts.set(key(one.id), {text: value, from: draft?.from ?? one.value, half, done});
      host.clearError();
      host.requestUpdate();
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const typed = changed().find(([{id}]) => id === (event.target as HTMLInputElement).name);
    if (event.key !== 'Escape' || event.isComposing || !typed) return;
    drop(typed[0]);
    // It takes this back, and does not close the dialog around it as well.
    event.stopPropagation();
  }

  function onSubmit(event: Event): void {
    event.preventDefault();
    if (!saving && changed().length) void host.run(save);
  }

  function onReset(event: Event): void {
    event.preventDefault();
    for (const [one] of changed()) drop(one);
  }

  const form = {
    set: (values: Readonly<Record<string, unknown>>): Promise<boolean> =>
      change((before) =>
        Object.entries(values)
          .map(([name, value]) => ({...find(before, name), value: text(value)}))
          .filter(({id, value}) => find(before, id).value !== value),
      ),

    /** What is said beside. */
    get words(): string {
      if (saving) return 'Saving…';
      const elsewhere = changed().filter(([{value}, {from}]) => value !== from);
      if (elsewhere.length) return `Changed elsewhere: ${elsewhere.map(([one]) => nameOf(one)).join(', ')}`;
      const {data} = host;
      const missing = data && nameList(host.names).filter((name) => !data.some(isNamed(name)));
      if (missing?.length) return `Not in this call: ${missing.join(', ')}`;
      return saved ? 'Saved' : data?.length === 0 ? 'No variables' : '';
    },

    render(): TemplateResult {
      const isChanged = changed().length > 0;
      return html`<form
        novalidate
        aria-label=${host.label}
        @submit=${onSubmit}
        @reset=${onReset}
        @input=${onInput}
        @change=${onInput}
        @keydown=${onKeyDown}
      >
        <dl part="list">${host.shown.map(row)}</dl>
        ${
          host.shown.some(isEditable)
            ? html`<button part="save" .ariaDisabled=${isChanged && host.usable ? null : 'true'}>
                  <slot>Save</slot>
                </button>
                ${isChanged ? html`<button type="reset" part="revert"><slot name="revert">Revert</slot></button>` : ''}`
            : ''
        }
      </form>`;
    },

    hostUpdate(): void {
      rendering = true;
      editors.clear();
      // The adapter tells what was typed: it is saved after all, or was set elsewhere as well.
      for (const [one, draft] of changed()) if (draft.text === one.value && !draft.half) drop(one);
      host.setState('changed', changed().length > 0);
      const asks = host.typed && host.usable;
      if (asks && !asked) void describe();
      asked = asks;
    },

    hostUpdated(): void {
      rendering = false;
    },
  };
  new WsEventsController(host, (_id, payload) => hear(payload), [CALL_UPDATED]);
  host.addController(form);
  host.requestUpdate();
  // What was told before there was anybody to hear of changes.
  host.keepUp();
  return form;
}

/**
 * The variable of an id or a full name.
 * @throws `Generic` where there is none.
 */
function find(all: readonly CallVariable[], wanted: string): CallVariable {
  const found = all.find((one) => one.id === wanted || fullName(one) === wanted);
  if (!found) throw refusal(`There is no variable ${wanted}.`);
  return found;
}

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, PAUSE);
  });

const refusal = (why: string): InteractionApiError => new InteractionApiError('Generic', why, 'setCav');

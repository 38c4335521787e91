import {html, type TemplateResult} from 'lit';

/** Runs a command of the contact centre. */
export type Command = (name: string, ...args: unknown[]) => unknown;

/**
 * Returns a listener of `submit` events. It calls `handle` with a function that returns the value of a field, and with
 * the value of the pressed button.
 */
export const onSubmit =
  (handle: (field: (name: string) => string, button: string) => void) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    const values = new FormData(event.target as HTMLFormElement);
    handle((name) => values.get(name) as string, (event.submitter as HTMLButtonElement | null)?.value ?? '');
  };

/** Renders a labelled list of choices. */
export const select = (
  label: string,
  name: string,
  choices: readonly {id: string; name: string}[],
  selectedId?: string | null,
): TemplateResult => html`
  <label>
    ${label}
    <select name=${name}>
      ${choices.map((it) => html`<option value=${it.id} ?selected=${it.id === selectedId}>${it.name}</option>`)}
    </select>
  </label>
`;

import {html, type TemplateResult} from 'lit';

/** Gives a command to the contact centre. */
export type Command = (name: string, ...args: unknown[]) => unknown;

/** Handles a form: hands on what stands in its fields, and the value of the button that was pressed. */
export const onSubmit =
  (handle: (field: (name: string) => string, button: string) => void) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    const values = new FormData(event.target as HTMLFormElement);
    handle((name) => values.get(name) as string, (event.submitter as HTMLButtonElement | null)?.value ?? '');
  };

/** A list to choose from. */
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

import {html, type TemplateResult} from 'lit';

/** A name and its value. */
export interface NamedValue {
  readonly name: string;
  readonly value?: string | null;
}

/** Renders names and values that cannot be edited. An empty value is shown as a dash. */
export function renderValueList(values: readonly NamedValue[]): TemplateResult {
  return html`<dl part="list">
    ${values.map(
      ({name, value}) =>
        html`<div>
          <dt part="name">${name}</dt>
          <dd><bdi part="value">${value || '–'}</bdi></dd>
        </div>`,
    )}
  </dl>`;
}

import {html, nothing, type TemplateResult} from 'lit';

/** Renders a name and its value as an entry of a `dl`. Without a value, renders nothing. */
export function renderDetail(name: string, value: string | number | undefined): TemplateResult | typeof nothing {
  if (value === undefined || value === '') return nothing;
  return html`<div>
    <dt><bdi>${name}</bdi></dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;
}

import {html, nothing, type TemplateResult} from 'lit';

/** Renders an entry of a `dl`; nothing if there is no value. */
export function renderDetail(name: string, value: string | number | undefined): TemplateResult | typeof nothing {
  if (value === undefined || value === '') return nothing;
  return html`<div>
    <dt><bdi>${name}</bdi></dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;
}

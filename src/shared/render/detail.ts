import {html, nothing, type TemplateResult} from 'lit';

/** An entry of a `dl`; nothing where there is no value. */
export const detail = (name: string, value: string | number | undefined): TemplateResult | typeof nothing =>
  value === undefined || value === ''
    ? nothing
    : html`<div>
        <dt><bdi>${name}</bdi></dt>
        <dd><bdi>${value}</bdi></dd>
      </div>`;

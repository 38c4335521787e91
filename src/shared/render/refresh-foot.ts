import {html, nothing, type TemplateResult} from 'lit';

/**
 * Renders the last line of an element that shows data of a call: the status, and a button that fetches the data again.
 */
export function renderRefreshFoot(status: string, canRefresh: boolean, onRefresh: () => unknown): TemplateResult {
  return html`<div class="foot">
    <span part="status" role="status">${status}</span>
    <button type="button" part="refresh" aria-disabled=${canRefresh ? nothing : 'true'} @click=${onRefresh}>
      <slot name="refresh">Refresh</slot>
    </button>
  </div>`;
}

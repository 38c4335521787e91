import {css} from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  [part='error'] {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    margin-block-end: 0.75em;
    padding: 0.5em 0.75em;
    border: 1px solid;
    border-radius: var(--_radius);
    background: Canvas;
  }
  .console {
    display: grid;
    gap: 1.5em;
    align-items: start;
  }
  .console > *,
  .recording {
    min-inline-size: 0;
  }
  .recording {
    display: grid;
    gap: 1.5em;
  }
  @container (min-width: 52em) {
    .console {
      grid-template-columns: minmax(18em, 2fr) 3fr;
    }
    .recording {
      grid-column: 1 / -1;
      grid-template-columns: 2fr 3fr;
    }
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.125em;
    margin-block-end: 0.5em;
  }
  h3 {
    font-size: 1em;
    margin-block: 1em 0.5em;
  }
  .row,
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5em;
    margin-block-end: 0.5em;
  }
  .row:has(> :is(span, code, progress)) {
    align-items: center;
  }
  .fields > label {
    flex: 1 1 9em;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label {
    display: grid;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: 0.875em;
  }
  label :is(input, select, textarea) {
    inline-size: 100%;
    min-inline-size: 0;
    color: FieldText;
    font-size: 1rem;
  }
  .grow {
    flex: 1 1 9em;
  }
  .fields > .wide,
  .wide {
    flex: 1 0 100%;
    margin-block-end: 0.5em;
  }
  .check,
  .fields > .check {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 0.4em;
    min-block-size: 2em;
    color: inherit;
  }
  .check input {
    inline-size: 1.15em;
    min-block-size: 1.15em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .kinds {
    gap: 0.25em 0.9em;
  }
  textarea {
    box-sizing: border-box;
    padding: 0.4em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Field;
    font-family: ui-monospace, monospace;
    resize: vertical;
  }
  [aria-invalid] {
    border-color: var(--_danger);
    border-width: 2px;
  }
  .main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .main:hover:enabled {
    background: color-mix(in srgb, var(--_accent) 85%, CanvasText);
  }
  .main:disabled {
    background: none;
    color: var(--_muted);
  }
  .on {
    border-color: var(--_danger);
    background: none;
    color: var(--_danger);
  }
  [aria-pressed='true'] {
    background: color-mix(in srgb, var(--_accent) 20%, transparent);
    border-width: 2px;
  }
  .quiet,
  .count {
    color: var(--_muted);
  }
  .count {
    margin-inline-start: auto;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .wrong {
    color: var(--_danger);
  }
  p.wrong {
    inline-size: 100%;
    margin-block-end: 0.5em;
  }
  summary {
    padding-block: 0.35em;
    cursor: pointer;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style-type: '';
  }
  [part='events'],
  .history {
    max-block-size: 28em;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  li {
    padding: 0.25em 0.5em;
  }
  li + li {
    border-block-start: 1px solid color-mix(in srgb, var(--_line) 40%, transparent);
  }
  .history li {
    padding: 0.5em 0.75em;
  }
  .history .row {
    margin: 0;
  }
  .history .row > :nth-child(3) {
    margin-inline-start: auto;
  }
  li button:not(.entry) {
    min-block-size: 2em;
    padding-block: 0;
    font-size: 0.875em;
  }
  .entry {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    inline-size: 100%;
    min-block-size: 1.75em;
    padding: 0.1em 0.25em;
    border: 0;
    border-inline-start: 4px solid var(--_line);
    border-radius: 0;
    color: inherit;
    text-align: start;
    font-size: 0.875em;
  }
  [data-kind='event'] > .entry,
  [data-kind='act'] > .entry {
    border-color: var(--_accent);
  }
  [data-kind='error'] > .entry {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .entry:focus-visible,
  pre:focus-visible {
    outline-offset: -2px;
  }
  .entry time {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  code,
  pre {
    font-family: ui-monospace, monospace;
  }
  .entry :is(code, bdi),
  li code {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  li code {
    font-weight: 600;
  }
  pre {
    max-block-size: 20em;
    margin: 0.25em 0;
    padding: 0.5em 0.75em;
    overflow: auto;
    border: 1px solid color-mix(in srgb, var(--_line) 40%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, CanvasText 4%, Canvas);
    font-size: 0.8125em;
    direction: ltr;
    text-align: start;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  progress {
    flex: 1 1 9em;
    accent-color: var(--_accent);
  }
`;

import {css} from 'lit';

/** Styles of the log and of the history of calls, and of the texts in them. */
export const listsStyles = css`
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

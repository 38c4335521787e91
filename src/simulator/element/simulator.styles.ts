import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    max-inline-size: 40em;
    padding: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  header,
  form,
  div,
  [part='call'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: end;
  }
  header,
  [part='call'] {
    align-items: center;
  }
  header,
  form {
    margin-block-end: 0.5em;
  }
  [part='call'] {
    margin-block: 0.5em;
    padding: 0.75em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
  }
  [part='call'] > :is(div, form, details, p) {
    flex: 1 0 100%;
    margin: 0;
  }
  label {
    display: grid;
    flex: 1 1 8em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  input,
  select {
    inline-size: 100%;
    box-sizing: border-box;
    color: CanvasText;
    font-size: 1rem;
  }
  input,
  select,
  button {
    min-block-size: 44px;
    padding: 0 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Canvas;
  }
  button {
    flex: 1 0 auto;
    cursor: pointer;
  }
  header button {
    flex: none;
  }
  .main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .end {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  [part='state'] {
    padding: 0.1em 0.6em;
    border: 1px solid;
    border-radius: 1em;
    font-size: 0.875em;
  }
  header [part='state'],
  time {
    margin-inline-start: auto;
  }
  time {
    font-variant-numeric: tabular-nums;
  }
  p {
    margin: 0.5em 0;
  }
  p:empty {
    margin: 0;
  }
  summary {
    padding-block: 0.6em;
    cursor: pointer;
  }
  dl {
    margin: 0;
  }
  dl div {
    justify-content: space-between;
    border-block-end: 1px solid var(--_line);
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
  }
`;

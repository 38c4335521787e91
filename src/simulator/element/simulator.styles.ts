import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    max-inline-size: 40em;
    padding: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    container-type: inline-size;
  }
  .head,
  form,
  [part='call'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: end;
  }
  .head,
  form {
    margin-block-end: 0.5em;
  }
  [part='call'] {
    align-items: baseline;
  }
  section,
  [part='dialog'],
  [part='message'] {
    margin-block: 0.5em;
    padding: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  [part='call'],
  [part='dialog'] {
    border-inline-start: 4px solid var(--_accent);
  }
  [part='message'] {
    display: flex;
    gap: 0.5em;
    align-items: center;
    border-inline-start: 4px solid var(--_danger);
  }
  [part='message'] p {
    flex: 1;
    margin: 0;
    overflow-wrap: anywhere;
  }
  [part='message'] button {
    flex: none;
  }
  [part='dialog'] [role='alert'] {
    display: block;
  }
  [part='dialog'] p {
    margin-block: 0.25em 0.75em;
    overflow-wrap: anywhere;
  }
  [part='component'] > div,
  [part='suggestions'] > button {
    margin-block-start: 0.5em;
  }
  [part='component'] label {
    grid-column: 1 / -1;
  }
  div {
    display: grid;
    gap: 0.5em;
    grid-template-columns: repeat(auto-fit, minmax(min(6.5em, 100%), 1fr));
  }
  @container (min-width: 14em) {
    form > div {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 36em) {
    form > div {
      grid-template-columns: repeat(4, 1fr);
    }
  }
  form > div,
  [part='call'] > :is(div, form, details, p) {
    flex: 1 0 100%;
    margin: 0;
  }
  small,
  label,
  dt {
    color: var(--_muted);
  }
  label {
    display: grid;
    flex: 1 1 7em;
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
    padding-inline: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Canvas;
  }
  button {
    flex: 1 0 auto;
    cursor: pointer;
  }
  button::first-letter,
  [part='state']::first-letter {
    text-transform: uppercase;
  }
  .head b {
    flex: 1;
  }
  .head button {
    flex: none;
  }
  [part='tiles'] {
    margin-block-end: 0.5em;
  }
  .tile b {
    display: block;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
  }
  [part='records'] {
    display: block;
  }
  .record {
    display: block;
    inline-size: 100%;
    margin-block-start: 0.5em;
    padding-block: 0.4em;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .record small {
    display: block;
  }
  [aria-current='true'] {
    border-color: var(--_accent);
    border-inline-start-width: 4px;
  }
  [part='questions'] {
    margin: 0;
    padding-inline-start: 2.5em;
    font-size: 0.875em;
  }
  [part='questions'] small {
    display: block;
    overflow-wrap: anywhere;
  }
  .bad {
    color: var(--_danger);
  }
  .head small {
    display: block;
    font-weight: normal;
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
    display: inline-block;
    padding: 0.1em 0.6em;
    border: 1px solid;
    border-radius: 1em;
    font-size: 0.875em;
  }
  time {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  p:empty {
    display: none;
  }
  summary {
    padding-block: 0.75em;
    cursor: pointer;
  }
  dl,
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dl div {
    display: flex;
    justify-content: space-between;
    padding-block: 0.2em;
    border-block-end: 1px solid var(--_line);
  }
`;

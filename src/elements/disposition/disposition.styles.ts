import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  #label {
    display: block;
    margin-block-end: 0.25em;
    font-weight: 600;
  }
  .row {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .field {
    flex: 1 1 10em;
  }
  [part='field'],
  button,
  input {
    box-sizing: border-box;
    min-block-size: 2.5em;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Field;
  }
  [part='field'] {
    inline-size: 100%;
  }
  .timer {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .timer input {
    inline-size: 6em;
  }
  #list {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    max-block-size: 16em;
    overflow: auto;
    box-sizing: border-box;
    margin-block-start: 0.25em;
    padding: 0.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 0.5em 1.5em rgb(0 0 0 / 25%);
  }
  [role='option'] {
    padding: 0.4em 0.5em;
    border-radius: calc(var(--_radius) / 2);
    cursor: pointer;
  }
  [role='option']:hover {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  [role='option'].active {
    background: color-mix(in srgb, var(--_accent) 24%, transparent);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  [aria-selected='true'] {
    font-weight: 600;
  }
  [aria-selected='true']::after {
    content: ' ✓';
  }
  .count {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-end: 0;
    margin-block-end: 0.25em;
    color: var(--_muted);
  }
  button {
    background: none;
    color: var(--_accent);
    border-color: currentColor;
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  :host(:state(ended)) [part='button']:not([aria-disabled], :disabled) {
    background: var(--_accent);
    color: var(--_on-accent);
    border-color: var(--_accent);
  }
  :disabled,
  [part][aria-disabled] {
    border-style: dashed;
    border-color: var(--_line);
    background: none;
    color: var(--_muted);
    cursor: default;
  }
  [part='confirm'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    min-block-size: 1.5em;
    margin-block-start: 0.4em;
    color: var(--_muted);
  }
  :host(:state(ended)) [part='status'] {
    color: var(--_accent);
  }
  [part='countdown'] {
    font-variant-numeric: tabular-nums;
  }
  [part='retry'] {
    margin-block-start: 0.5em;
  }
  @media (pointer: coarse) {
    [part='field'],
    button,
    input {
      min-block-size: 44px;
    }
  }
`;

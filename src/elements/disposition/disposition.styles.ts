import {css} from 'lit';

export const styles = css`
  #label {
    font-weight: 600;
  }
  .row,
  .timer,
  .foot,
  [part='confirm'] {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    margin-block-start: 0.25em;
  }
  .field {
    flex: 1 1 10em;
  }
  [part='field'] {
    inline-size: 100%;
  }
  .timer {
    margin: 0;
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
    padding: 0.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 0.5em 1em #0004;
  }
  [role='option'] {
    padding: 0.4em 0.5em;
    cursor: pointer;
  }
  .active,
  [role='option']:hover {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  [aria-selected='true'] {
    font-weight: 600;
  }
  [aria-selected='true']::after {
    content: ' ✓';
  }
  .foot {
    justify-content: space-between;
    min-block-size: 1.5em;
    color: var(--_muted);
  }
  :host(:state(ended)) [part='button']:not([aria-disabled]) {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  :host(:state(ended)) [part='status'] {
    color: var(--_accent);
  }
`;

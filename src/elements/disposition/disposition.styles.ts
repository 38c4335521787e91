import {css} from 'lit';

export const styles = css`
  .row {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    padding-block: 0.125em;
  }
  .field {
    flex: 1 1 10em;
  }
  [part='field'] {
    inline-size: 100%;
  }
  #list {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    max-block-size: 16em;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 0.5em 1em #0004;
  }
  [role='option'] {
    padding: 0.4em 0.75em;
    cursor: pointer;
  }
  .active,
  [role='option']:hover {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    outline: 1px solid var(--_accent);
    outline-offset: -1px;
  }
  [aria-selected='true']::after {
    content: ' ✓';
  }
  .foot {
    min-block-size: 1.75em;
    color: var(--_muted);
  }
  [part='countdown'] {
    margin-inline-start: auto;
  }
  :host(:state(ended)) [part='button']:not([aria-disabled]) {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  :host(:state(ended)) [part='status'] {
    color: var(--_accent);
  }
`;

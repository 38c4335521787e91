import {css} from 'lit';

export const styles = css`
  .field {
    display: grid;
  }
  [role='combobox'],
  .field:has([role='combobox'])::after {
    grid-area: 1 / 1;
    padding-inline-end: 1.5em;
  }
  .field:has([role='combobox'])::after {
    content: '▾' / '';
    place-self: center end;
    padding-inline-end: 0.5em;
    pointer-events: none;
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
`;

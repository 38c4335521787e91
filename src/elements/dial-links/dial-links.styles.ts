import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  /* The content inherits the cursor. */
  :host(:state(over-number)) {
    cursor: pointer;
  }
  .below {
    position: relative;
    block-size: 0;
  }
  /* The links cover the content above. They are clipped, so that they never make the page or a part of it scroll. */
  [part='links'] {
    position: absolute;
    inset-inline: 0;
    bottom: 0;
    overflow: clip;
    overflow-clip-margin: 5px;
    pointer-events: none;
  }
  [part='links'][hidden],
  a[hidden] {
    display: none;
  }
  a {
    position: absolute;
    border-radius: 0.2em;
    /* The page already shows the text. */
    content-visibility: hidden;
    color: inherit;
  }
  a:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  a:not([data-five9-dial='']) {
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
  [data-underlined] a {
    border-block-end: 1px solid;
  }
  p {
    position: sticky;
    inset-block-end: 0;
    margin: 0;
    background: Canvas;
  }
  [part='status'] {
    color: var(--_muted);
  }
  @media print {
    [part='links'] {
      display: none;
    }
  }
`;

import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  /* The content inherits the cursor. */
  :host(:state(over-number)) {
    cursor: pointer;
  }
  /* The layer is fixed, so that its links never make the page or a part of the page scroll. Its width is known, so that a
     transform of the page can be measured. */
  [part='links'] {
    position: fixed;
    inset: 0 auto auto 0;
    inline-size: 100px;
    block-size: 0;
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

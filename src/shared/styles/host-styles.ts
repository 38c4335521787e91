import {css} from 'lit';

/**
 * Styles of every element. Fonts and the colour scheme are inherited from the page. The defaults use system
 * colours, so dark mode and forced colours work without a setting.
 */
export const hostStyles = css`
  :host {
    --_accent: var(--five9-accent, light-dark(#0b5cad, #7db8f5));
    --_on-accent: var(--five9-on-accent, light-dark(#fff, #06213d));
    --_danger: var(--five9-danger, light-dark(#b3261e, #ffb4ab));
    --_muted: var(--five9-muted, color-mix(in srgb, CanvasText 70%, Canvas));
    --_line: var(--five9-line, color-mix(in srgb, CanvasText 45%, Canvas));
    --_radius: var(--five9-radius, 0.5em);
  }
  :host([hidden]) {
    display: none !important;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  [part='error'] {
    margin: 0.25em 0 0;
    color: var(--_danger);
  }
  /* English sentences keep their full stop at the end in a right-to-left page. */
  [part='error'],
  [part='status'] {
    unicode-bidi: plaintext;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

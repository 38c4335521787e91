import {css} from 'lit';

/**
 * Styles of buttons and fields. A disabled control is grey. It also has a dashed border, because the grey is not
 * visible with forced colours.
 */
export const controlStyles = css`
  :host {
    display: block;
  }
  button,
  input,
  select,
  textarea {
    box-sizing: border-box;
    min-block-size: 2.5em;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Field;
  }
  button {
    background: none;
    border-color: currentColor;
    color: var(--_accent);
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  :disabled,
  [part][aria-disabled] {
    background: none;
    border: 1px dashed var(--_line);
    color: var(--_muted);
    cursor: default;
  }
  /* A short line that moves along the bottom edge, so that the status stays readable. */
  :host(:state(pending)) {
    background: linear-gradient(var(--_accent), var(--_accent)) 0 100% / 2em 2px no-repeat;
  }
  @media (prefers-reduced-motion: no-preference) {
    :host(:state(pending)) {
      animation: pending 0.7s infinite alternate;
    }
  }
  @keyframes pending {
    to {
      background-position-x: 100%;
    }
  }
  @media (pointer: coarse) {
    button,
    input,
    select,
    textarea {
      min-block-size: 44px;
    }
  }
`;

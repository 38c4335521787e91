import {css} from 'lit';

/** Buttons and fields of the elements that have a form's look. What cannot be used is dashed as well as grey: forced colours have no grey of ours. */
export const controlStyles = css`
  :host {
    display: block;
  }
  button,
  input,
  select {
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
  /* A short line that runs to and fro below: what is said beside stays readable. */
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
    select {
      min-block-size: 44px;
    }
  }
`;

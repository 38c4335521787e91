import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }
  button {
    min-block-size: 1.75em;
    padding: 0 0.35em;
    margin-inline-start: -0.35em;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
    -webkit-user-select: text;
    user-select: text;
  }
  /* A number is written from left to right. The first letter decides about any other text in the slot. */
  bdi {
    unicode-bidi: plaintext;
  }
  button:hover {
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
  [aria-disabled] {
    color: var(--_muted);
    text-decoration: none;
    cursor: default;
  }
  svg {
    inline-size: 1em;
    margin-inline-end: 0.4em;
    vertical-align: -0.125em;
    fill: currentColor;
  }
  [part='status'] {
    color: var(--_muted);
    /* A copied table cell contains the number alone. */
    -webkit-user-select: none;
    user-select: none;
  }
  /* Keeps the status outside of the button's focus ring. */
  [part='status']:not(:empty) {
    margin-inline-start: 0.5em;
  }
  @media (pointer: coarse) {
    button {
      min-block-size: 44px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    :host(:state(pending)) svg {
      animation: ring 1s infinite;
    }
  }
  @keyframes ring {
    50% {
      opacity: 0.3;
    }
  }
`;

import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }
  svg {
    inline-size: 1.25em;
    margin-inline-end: 0.4em;
    vertical-align: -0.25em;
    fill: currentColor;
  }
  button {
    margin-inline-end: 0.25em;
  }
  [part='status'] {
    display: inline-block;
    color: var(--_muted);
  }
  [aria-pressed='true']:not([aria-disabled]) {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
`;

import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    max-inline-size: 18em;
  }
  .display {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 0.5em;
    min-block-size: 2.25em;
  }
  output {
    font-size: 1.5em;
    letter-spacing: 0.1em;
    overflow-wrap: anywhere;
    text-align: center;
  }
  #why {
    color: var(--_muted);
  }
  [part='keys'] {
    display: grid;
    grid-template-columns: repeat(3, minmax(max(44px, 3.25em), 1fr));
    gap: 0.5em;
  }
  button {
    display: grid;
    align-content: center;
    justify-items: center;
    min-block-size: max(44px, 3em);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentColor 4%, transparent);
    font-size: 1.25em;
    line-height: 1.1;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover {
    background: color-mix(in srgb, var(--_accent) 16%, transparent);
  }
  button:active {
    background: color-mix(in srgb, var(--_accent) 32%, transparent);
  }
  button::after {
    content: attr(data-letters);
    min-block-size: 1.1em;
    color: var(--_muted);
    font-size: 0.55em;
    letter-spacing: 0.1em;
  }
  button:nth-child(n + 10)::after {
    content: none;
  }
  [aria-disabled] {
    background: none;
    border-style: dashed;
    color: var(--_muted);
    cursor: default;
  }
`;

import {css} from 'lit';

export const styles = css`
  :host {
    max-inline-size: 18em;
  }
  .display {
    display: flex;
    flex-wrap: wrap;
    place-content: center;
    align-items: center;
    gap: 0 0.5em;
    min-block-size: 2.25em;
    text-align: center;
  }
  output {
    font-size: 1.5em;
    overflow-wrap: anywhere;
  }
  #why,
  [part='key']::after {
    color: var(--_muted);
  }
  [part='keys'] {
    display: grid;
    grid-template-columns: repeat(3, minmax(44px, 1fr));
    gap: 0.5em;
  }
  [part='key'] {
    display: grid;
    place-content: center;
    place-items: center;
    min-block-size: max(44px, 2.75em);
    padding: 0;
    border-color: var(--_line);
    color: inherit;
    font-size: 1.25em;
    line-height: 1.1;
    touch-action: manipulation;
  }
  [part='key']:active {
    background: color-mix(in srgb, var(--_accent) 30%, transparent);
  }
  [part='key']::after {
    content: attr(data-letters);
    min-block-size: 1.1em;
    font-size: 0.55em;
  }
  [part='key']:nth-child(n + 10)::after {
    content: none;
  }
  [part='extension'] {
    inline-size: 100%;
    min-block-size: 44px;
    margin-block-start: 0.5em;
    overflow-wrap: anywhere;
  }
`;

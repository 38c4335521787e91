import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  p + p {
    margin-block-start: 0.5em;
  }
  [part='status'] {
    color: var(--_muted);
  }
  [part='unsaved'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 0.75em;
    color: var(--_danger);
  }
`;

import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  p {
    overflow-wrap: anywhere;
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

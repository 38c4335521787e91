import {css} from 'lit';

export const styles = css`
  li {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  [part='state'],
  time {
    color: var(--_muted);
  }
  time {
    font-variant-numeric: tabular-nums;
  }
  [aria-current] {
    border-color: var(--_accent);
    border-inline-start-width: 0.4em;
    font-weight: 600;
  }
`;

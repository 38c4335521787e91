import {css} from 'lit';

export const styles = css`
  ul,
  p {
    margin: 0;
    padding: 0;
    /* With "none" Safari takes it for no list. */
    list-style-type: '';
  }
  li {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  li + li {
    margin-block-start: 0.25em;
  }
  button {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0 0.6em;
    min-inline-size: 0;
    border-color: var(--_line);
    text-align: start;
  }
  bdi {
    overflow-wrap: anywhere;
  }
  [part='state'],
  [part='status'],
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

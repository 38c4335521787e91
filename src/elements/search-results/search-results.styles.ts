import {css} from 'lit';

export const styles = css`
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
    margin-block-end: 0.25em;
  }
  li button {
    inline-size: 100%;
  }
  [part='kind'] {
    color: var(--_muted);
  }
  dl {
    padding-inline: 0.75em;
    font-size: 0.9em;
  }
`;

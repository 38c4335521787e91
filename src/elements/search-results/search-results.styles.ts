import {css} from 'lit';

export const styles = css`
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

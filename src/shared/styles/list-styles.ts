import {css} from 'lit';

/** Styles of lists, of their buttons, and of the details of an entry. */
export const listStyles = css`
  ul,
  dl,
  dd,
  p {
    margin: 0;
    padding: 0;
    /* With "none", Safari does not announce a list. */
    list-style-type: '';
  }
  li + li {
    margin-block-start: 0.25em;
  }
  li button {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-content: center;
    gap: 0 0.6em;
    min-inline-size: 0;
    border-color: var(--_line);
    text-align: start;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }
  /* Inline, so that a long value wraps, and its name stays on one line. */
  dt,
  dd {
    display: inline;
    margin-inline-end: 0.25em;
  }
  dt,
  p[part='status'] {
    color: var(--_muted);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.5em;
    margin-block-end: 0.25em;
  }
  bdi {
    overflow-wrap: anywhere;
  }
`;

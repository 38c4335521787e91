import {css} from 'lit';

/**
 * Styles of names and values in elements that show data of a call. A name and its value are on one line if there is
 * enough space.
 */
export const callDataStyles = css`
  dl,
  dd {
    margin: 0;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
    padding-block: 0.2em;
  }
  dt {
    flex: 1 1 8em;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  dd {
    flex: 2 1 12em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    color: var(--_muted);
  }
  [part='status'] {
    flex: 1;
  }
  [part='field'] {
    inline-size: 100%;
  }
  textarea {
    resize: vertical;
  }
  /* Show the line breaks and blanks of a value. */
  [part='value'],
  [part='note'] bdi {
    white-space: pre-wrap;
  }
  [part='note'] {
    display: block;
    color: var(--_danger);
  }
`;

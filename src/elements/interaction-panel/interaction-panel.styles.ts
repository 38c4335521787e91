import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  section {
    display: grid;
    gap: 1em;
    padding: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.6em;
  }
  bdi {
    overflow-wrap: anywhere;
    font-weight: 600;
    font-size: 1.15em;
  }
  time {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  [part='state'],
  summary {
    color: var(--_muted);
  }
  summary {
    padding-block: 0.4em;
    cursor: pointer;
  }
  [part='keypad'] five9-dtmf-pad {
    max-inline-size: 16em;
  }
  [part='columns'],
  [part='columns'] > div {
    display: grid;
    gap: 1em;
    align-content: start;
    min-inline-size: 0;
  }
  /* The panel must not be a container of container queries, because Chromium crashes if a page moves content into such
     a panel with moveBefore. */
  [part='columns'] {
    grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr));
    column-gap: 2em;
  }
  @media (pointer: coarse) {
    summary {
      padding-block: 0.75em;
    }
  }
`;

import {css} from 'lit';

/** Styles for the layout of the console and its panels. */
export const layoutStyles = css`
  :host {
    container-type: inline-size;
  }
  [part='error'] {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    margin-block-end: 0.75em;
    padding: 0.5em 0.75em;
    border: 1px solid;
    border-radius: var(--_radius);
    background: Canvas;
  }
  .console {
    display: grid;
    gap: 1.5em;
    align-items: start;
  }
  .console > *,
  .recording {
    min-inline-size: 0;
  }
  .recording {
    display: grid;
    gap: 1.5em;
  }
  @container (min-width: 52em) {
    .console {
      grid-template-columns: minmax(18em, 2fr) 3fr;
    }
    .recording {
      grid-column: 1 / -1;
      grid-template-columns: 2fr 3fr;
    }
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.125em;
    margin-block-end: 0.5em;
  }
  h3 {
    font-size: 1em;
    margin-block: 1em 0.5em;
  }
  .row,
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5em;
    margin-block-end: 0.5em;
  }
  .row:has(> :is(span, code, progress)) {
    align-items: center;
  }
  .fields > label {
    flex: 1 1 9em;
  }
`;

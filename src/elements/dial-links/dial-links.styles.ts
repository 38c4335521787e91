import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  p {
    position: sticky;
    inset-block-end: 0;
    margin: 0;
    background: Canvas;
  }
  [part='status'] {
    color: var(--_muted);
  }
`;

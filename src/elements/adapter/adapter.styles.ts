import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: min(320px, 100%);
    block-size: 100%;
    min-block-size: 600px;
  }
  p,
  ol {
    margin: 0 0 0.5em;
  }
  p:empty {
    margin: 0;
  }
  li {
    overflow-wrap: anywhere;
  }
  button {
    align-self: start;
    margin-block-end: 0.5em;
  }
  [part='frame'] {
    flex: 1 0 600px;
    inline-size: 100%;
    border: 0;
  }
`;

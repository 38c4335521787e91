import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: min(320px, 100%);
    block-size: 100%;
  }
  p,
  ol {
    margin: 0 0 0.5em;
  }
  p:empty {
    margin: 0;
  }
  ol {
    padding-inline-start: 1.5em;
  }
  li {
    margin-block-end: 0.25em;
    overflow-wrap: anywhere;
  }
  button {
    align-self: start;
    margin: 0.25em 0.25em 0.5em;
  }
  [part='frame'] {
    flex: 1 0 600px;
    box-sizing: border-box;
    inline-size: 100%;
    border: 0;
  }
`;

import {css} from 'lit';

export const styles = css`
  select {
    inline-size: 100%;
    margin-block: 0.125em;
    text-overflow: ellipsis;
  }
  [part='status'] {
    min-block-size: 1.5em;
  }
  :host(:state(pending)) select {
    border-style: dashed;
  }
`;

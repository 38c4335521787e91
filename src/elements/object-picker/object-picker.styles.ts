import {css} from 'lit';

export const styles = css`
  select {
    inline-size: 100%;
    text-overflow: ellipsis;
  }
  :host(:state(pending)) select {
    border-style: dashed;
  }
`;

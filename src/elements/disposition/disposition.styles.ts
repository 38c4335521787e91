import {css} from 'lit';

export const styles = css`
  .row {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    padding-block: 0.125em;
  }
  .field {
    flex: 1 1 10em;
  }
  [part='field'] {
    inline-size: 100%;
  }
  .foot {
    min-block-size: 1.75em;
    color: var(--_muted);
  }
  [part='countdown'] {
    margin-inline-start: auto;
  }
  :host(:state(ended)) [part='button']:not([aria-disabled]) {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  :host(:state(ended)) .row:has([part='button']:not([aria-disabled], :disabled)) ~ .foot [part='status'] {
    color: var(--_accent);
  }
`;

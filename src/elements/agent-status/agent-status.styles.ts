import {css} from 'lit';

export const styles = css`
  p {
    display: flex;
    gap: 0.5em;
  }
  [part='lamp'] {
    flex: none;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-block-start: 0.4em;
    border: 2px solid var(--_muted);
    border-radius: 50%;
  }
  :host(:state(connected)) [part='lamp'] {
    border-color: var(--_accent);
    background: var(--_accent);
    forced-color-adjust: none;
  }
  :host(:state(logged-out)) [part='lamp'],
  :host(:state(logging-in)) [part='lamp'] {
    background: none;
  }
  :host(:state(unreachable)) [part='lamp'],
  :host(:state(lost)) [part='lamp'] {
    border-color: var(--_danger);
    border-radius: 0;
  }
  dl {
    margin-block-start: 0.25em;
  }
  button {
    margin-block-start: 0.5em;
  }
`;

import {css} from 'lit';

/** Styles of form fields and buttons. */
export const controlsStyles = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label {
    display: grid;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: 0.875em;
  }
  label :is(input, select, textarea) {
    inline-size: 100%;
    min-inline-size: 0;
    color: FieldText;
    font-size: 1rem;
  }
  .grow {
    flex: 1 1 9em;
  }
  .fields > .wide,
  .wide {
    flex: 1 0 100%;
    margin-block-end: 0.5em;
  }
  .check,
  .fields > .check {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 0.4em;
    min-block-size: 2em;
    color: inherit;
  }
  .check input {
    inline-size: 1.15em;
    min-block-size: 1.15em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .kinds {
    gap: 0.25em 0.9em;
  }
  textarea {
    box-sizing: border-box;
    padding: 0.4em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Field;
    font-family: ui-monospace, monospace;
    resize: vertical;
  }
  [aria-invalid] {
    border-color: var(--_danger);
    border-width: 2px;
  }
  .main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .main:hover:enabled {
    background: color-mix(in srgb, var(--_accent) 85%, CanvasText);
  }
  .main:disabled {
    background: none;
    color: var(--_muted);
  }
  .on {
    border-color: var(--_danger);
    background: none;
    color: var(--_danger);
  }
  [aria-pressed='true'] {
    background: color-mix(in srgb, var(--_accent) 20%, transparent);
    border-width: 2px;
  }
`;

import {html, nothing, type TemplateResult} from 'lit';
import type {Command} from './form.js';

/** Options of a button for a command. */
export interface CommandButtonOptions {
  /** CSS class. */
  readonly className?: string;
  /** Explanation, as a tooltip. */
  readonly title?: string;
  /** Whether the button belongs to the selected entry of a list. */
  readonly isCurrent?: boolean;
}

/**
 * Renders a button that runs a command.
 *
 * @param order Name and arguments of the command.
 */
export const commandButton = (
  content: unknown,
  command: Command,
  order: readonly [name: string, ...args: unknown[]],
  {className = '', title, isCurrent = false}: CommandButtonOptions = {},
): TemplateResult => html`
  <button
    type="button"
    class=${className}
    title=${title ?? nothing}
    aria-current=${isCurrent ? 'true' : nothing}
    @click=${() => {
      command(...order);
    }}
  >
    ${content}
  </button>
`;

import type {Interaction} from '../interaction.js';
import {paramsOf} from './interaction-params.js';
import type {Pages} from './pages.js';
import type {Steps} from './steps.js';

/** A use of an own control of the page. */
export interface ComponentUse {
  /** Name of the callback in the template. */
  readonly callback: string;
  /** Name of the control. */
  readonly name?: string;
  /** Value of an input. */
  readonly value?: string;
}

export type Components = ReturnType<typeof createComponents>;

/** Creates the object that keeps the own controls of the page, which are a text in the form of markup. */
export function createComponents(pages: Pages) {
  let template: string | null = null;

  return {
    state: () => ({customComponents: template}),

    /** Asks the page that has connected last for its controls. */
    *load(): Steps<void> {
      const answer = yield* pages.ask('customComponentsApi', 'getCustomComponents', undefined, {receivers: 'newest'});
      if (answer.kind !== 'answer') return;
      if (typeof answer.value === 'string') template = answer.value;
      else answer.entry.problem = 'The answer is no text.';
    },

    isLoaded: () => template !== null,

    /** Reports to the pages that the agent has used a control. */
    use({callback, name = '', value = ''}: ComponentUse, interaction: Interaction | undefined): void {
      const payload = {name, value, ...(interaction && paramsOf(interaction))};
      pages.send('customComponentsApi', 'componentEvent', {callbackName: callback, payload});
    },

    clear(): void {
      template = null;
    },
  };
}

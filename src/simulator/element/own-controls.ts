import {html, nothing, type TemplateResult} from 'lit';
import {componentsIn, type OwnButton, type OwnComponent, type OwnInput} from './component-template.js';
import {commandButton} from './command-button.js';
import type {Command} from './form.js';

/** Renders the own controls of the page. */
export const ownControls = (template: string | null, command: Command): TemplateResult | typeof nothing =>
  template === null ? nothing : html`${componentsIn(template).map((component) => ownComponent(component, command))}`;

function ownComponent({location, label, controls}: OwnComponent, command: Command): TemplateResult {
  return html`
    <section part="component" aria-label=${label || 'Controls of the page'}>
      <b>${label}</b> <small><bdi>${location}</bdi></small>
      <div>
        ${controls.map((control) => (control.kind === 'input' ? input(control, command) : button(control, command)))}
      </div>
    </section>
  `;
}

const input = ({name, label, value, placeholder, callback}: OwnInput, command: Command): TemplateResult => html`
  <label>
    ${label || name}
    <input
      value=${value}
      placeholder=${placeholder}
      autocomplete="off"
      @change=${({target}: Event) => {
        if (callback) command('useComponent', {callback, name, value: (target as HTMLInputElement).value});
      }}
    />
  </label>
`;

const button = ({name, label, isPrimary, callback}: OwnButton, command: Command): TemplateResult =>
  commandButton(label || name, command, ['useComponent', {callback, name}], {className: isPrimary ? 'main' : ''});

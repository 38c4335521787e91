import {html, nothing, type TemplateResult} from 'lit';
import type {ContactCenterState} from '../contact-center/state.js';
import type {TileName} from '../contact-center/page/tiles.js';
import {commandButton} from './command-button.js';
import {shown} from './found-records.js';
import type {Command} from './form.js';

const TILE_WORDS: Readonly<Record<TileName, string>> = {
  calls: 'Calls today',
  chats: 'Chats today',
  emails: 'E-mails today',
};

/** Renders the tiles that the page has switched on. */
export const tileRow = ({tiles}: ContactCenterState, command: Command): TemplateResult | typeof nothing =>
  tiles.length
    ? html`
        <div part="tiles">
          ${tiles.map(({name, count}) =>
            commandButton(html`<b>${count ?? '–'}</b> ${TILE_WORDS[name]}`, command, ['pressTile', name], {
              className: 'tile',
            }),
          )}
        </div>
      `
    : nothing;

/** Renders the numbers that the page suggests for a dial. */
export const suggestions = (
  {suggestedNumbers}: ContactCenterState,
  command: Command,
): TemplateResult | typeof nothing =>
  suggestedNumbers.length
    ? html`
        <section part="suggestions" aria-label="Suggested numbers">
          <b>Suggested numbers</b>
          ${suggestedNumbers.map(({clickToDialNumber, crmObject}, index) =>
            commandButton(
              html`<bdi>${shown(clickToDialNumber)}</bdi> <small><bdi>${shown(crmObject?.name)}</bdi></small>`,
              command,
              ['dialSuggested', index],
              {className: 'record', title: 'Dial this number'},
            ),
          )}
        </section>
      `
    : nothing;

/** Renders what has become of the log of the interaction that has finished last. */
export function lastLog({interactions}: ContactCenterState): TemplateResult {
  const last = [...interactions].reverse().find(({logged}) => logged && logged !== 'no opinion');
  const words = {
    saving: 'The log is being saved…',
    saved: 'The log was saved.',
    failed: 'The log was not saved.',
    cancelled: 'A hook has stopped the log.',
    'no opinion': '',
  };
  return html`
    <p part="log" role="status" dir="auto">
      ${last?.logged ? html`${last.type} <bdi>${shown(last.number)}</bdi>: ${words[last.logged]}` : nothing}
    </p>
  `;
}

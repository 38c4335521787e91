import {html, nothing, type TemplateResult} from 'lit';
import {textOf} from '../../interaction-api/text-of.js';
import type {CrmObject} from '../../interaction-api/types.js';
import type {InteractionState} from '../contact-center/state.js';
import {commandButton} from './command-button.js';
import type {Command} from './form.js';

/** Maximum number of records, fields and characters that are shown. The remote control stays small with any answer. */
const MAX_RECORDS = 20;
const MAX_FIELDS = 3;
const MAX_TEXT = 100;

/** Renders the state of the search for the caller, and a button for each record that was found. */
export function foundRecords(interaction: InteractionState, command: Command): TemplateResult | typeof nothing {
  const {id, search, searchError = '', searchResults, selectedNameObject, selectedRelatedToObject} = interaction;
  if (!search) return nothing;
  const selected = [selectedNameObject, selectedRelatedToObject].map((it) => textOf(it?.id));
  const count = searchResults.length;
  const words = {
    searching: 'Searching for records…',
    failed: `The search failed: ${shown(searchError)}`,
    done: count ? `${count} ${count === 1 ? 'record' : 'records'} found` : 'No record found',
  };
  return html`
    <div part="records">
      <span role="status" dir="auto">${words[search]}</span>
      ${(search === 'done' ? searchResults : []).slice(0, MAX_RECORDS).map((record) => recordButton(id, record, selected, command))}
    </div>
  `;
}

function recordButton(
  interactionId: string,
  record: CrmObject,
  selected: readonly (string | undefined)[],
  command: Command,
): TemplateResult {
  const recordId = textOf(record.id) ?? '';
  const label = shown(record.label) || shown(record.type);
  const content = html`
    <bdi>${shown(record.name) || recordId}</bdi>
    ${[label, ...fieldsOf(record)].map((text) => (text ? html`<small><bdi>${text}</bdi></small>` : nothing))}
  `;
  return commandButton(content, command, ['popRecord', interactionId, recordId, {force: true}], {
    className: 'record',
    title: 'Show this record in the CRM',
    isCurrent: selected.includes(recordId),
  });
}

/** Returns the first fields of a record as text. A page can send anything as fields. */
function fieldsOf({fields}: CrmObject): string[] {
  const list: readonly unknown[] = Array.isArray(fields) ? fields : [];
  return list.slice(0, MAX_FIELDS).flatMap((field) => {
    const {displayName, value} = Object(field) as Partial<Record<string, unknown>>;
    return shown(value) ? [`${shown(displayName)}: ${shown(value)}`] : [];
  });
}

/** Returns a value of a page as a short text; an empty text if the value is no text and no number. */
export function shown(value: unknown): string {
  const text = textOf(value) ?? '';
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

import {html, type TemplateResult} from 'lit';
import type {Interaction} from '../../service/interactions.js';
import {duration} from '../words/duration.js';

/**
 * Renders the time since an interaction started. If the interaction has ended, renders the time since its end. The
 * element that shows the timer needs a `TicksController`.
 */
export function renderTimer({startedAt, endedAt = startedAt}: Interaction): TemplateResult {
  const seconds = Math.max(0, Math.floor((Date.now() - endedAt) / 1000));
  return html`<time part="timer" datetime="PT${seconds}S">${duration(seconds)}</time>`;
}

import {html, type TemplateResult} from 'lit';
import type {Interaction} from '../../service/interactions.js';
import {steadyTime} from '../../service/steady-time.js';
import {duration} from '../words/duration.js';

/**
 * Renders the time since an interaction started. If the interaction has ended, renders the time since its end. The
 * element that shows the timer needs a `TicksController`. The time stays correct if the computer's clock is set.
 */
export function renderTimer({startedAt, endedAt = startedAt}: Interaction): TemplateResult {
  const seconds = Math.max(0, Math.floor((performance.now() - steadyTime(endedAt)) / 1000));
  return html`<time part="timer" datetime="PT${seconds}S">${duration(seconds)}</time>`;
}

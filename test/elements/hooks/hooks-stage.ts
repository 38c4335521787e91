import type {TemplateResult} from 'lit';
import '../../../src/elements/hooks/define.js';
import type {HookEvent} from '../../../src/elements/hooks/hook-event.js';
import type {Five9Hooks} from '../../../src/elements/hooks/hooks.js';
import type {HookName} from '../../../src/sdk/index.js';
import {type ApiAdapter, openApiAdapter} from '../../support/api-adapter.js';
import {stage, type Stage} from '../../support/stage.js';

/** A `five9-hooks`, and the adapter that asks it. */
export interface HooksStage extends Stage<Five9Hooks> {
  hooks: ApiAdapter;
  /** Asks a hook, and returns the decision of the page. */
  ask(hook: string, params?: unknown): Promise<unknown>;
  /** Asks a hook with a listener for its event. */
  decide<Name extends HookName>(
    hook: Name,
    params: unknown,
    ...listeners: ((event: HookEvent<Name>) => unknown)[]
  ): Promise<unknown>;
}

/** Returns the event type of a hook. */
export const typeOf = (hook: string): string =>
  `five9-hook-${hook.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Puts a `five9-hooks` into the page, connected to its own adapter. */
export async function hooksStage(template: TemplateResult): Promise<HooksStage> {
  const setup = await stage<Five9Hooks>(template);
  const hooks = await openApiAdapter('hookApi', setup.service.settings.name ?? '');
  const ask = async (hook: string, params?: unknown): Promise<unknown> => {
    const answer = await hooks.ask(hook, params);
    return 'error' in answer ? {error: answer.error} : answer.response;
  };
  return {
    ...setup,
    hooks,
    ask,
    decide(hook, params, ...listeners) {
      for (const listener of listeners) setup.element.addEventListener(typeOf(hook), listener as never, {once: true});
      return ask(hook, params);
    },
  };
}

import {ContextProvider} from '@lit/context';
import {serviceContext} from './context.js';
import {InteractionService} from './interaction-service.js';

const PAGE = Symbol.for('five9-elements/page@1');

/**
 * The page's one service, provided at the document element: every tag finds it, wherever it was pasted and whatever loaded first.
 * Copies of the bundle share it; the copy that needed it first made it.
 */
export function pageService(): InteractionService {
  const page = document as {[PAGE]?: InteractionService | undefined};
  return (page[PAGE] ??= provide(new InteractionService(document)));
}

function provide(service: InteractionService): InteractionService {
  // No controller host: nothing else says that the document element is connected.
  new ContextProvider(document.documentElement, {context: serviceContext, initialValue: service}).hostConnected();
  return service;
}

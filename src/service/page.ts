import {ContextProvider} from '@lit/context';
import {serviceContext} from './context.js';
import {InteractionService} from './interaction-service.js';

/**
 * Keys of the properties of the document that all copies of the bundle share. They are made by `Symbol.for`, so the
 * keys are the same in all copies.
 */
const SERVICE = Symbol.for('five9-elements/page@1');
const ROOT = Symbol.for('five9-elements/root@1');

/** The document, with the properties that all copies of the bundle share. */
interface SharedDocument extends Document {
  [SERVICE]?: InteractionService | undefined;
  /** The document element that provides the service. */
  [ROOT]?: Element | undefined;
}

/**
 * Returns the page's service. The first call creates the service for all copies of the bundle.
 *
 * The document element (`<html>`) provides the service. So every element of the page finds the service, in any order of
 * the scripts.
 */
export function pageService(): InteractionService {
  const page = document as SharedDocument;
  const service = (page[SERVICE] ??= new InteractionService(document));
  const root = document.documentElement;
  if (page[ROOT] !== root) {
    const replaced = page[ROOT] !== undefined;
    page[ROOT] = root;
    provideAt(root, service);
    if (replaced) service.documentReplaced();
  }
  return service;
}

function provideAt(root: HTMLElement, service: InteractionService): void {
  const provider = new ContextProvider(root, {context: serviceContext, initialValue: service});
  // Call this method here, because Lit calls it only for Lit elements, and the document element is not a Lit element.
  provider.hostConnected();
}

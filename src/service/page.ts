import {ContextProvider} from '@lit/context';
import {serviceContext} from './context.js';
import {InteractionService} from './interaction-service.js';

/** Symbols of the registry: every copy of the bundle on the page finds the same service at the document. */
const SERVICE = Symbol.for('five9-elements/page@1');
const ROOT = Symbol.for('five9-elements/root@1');

/** The document, with the notes that the copies of the bundle share. */
interface SharedDocument extends Document {
  [SERVICE]?: InteractionService | undefined;
  /** The document element that has the provider. */
  [ROOT]?: Element | undefined;
}

/**
 * Returns the page's one service; the copy of the bundle that calls this first creates it.
 *
 * The service is provided at the document element, so every element finds it, wherever it is in the page and whichever script loads first.
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
  // Lit calls this method for its own elements only.
  provider.hostConnected();
}

import {ContextProvider} from '@lit/context';
import {serviceContext} from './context.js';
import {InteractionService} from './interaction-service.js';
import {mutedCalls} from './muted-calls.js';
import {forgetStored} from './refresh-memory.js';

/**
 * Keys of the properties of the document that all copies of the bundle share. They are made by `Symbol.for`, so the
 * keys are the same in all copies.
 */
const SERVICE = Symbol.for('five9-elements/page@1');
const ROOT = Symbol.for('five9-elements/root@1');
const PROVIDER = Symbol.for('five9-elements/root-provider@1');

/** The document, with the properties that all copies of the bundle share. */
interface SharedDocument extends Document {
  [SERVICE]?: InteractionService | undefined;
  /** The document element that provides the service. */
  [ROOT]?: Element | undefined;
  /** The object that provides the service at the document element. */
  [PROVIDER]?: {setValue(service: InteractionService): void} | undefined;
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
    page[PROVIDER] = provideAt(root, service);
    if (replaced) service.documentReplaced();
  }
  return service;
}

/**
 * Replaces the page's service by a new one, for tests: call it after each test, so that the next test starts without
 * the connection, the settings, the interactions and the muted calls of this test.
 *
 * Closes the old service and the APIs that it has made, removes their listeners and timers, and deletes the stored
 * interactions. Elements that are in the page use the new service from then on. The new service starts when an element
 * or other code uses it. Works for all copies of the bundle. Code that has stored the old service or its API must get
 * the new one with `pageService()`.
 */
export function resetPageService(): void {
  const page = document as SharedDocument;
  const before = page[SERVICE];
  if (!before) return;
  before.end();
  mutedCalls().clear();
  forgetStored();
  const service = new InteractionService(document);
  page[SERVICE] = service;
  page[PROVIDER]?.setValue(service);
}

function provideAt(
  root: HTMLElement,
  service: InteractionService,
): ContextProvider<typeof serviceContext, HTMLElement> {
  const provider = new ContextProvider(root, {context: serviceContext, initialValue: service});
  // Call this method here, because Lit calls it only for Lit elements, and the document element is not a Lit element.
  provider.hostConnected();
  return provider;
}

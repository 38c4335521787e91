/** Runs the code of the documents, so that the documents stay correct. */
import type {InteractionService} from '../../src/service/index.js';
import {atEnd} from './lifecycle.js';

/** The window, with the service that the code of a document gets from `pageService()`. */
type SnippetWindow = Window & {serviceOfSnippet?: InteractionService};

/** Returns the code of a language below a heading of a document, for example of `/docs/HOOKS.md`. */
export async function snippetOf(path: string, heading: string, language: 'js' | 'html'): Promise<string> {
  const text = await (await fetch(path)).text();
  const [, section] = text.split(new RegExp(`^#+ ${heading}$`, 'm'));
  const [, code] = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(section?.split(/^#+ /m)[0] ?? '') ?? [];
  if (code === undefined) throw new Error(`${path} has no ${language} below “${heading}”.`);
  return code;
}

/**
 * Runs code as a module. Its `pageService()` returns `service`, if there is one. The listeners that it adds to the document are removed
 * at the end of the test.
 */
export async function runSnippet(code: string, service?: InteractionService): Promise<void> {
  const {addEventListener} = document;
  document.addEventListener = (...args: Parameters<typeof addEventListener>): void => {
    addEventListener.apply(document, args);
    atEnd(() => document.removeEventListener(...args));
  };
  if (service) (window as SnippetWindow).serviceOfSnippet = service;
  const addresses: string[] = [];
  const moduleOf = (source: string): string => {
    const address = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
    addresses.push(address);
    return address;
  };
  const library = moduleOf('export const pageService = () => window.serviceOfSnippet;');
  try {
    await import(moduleOf(code.replaceAll("'five9-elements'", `'${library}'`)));
  } finally {
    document.addEventListener = addEventListener;
    for (const address of addresses) URL.revokeObjectURL(address);
  }
}

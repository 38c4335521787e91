/** Number of modules that were requested again, so that each request has an address of its own. */
let requestsAgain = 0;

/**
 * Loads a module that is loaded on demand. If that fails, requests the file once more. Chromium and Firefox do not
 * request the same address again after a failure, so the second request has a query after the address.
 *
 * @param load Calls `import()`.
 * @throws The error of the browser if both requests fail.
 */
export async function importModule<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const address = addressIn(error);
    // WebKit's message has no address, but WebKit requests the same address again.
    if (!address) return load();
    requestsAgain++;
    address.searchParams.set('again', String(requestsAgain));
    return (await import(/* webpackIgnore: true */ /* @vite-ignore */ address.href)) as Module;
  }
}

/**
 * Returns the address of the file that could not be loaded. Only the error message of the browser has this address,
 * because a bundler may have moved the module to another file.
 */
function addressIn(error: unknown): URL | undefined {
  const [address] = /\bhttps?:\/\/\S+/.exec(error instanceof Error ? error.message : '') ?? [];
  return address && URL.canParse(address) ? new URL(address) : undefined;
}

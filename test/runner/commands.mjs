/** @import {TestRunnerPlugin} from '@web/test-runner-core' */
/** @import {Page} from 'puppeteer-core' */

/**
 * Adds the commands `emulate-forced-colors` and `collect-garbage` for `executeCommand` of `@web/test-runner-commands`.
 * They work in Chromium only. Forced colours need a command, because through Puppeteer, the runner's own `emulateMedia`
 * has no effect on forced colours.
 *
 * @returns {TestRunnerPlugin}
 */
export function chromiumCommands() {
  return {
    name: 'chromium-commands',
    async executeCommand({command, payload, session}) {
      if (command !== 'emulate-forced-colors' && command !== 'collect-garbage') return undefined;
      if (session.browser.name !== 'Chromium') throw new Error(`${command} works in Chromium only.`);
      const {getPage} = /** @type {{getPage(id: string): Page}} */ (/** @type {unknown} */ (session.browser));
      const page = getPage.call(session.browser, session.id);
      const devTools = await page.createCDPSession();
      if (command === 'collect-garbage') {
        await devTools.send('HeapProfiler.collectGarbage');
        await devTools.detach();
        return true;
      }
      // Do not detach the session, because the emulation ends when the session ends.
      await devTools.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: String(payload)}]});
      return true;
    },
  };
}

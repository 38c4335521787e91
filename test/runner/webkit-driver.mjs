import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';

/** @typedef {{driver: string, browser: string, display: string}} WebKitPrograms */

const STARTS_WITHIN_MS = 15_000;

/** Returns a port that is free now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a virtual display (Xvfb). The X server chooses a free display number, and writes the number to the file
 * descriptor 3.
 *
 * @param {string} program
 */
async function startDisplay(program) {
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const [number] = await Promise.race([
    once(numbers, 'data'),
    once(server, 'exit').then(([code]) =>
      Promise.reject(new Error(`Xvfb exited with code ${code} before it opened a display.`)),
    ),
    once(server, 'error').then(([error]) => Promise.reject(error)),
  ]);
  return {process: server, name: `:${String(number).trim()}`};
}

/**
 * Waits until the driver answers.
 *
 * @param {string} address
 */
async function waitForDriver(address) {
  const giveUpAt = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    const ready = await fetch(`${address}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await delay(50);
  }
  throw new Error(`WebKitWebDriver did not answer within ${STARTS_WITHIN_MS} ms.`);
}

/**
 * Starts a virtual display (Xvfb), and the WebDriver server of WebKit that uses this display.
 *
 * @param {WebKitPrograms} programs
 * @returns {Promise<{address: string, stop: () => Promise<void>}>}
 */
export async function startWebKitDriver(programs) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const started = [];
  // Also kill the processes if a signal or an error ends the runner, because they do not end by themselves.
  const kill = () => started.forEach((child) => child.kill());
  const killAndEnd = () => {
    kill();
    process.exit(1);
  };
  process.once('exit', kill).once('SIGTERM', killAndEnd).once('SIGHUP', killAndEnd);
  const stop = async () => {
    process.off('exit', kill).off('SIGTERM', killAndEnd).off('SIGHUP', killAndEnd);
    // Stop the driver before the display, because the driver's browser reports an error if the display ends first.
    for (const child of started.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
  };

  try {
    const display = await startDisplay(programs.display);
    started.push(display.process);
    const port = await freePort();
    const driver = spawn(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display.name,
        // Use neither a graphics card nor the sandbox of WebKit, because a container has no graphics card, and its root
        // user cannot create the namespaces of the sandbox.
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      },
    });
    started.push(driver);
    const address = `http://127.0.0.1:${port}`;
    await waitForDriver(address);
    return {address, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}

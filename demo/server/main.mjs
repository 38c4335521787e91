/** Starts the demo CRM and the simulated Five9, each on its own origin. `npm start` runs this file after the build. */
import process from 'node:process';
import {PortTakenError, startSites} from './sites.mjs';

/**
 * @param {string} variable
 * @param {number} otherwise
 */
function portFrom(variable, otherwise) {
  const text = process.env[variable];
  const port = text ? Number(text) : otherwise;
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  return fail(`${variable}=${text} is not a port: give a number from 0 to 65535.`);
}

/**
 * @param {string} words
 * @returns {never}
 */
function fail(words) {
  console.error(words);
  process.exit(1);
}

const ports = {port: portFrom('PORT', 8000), adapterPort: portFrom('ADAPTER_PORT', 8001)};
const sites = await startSites(ports).catch((error) => {
  if (error instanceof PortTakenError) return fail(error.message);
  throw error;
});

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void sites.close());

console.log(`The demo CRM is on ${sites.url} and the simulated Five9 on ${sites.adapterUrl} (Ctrl+C ends both).`);

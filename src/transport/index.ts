export {type AdapterSettings, type AdapterTransport, adapterTransport} from './adapter-transport.js';
export type {AdapterFrame} from './adapter-trust.js';
export {FIVE9_ORIGINS} from './origins.js';
export * from '../sdk/drop-in.js';
export {VERSION} from '../version.js';

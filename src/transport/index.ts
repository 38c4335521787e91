export {adapterTransport, type AdapterSettings, type AdapterTransport} from './adapter-transport.js';
export {FIVE9_ORIGINS} from './origins.js';
export {VERSION} from '../version.js';
export * from './drop-in.js';

/** The simulated contact centre and its adapter. Registers nothing; the contact centre runs in Node as well. */
export * from './simulator/contact-center/index.js';
export {type AdapterBackend, type AdapterOptions, SimulatedAdapter} from './simulator/adapter/simulated-adapter.js';
export * from './simulator/rest/index.js';
export * from './simulator/websocket/index.js';
export * from './simulator/remote/index.js';

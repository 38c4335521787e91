/** The simulated contact centre and its adapter. Registers no element. The contact centre also runs in Node. */
export * from './simulator/contact-center/index.js';
export {type AdapterBackend, type AdapterOptions, SimulatedAdapter} from './simulator/adapter/simulated-adapter.js';
export * from './simulator/rest/index.js';
export * from './simulator/websocket/index.js';
export * from './simulator/remote/index.js';

/** The simulated Five9: the contact centre, its adapter, and the `five9-simulator` element. */
export {ContactCenter} from '../simulator/contact-center/contact-center.js';
export {SimulatedAdapter} from '../simulator/adapter/simulated-adapter.js';
export * from '../simulator/element/define.js';

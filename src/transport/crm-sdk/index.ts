/** The modules that only pages with an official SDK need. Loaded on demand. */
export {CrmSdkTransport} from './crm-sdk-transport.js';
export {SdkDetection} from './sdk-detection.js';

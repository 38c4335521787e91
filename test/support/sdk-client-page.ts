/** Script of test/pages/sdk-client.html: an SDK as `window.crmSdk`. */
import {createCrmSdk, type CrmSdk} from '../../src/sdk.js';

declare global {
  interface Window {
    crmSdk?: CrmSdk;
  }
}

window.crmSdk = createCrmSdk();

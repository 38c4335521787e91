/** Script of test/pages/client.html: opens an API as `window.api`. Its settings are in the query: `?name=…&adapterOrigin=…`. */
import {createInteractionApi, type InteractionApi} from '../../src/interaction-api.js';

declare global {
  interface Window {
    api?: InteractionApi;
  }
}

window.api = createInteractionApi(Object.fromEntries(new URLSearchParams(location.search)));

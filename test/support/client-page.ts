/** Script of test/pages/client.html: `?name=…&adapterOrigin=…` are the settings; the API is the window's `api`. */
import {createInteractionApi, type InteractionApi} from '../../src/interaction-api.js';

declare global {
  interface Window {
    api?: InteractionApi;
  }
}

window.api = createInteractionApi(Object.fromEntries(new URLSearchParams(location.search)));

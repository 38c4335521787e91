/** Makes `WireSdk` of this window available to the parent page: an SDK created with it runs in this window. */
import {WireSdk} from './wire-sdk.js';

Object.assign(window, {WireSdk});

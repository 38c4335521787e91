/** Makes `WireSdk` known to the page around this window: what runs here asks from here. */
import {WireSdk} from './wire-sdk.js';

Object.assign(window, {WireSdk});

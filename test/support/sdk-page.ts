/**
 * Makes `WireSdk` available to the parent page as a property of this window. An SDK that the parent page creates with
 * it runs in this window.
 */
import {WireSdk} from './wire-sdk.js';

Object.assign(window, {WireSdk});

/**
 * Makes `WireSdk` available to the parent page as a property of this window. If the parent page creates an SDK with
 * this class, the SDK runs in this window.
 */
import {WireSdk} from './wire-sdk.js';

Object.assign(window, {WireSdk});

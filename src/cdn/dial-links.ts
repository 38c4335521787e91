/**
 * The code of `five9-dial-links` that finds phone numbers and makes them links. Loaded when the first
 * `five9-dial-links` has content.
 */
export * from '../elements/dial-links/linker.js';

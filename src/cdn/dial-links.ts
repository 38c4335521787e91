export * from '../elements/dial-links/linker.js';

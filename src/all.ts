/** Registers every element. Registers `five9-provider` first, because the other elements need its settings. */
export * from './elements/provider/define.js';
export * from './elements/adapter/define.js';
export * from './elements/agent-status/define.js';
export * from './elements/call-variables/define.js';
export * from './elements/click2dial/define.js';
export * from './elements/contact/define.js';
export * from './elements/console/define.js';
export * from './elements/dial-links/define.js';
export * from './elements/disposition/define.js';
export * from './elements/dtmf-pad/define.js';
export * from './elements/interaction-panel/define.js';
export * from './elements/interactions/define.js';
export * from './elements/mute/define.js';
export * from './elements/object-picker/define.js';
export * from './elements/object-visited/define.js';
export * from './elements/search-results/define.js';
export * from './elements/ws-events/define.js';

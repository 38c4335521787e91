/** Classes and types; registers nothing. */
export * from './interaction-api.js';
export * from './service/index.js';
export * from './elements/agent-status/agent-status.js';
export * from './elements/click2dial/click2dial.js';
export * from './elements/click2dial/click2dial.events.js';
export * from './elements/disposition/disposition.js';
export * from './elements/disposition/disposition.events.js';
export * from './elements/dtmf-pad/dtmf-pad.js';
export * from './elements/dtmf-pad/dtmf-pad.events.js';
export * from './elements/interactions/interactions.js';
export * from './elements/mute/mute.js';
export * from './elements/mute/mute.events.js';
export * from './elements/object-visited/object-visited.js';
export * from './elements/provider/provider.js';
export * from './elements/ws-events/ws-events.js';
export * from './elements/ws-events/ws-events.events.js';

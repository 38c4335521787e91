export type {AgentSession} from './agent-session.js';
export * from './context.js';
export * from './events.js';
export * from './interaction-service.js';
export {type Interaction, type InteractionState, isLive} from './interactions.js';
export * from './page.js';
export * from './session-events.js';
export {
  dialable,
  type NotANumber,
  type NumberProblem,
  type PhoneNumber,
  problemWords,
  readNumber,
  sameNumber,
} from './phone-number/index.js';

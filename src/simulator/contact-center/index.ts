export type {LogIn} from './agent.js';
export type {CallOffer} from './calls.js';
export type {OutboundCall} from './new-call.js';
export {type Clock, ManualClock, systemClock} from './clock.js';
export {commandNames} from './command.js';
export {ContactCenter} from './contact-center.js';
export type {DialOrder, RefusedDial} from './dialler.js';
export {CommandError, errorToSend, Refusal} from './errors.js';
export type {ContactCenterEvent, Unsubscribe} from './events.js';
export type {Fault} from './faults.js';
export type {LoginState} from './center-context.js';
export type {CallState, MessageState, ObjectKind, Step} from './interaction.js';
export type {MessageOffer} from './messages.js';
export type {Assumptions, ContactCenterInit, ContactCenterOptions, Settings, StationType, World} from './options.js';
export {cryptoRandom, type Random, seededRandom} from './random.js';
export {seedTenant} from './seed.js';
export type {ContactCenterState, InteractionState} from './state.js';
export type {
  Campaign,
  Contact,
  Tenant,
  TenantDisposition,
  VariableDefinition,
  VariableRestriction,
  VariableType,
} from './tenant.js';
export type {CavInput} from './variables.js';

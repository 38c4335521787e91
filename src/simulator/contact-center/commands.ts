import type {CrmObject, WsEventContext} from '../../interaction-api/types.js';
import type {LogIn} from './agent.js';
import type {CallOffer} from './calls.js';
import {systemClock} from './clock.js';
import {command, expect, expectText, expectTexts} from './command.js';
import {type CenterParts, createParts} from './parts.js';
import type {DialOrder} from './dialler.js';
import {EventStream} from './events.js';
import type {Fault} from './faults.js';
import {emitWs, type CenterContext} from './center-context.js';
import type {Interaction, ObjectKind} from './interaction.js';
import type {MessageOffer} from './messages.js';
import {checkOption, type ContactCenterInit, type ContactCenterOptions, defaultOptions} from './options.js';
import {cryptoRandom} from './random.js';
import {seedTenant} from './seed.js';
import {campaignOf} from './tenant.js';

/**
 * What can happen in the world of a contact centre: every method here is a command, that can be given from afar by its name.
 * It happens as one change, of which everybody is told once it is over; whatever stops it is a `CommandError`.
 */
export class Commands {
  static {
    // The first of them is the constructor.
    for (const name of Object.getOwnPropertyNames(this.prototype).slice(1)) command(this.prototype, name);
  }

  /** What it tells. */
  readonly stream = new EventStream();
  protected readonly context: CenterContext;
  protected readonly parts: CenterParts;
  /** Brings login and options back to where they were. */
  readonly #restore: () => void;

  constructor(init: ContactCenterInit = {}) {
    const {
      clock = systemClock,
      random = cryptoRandom,
      tenant = seedTenant(),
      loggedIn = true,
      stationType = 'SOFTPHONE',
      ...changes
    } = init;
    const login = {state: loggedIn ? 'WORKING' : 'LOGOUT', stationType} as const;
    const options = {...defaultOptions, ...changes};
    const context = {clock, random, tenant, stream: this.stream, login: {...login}, options: {...options}};
    this.context = context;
    this.parts = createParts(context);
    const contacts = structuredClone(tenant.contacts);
    this.#restore = () => {
      tenant.contacts.splice(0, tenant.contacts.length, ...structuredClone(contacts));
      Object.assign(context.login, login);
      Object.assign(context.options, options);
    };
  }

  // The agent's login

  logIn(how: LogIn = {}): void {
    expectTexts(how);
    this.parts.agent.logIn(how);
  }

  logOut(): void {
    expect(!this.parts.interactions.live().length, 'finish the live interactions first.');
    this.parts.agent.setState('LOGOUT');
  }

  // Calls

  /** A customer calls. Returns the call's id. */
  offerCall(offer: CallOffer): string {
    expectText(offer, 'ani', 'dnis', 'campaignId', 'transferredFrom');
    this.parts.agent.requireWorking();
    return this.parts.calls.offer(offer);
  }

  answer(id: string): void {
    this.parts.calls.answer(this.parts.interactions.takeCall(id, 'answer'));
  }

  /** The agent declines a call, a chat or an e-mail. */
  reject(id: string): void {
    this.#reject(this.parts.interactions.take(id, 'reject'));
  }

  /** The agent dials. Returns the id of the call to be, or `null` if the dial was refused. */
  dial(order: DialOrder): string | null {
    expectText(order, 'number', 'campaignName');
    if (order.crmObject) expectText(order.crmObject, 'id');
    if (order.campaignName) campaignOf(this.context.tenant, order.campaignName);
    return this.parts.dialler.dial(order);
  }

  /** The agent chooses the campaign for the dial that waits for one. */
  chooseCampaign(id: string, campaignId: string): void {
    this.parts.dialler.chooseCampaign(id, campaignId);
  }

  /** The agent chooses none. */
  cancelDial(id: string): void {
    this.parts.dialler.cancel(id);
  }

  /** The customer answers an outbound call. */
  remoteAnswer(id: string): void {
    this.parts.calls.connect(this.parts.interactions.takeCall(id, 'remoteAnswer'));
  }

  hold(id: string): void {
    this.parts.calls.hold(this.parts.interactions.takeCall(id, 'hold'));
  }

  resume(id: string): void {
    this.parts.calls.resume(this.parts.interactions.takeCall(id, 'resume'));
  }

  hangUp(id: string, how: {by?: 'agent' | 'customer'} = {}): void {
    expectTexts(how);
    const {by = 'agent'} = how;
    expect(['agent', 'customer'].includes(by), 'by must be agent or customer.');
    this.parts.calls.hangUp(this.parts.interactions.takeCall(id, 'hangUp'), by);
  }

  // Chats and e-mails

  /** A customer writes. Returns the chat's id. */
  offerChat(offer: MessageOffer = {}): string {
    return this.offer('Chat', offer);
  }

  /** An e-mail arrives. Returns its id. */
  offerEmail(offer: MessageOffer = {}): string {
    return this.offer('Email', offer);
  }

  /** The agent takes a chat or an e-mail. */
  accept(id: string): void {
    this.parts.messages.accept(this.parts.interactions.takeMessage(id, 'accept'));
  }

  /** A chat ends. */
  end(id: string): void {
    this.parts.messages.end(this.parts.interactions.takeMessage(id, 'end'));
  }

  // All three

  /** Hands the interaction over to another agent. */
  transfer(id: string): void {
    const interaction = this.parts.interactions.take(id, 'transfer');
    if (interaction.type === 'Call') this.parts.calls.transfer(interaction);
    else this.parts.interactions.finish(interaction, 'transferred');
  }

  /** The agent sets the disposition in the adapter. */
  dispose(id: string, dispositionId: string, timeout?: string): void {
    this.parts.pageRequests.dispose(this.parts.interactions.take(id, 'dispose'), dispositionId, timeout);
  }

  // The CRM

  /** The agent looks at a record of the CRM. */
  visitObject(crmObject: CrmObject): void {
    expectText(crmObject, 'id');
    this.parts.objects.visit(crmObject);
  }

  /** The agent selects, in the adapter, which record the interaction is about; `null` is 'None'. */
  selectObject(id: string, {kind, objectId}: {kind: ObjectKind; objectId: string | null}): void {
    expect(['name', 'related-to'].includes(kind), 'kind must be name or related-to.');
    this.parts.objects.select(this.parts.interactions.find(id), kind, objectId);
  }

  // The machinery

  /** Sends any WebSocket event. */
  emitWsEvent(event: {id: string; payload?: unknown; context?: WsEventContext}): void {
    expectText(event, 'id');
    emitWs(this.context, event.id, event.payload ?? null, event.context);
  }

  /** Makes something go wrong. */
  inject(fault: Fault): void {
    this.parts.faults.inject(fault);
  }

  /** Changes options. */
  configure(options: Partial<ContactCenterOptions>): void {
    expectTexts(options);
    for (const [name, value] of Object.entries(options)) checkOption(name, value);
    Object.assign(this.context.options, options);
  }

  /** Ends what lives, tells the page so, and begins anew. */
  reset(): void {
    const {interactions, calls, messages} = this.parts;
    for (const interaction of interactions.live()) {
      if (interaction.state === 'OFFERED') this.#reject(interaction);
      else if (interaction.type === 'Call') calls.dispose(interaction);
      else messages.dispose(interaction);
    }
    for (const part of ['interactions', 'dialler', 'objects', 'faults', 'pageRequests'] as const)
      this.parts[part].clear();
    this.#restore();
  }

  offer(type: 'Chat' | 'Email', offer: MessageOffer): string {
    expectTexts(offer, 'campaignId', 'from', 'subject');
    this.parts.agent.requireWorking();
    return this.parts.messages.offer(type, offer);
  }

  #reject(interaction: Interaction): void {
    if (interaction.type === 'Call') this.parts.calls.reject(interaction);
    else this.parts.interactions.finish(interaction, 'rejected');
  }
}

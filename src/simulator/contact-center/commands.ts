import type {CrmObject, WsEventContext} from '../../interaction-api/types.js';
import type {LogIn} from './agent.js';
import type {CallOffer} from './calls.js';
import {systemClock} from './clock.js';
import {command, expect, expectText, expectTexts} from './command.js';
import {type Departments, openDepartments} from './departments.js';
import type {DialOrder} from './dialler.js';
import {EventStream} from './events.js';
import type {Fault} from './faults.js';
import {emitWs, type Floor} from './floor.js';
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
  protected readonly floor: Floor;
  protected readonly of: Departments;
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
    const floor = {clock, random, tenant, stream: this.stream, login: {...login}, options: {...options}};
    this.floor = floor;
    this.of = openDepartments(floor);
    const contacts = structuredClone(tenant.contacts);
    this.#restore = () => {
      tenant.contacts.splice(0, tenant.contacts.length, ...structuredClone(contacts));
      Object.assign(floor.login, login);
      Object.assign(floor.options, options);
    };
  }

  // The agent's login

  logIn(how: LogIn = {}): void {
    expectTexts(how);
    this.of.agent.logIn(how);
  }

  logOut(): void {
    expect(!this.of.interactions.live().length, 'finish the live interactions first.');
    this.of.agent.setState('LOGOUT');
  }

  // Calls

  /** A customer calls. Returns the call's id. */
  offerCall(offer: CallOffer): string {
    expectText(offer, 'ani', 'dnis', 'campaignId', 'transferredFrom');
    this.of.agent.requireWorking();
    return this.of.calls.offer(offer);
  }

  answer(id: string): void {
    this.of.calls.answer(this.of.interactions.takeCall(id, 'answer'));
  }

  /** The agent declines a call, a chat or an e-mail. */
  reject(id: string): void {
    this.#reject(this.of.interactions.take(id, 'reject'));
  }

  /** The agent dials. Returns the id of the call to be, or `null` if the dial was refused. */
  dial(order: DialOrder): string | null {
    expectText(order, 'number', 'campaignName');
    if (order.crmObject) expectText(order.crmObject, 'id');
    if (order.campaignName) campaignOf(this.floor.tenant, order.campaignName);
    return this.of.dialler.dial(order);
  }

  /** The agent chooses the campaign for the dial that waits for one. */
  chooseCampaign(id: string, campaignId: string): void {
    this.of.dialler.chooseCampaign(id, campaignId);
  }

  /** The agent chooses none. */
  cancelDial(id: string): void {
    this.of.dialler.cancel(id);
  }

  /** The customer answers an outbound call. */
  remoteAnswer(id: string): void {
    this.of.calls.connect(this.of.interactions.takeCall(id, 'remoteAnswer'));
  }

  hold(id: string): void {
    this.of.calls.hold(this.of.interactions.takeCall(id, 'hold'));
  }

  resume(id: string): void {
    this.of.calls.resume(this.of.interactions.takeCall(id, 'resume'));
  }

  hangUp(id: string, how: {by?: 'agent' | 'customer'} = {}): void {
    expectTexts(how);
    const {by = 'agent'} = how;
    expect(['agent', 'customer'].includes(by), 'by must be agent or customer.');
    this.of.calls.hangUp(this.of.interactions.takeCall(id, 'hangUp'), by);
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
    this.of.messages.accept(this.of.interactions.takeMessage(id, 'accept'));
  }

  /** A chat ends. */
  end(id: string): void {
    this.of.messages.end(this.of.interactions.takeMessage(id, 'end'));
  }

  // All three

  /** Hands the interaction over to another agent. */
  transfer(id: string): void {
    const interaction = this.of.interactions.take(id, 'transfer');
    if (interaction.type === 'Call') this.of.calls.transfer(interaction);
    else this.of.interactions.finish(interaction, 'transferred');
  }

  /** The agent sets the disposition in the adapter. */
  dispose(id: string, dispositionId: string, timeout?: string): void {
    this.of.desk.dispose(this.of.interactions.take(id, 'dispose'), dispositionId, timeout);
  }

  // The CRM

  /** The agent looks at a record of the CRM. */
  visitObject(crmObject: CrmObject): void {
    expectText(crmObject, 'id');
    this.of.objects.visit(crmObject);
  }

  /** The agent selects, in the adapter, which record the interaction is about; `null` is 'None'. */
  selectObject(id: string, {kind, objectId}: {kind: ObjectKind; objectId: string | null}): void {
    expect(['name', 'related-to'].includes(kind), 'kind must be name or related-to.');
    this.of.objects.select(this.of.interactions.find(id), kind, objectId);
  }

  // The machinery

  /** Sends any WebSocket event. */
  emitWsEvent(event: {id: string; payload?: unknown; context?: WsEventContext}): void {
    expectText(event, 'id');
    emitWs(this.floor, event.id, event.payload ?? null, event.context);
  }

  /** Makes something go wrong. */
  inject(fault: Fault): void {
    this.of.faults.inject(fault);
  }

  /** Changes options. */
  configure(options: Partial<ContactCenterOptions>): void {
    expectTexts(options);
    for (const [name, value] of Object.entries(options)) checkOption(name, value);
    Object.assign(this.floor.options, options);
  }

  /** Ends what lives, tells the page so, and begins anew. */
  reset(): void {
    const {interactions, calls, messages} = this.of;
    for (const interaction of interactions.live()) {
      if (interaction.state === 'OFFERED') this.#reject(interaction);
      else if (interaction.type === 'Call') calls.dispose(interaction);
      else messages.dispose(interaction);
    }
    for (const part of ['interactions', 'dialler', 'objects', 'faults', 'desk'] as const) this.of[part].clear();
    this.#restore();
  }

  offer(type: 'Chat' | 'Email', offer: MessageOffer): string {
    expectTexts(offer, 'campaignId', 'from', 'subject');
    this.of.agent.requireWorking();
    return this.of.messages.offer(type, offer);
  }

  #reject(interaction: Interaction): void {
    if (interaction.type === 'Call') this.of.calls.reject(interaction);
    else this.of.interactions.finish(interaction, 'rejected');
  }
}

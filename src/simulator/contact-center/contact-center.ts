import type {CrmObject, WsEventContext} from '../../interaction-api/types.js';
import type {LogIn} from './agent.js';
import type {CallOffer} from './calls.js';
import {systemClock} from './clock.js';
import {command, commandNames, expectText} from './command.js';
import {type Departments, openDepartments} from './departments.js';
import type {DialOrder} from './dialler.js';
import {CommandError} from './errors.js';
import {type ContactCenterEvent, EventStream, type Unsubscribe} from './events.js';
import type {Fault} from './faults.js';
import {emitWs, type Floor} from './floor.js';
import type {Interaction, ObjectKind} from './interaction.js';
import type {MessageOffer} from './messages.js';
import {type ContactCenterInit, type ContactCenterOptions, defaultOptions} from './options.js';
import {cryptoRandom} from './random.js';
import {seedTenant} from './seed.js';
import {type ContactCenterState, stateOf} from './state.js';
import {campaignOf, type Tenant} from './tenant.js';

/**
 * A simulated contact centre with one agent: the domain that adapter, REST and WebSocket show to the outside.
 *
 * It has three sides. **Commands** are what happens in the world: a customer calls, the agent answers, a link drops; one that makes no sense throws a
 * `CommandError`. **Requests and notices** are what the agent's page asks through the Interaction API; they are refused with the documented error codes.
 * **Events** are what the page is told.
 *
 * With the same clock and random source, the same commands make the same ids, events and state.
 */
export class ContactCenter {
  /** What it tells. */
  readonly stream = new EventStream();
  readonly #floor: Floor;
  readonly #of: Departments;
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
    this.#floor = floor;
    this.#of = openDepartments(floor);
    const contacts = structuredClone(tenant.contacts);
    this.#restore = () => {
      tenant.contacts.splice(0, tenant.contacts.length, ...structuredClone(contacts));
      Object.assign(floor.login, login);
      Object.assign(floor.options, options);
    };
  }

  // The agent's login

  @command logIn(how: LogIn = {}): void {
    this.#of.agent.logIn(how);
  }

  @command logOut(): void {
    if (this.#of.interactions.live().length) throw new CommandError('finish the live interactions first.');
    this.#of.agent.setState('LOGOUT');
  }

  // Calls

  /** A customer calls. Returns the call's id. */
  @command offerCall(offer: CallOffer): string {
    expectText(offer, 'ani');
    this.#of.agent.requireWorking();
    return this.#of.calls.offer(offer);
  }

  @command answer(id: string): void {
    this.#of.calls.answer(this.#of.interactions.takeCall(id, 'answer'));
  }

  /** The agent declines a call, a chat or an e-mail. */
  @command reject(id: string): void {
    this.#reject(this.#of.interactions.take(id, 'reject'));
  }

  /** The agent dials. Returns the id of the call to be, or `null` if the dial was refused. */
  @command dial(order: DialOrder): string | null {
    expectText(order, 'number');
    if (order.campaignName) campaignOf(this.#floor.tenant, order.campaignName);
    return this.#of.dialler.dial(order);
  }

  /** The agent chooses the campaign for the dial that waits for one. */
  @command chooseCampaign(id: string, campaignId: string): void {
    this.#of.dialler.chooseCampaign(id, campaignId);
  }

  /** The agent chooses none. */
  @command cancelDial(id: string): void {
    this.#of.dialler.cancel(id);
  }

  /** The customer answers an outbound call. */
  @command remoteAnswer(id: string): void {
    this.#of.calls.connect(this.#of.interactions.takeCall(id, 'remoteAnswer'));
  }

  @command hold(id: string): void {
    this.#of.calls.hold(this.#of.interactions.takeCall(id, 'hold'));
  }

  @command resume(id: string): void {
    this.#of.calls.resume(this.#of.interactions.takeCall(id, 'resume'));
  }

  @command hangUp(id: string, {by = 'agent'}: {by?: 'agent' | 'customer'} = {}): void {
    if (!['agent', 'customer'].includes(by)) throw new CommandError('by must be agent or customer.');
    this.#of.calls.hangUp(this.#of.interactions.takeCall(id, 'hangUp'), by);
  }

  // Chats and e-mails

  /** A customer writes. Returns the chat's id. */
  @command offerChat(offer: MessageOffer = {}): string {
    this.#of.agent.requireWorking();
    return this.#of.messages.offer('Chat', offer);
  }

  /** An e-mail arrives. Returns its id. */
  @command offerEmail(offer: MessageOffer = {}): string {
    this.#of.agent.requireWorking();
    return this.#of.messages.offer('Email', offer);
  }

  /** The agent takes a chat or an e-mail. */
  @command accept(id: string): void {
    this.#of.messages.accept(this.#of.interactions.takeMessage(id, 'accept'));
  }

  /** A chat ends. */
  @command end(id: string): void {
    this.#of.messages.end(this.#of.interactions.takeMessage(id, 'end'));
  }

  // All three

  /** Hands the interaction over to another agent. */
  @command transfer(id: string): void {
    const interaction = this.#of.interactions.take(id, 'transfer');
    if (interaction.type === 'Call') this.#of.calls.transfer(interaction);
    else this.#of.interactions.finish(interaction, 'transferred');
  }

  /** The agent sets the disposition in the adapter. */
  @command dispose(id: string, dispositionId: string, timeout?: string): void {
    this.#of.desk.dispose(this.#of.interactions.take(id, 'dispose'), dispositionId, timeout);
  }

  // The CRM

  /** The agent looks at a record of the CRM. */
  @command visitObject(crmObject: CrmObject): void {
    expectText(crmObject, 'id');
    this.#of.objects.visit(crmObject);
  }

  /** The agent selects, in the adapter, which record the interaction is about; `null` is 'None'. */
  @command selectObject(id: string, {kind, objectId}: {kind: ObjectKind; objectId: string | null}): void {
    this.#of.objects.select(this.#of.interactions.find(id), kind, objectId);
  }

  // The machinery

  /** Sends any WebSocket event. */
  @command emitWsEvent(event: {id: string; payload?: unknown; context?: WsEventContext}): void {
    expectText(event, 'id');
    emitWs(this.#floor, event.id, event.payload ?? null, event.context);
  }

  /** Makes something go wrong. */
  @command inject(fault: Fault): void {
    this.#of.faults.inject(fault);
  }

  /** Changes options. */
  @command configure(options: Partial<ContactCenterOptions>): void {
    const unknown = Object.keys(options).find((name) => !Object.hasOwn(defaultOptions, name));
    if (unknown) throw new CommandError(`there is no option ${unknown}.`);
    Object.assign(this.#floor.options, options);
  }

  /** Ends what lives, tells the page so, and begins anew. */
  @command reset(): void {
    const {interactions, calls, messages} = this.#of;
    for (const interaction of interactions.live()) {
      if (interaction.state === 'OFFERED') this.#reject(interaction);
      else if (interaction.type === 'Call') calls.dispose(interaction);
      else messages.dispose(interaction);
    }
    for (const part of ['interactions', 'dialler', 'objects', 'faults', 'desk'] as const) this.#of[part].clear();
    this.#restore();
  }

  /** What the administrator has set up. */
  get tenant(): Tenant {
    return this.#floor.tenant;
  }

  /** All that can be seen, as JSON. */
  state(): ContactCenterState {
    return stateOf(this.#floor, this.#of);
  }

  /** Gives a command by its name, as it comes over HTTP. */
  run(name: string, args: readonly unknown[] = []): unknown {
    if (name !== 'state' && !commandNames.includes(name)) {
      throw new CommandError(`there is no command ${name}; there are state, ${commandNames.join(', ')}.`);
    }
    return (this[name as keyof this] as (...args: readonly unknown[]) => unknown)(...args);
  }

  // The agent's page

  /**
   * Carries out a method of the Interaction API, as far as the injected faults let it. At once, if none delays it.
   * @param own What the adapter answers by itself.
   * @param lost Is called when a fault keeps the answer from ever coming.
   */
  request(method: string, params?: unknown, own?: () => unknown, lost?: () => void): Promise<unknown> {
    const carryOut = (): unknown => {
      const ask = own ?? (() => this.#of.desk.request(method, params));
      // Questions change nothing, and there are many.
      return own || method.startsWith('get') ? ask() : this.stream.change(ask);
    };
    return this.#of.faults.pass(method, carryOut, lost);
  }

  /** Takes note of `click2dial` and `objectVisited`. */
  notify(name: string, data: unknown): void {
    this.stream.change(() => {
      this.#of.desk.notify(name, data);
    });
  }

  /** What a page that just connected must be told of the live interactions. */
  replay(): ContactCenterEvent[] {
    return this.#of.interactions.replay();
  }

  /** Whether the adapter can be reached. */
  get link(): ContactCenterState['link'] {
    return this.#of.faults.link();
  }

  /** Hears what the page is told. */
  subscribe(listener: (event: ContactCenterEvent) => void): Unsubscribe {
    return this.stream.events.add(listener);
  }

  /** Hears that something in `state()` has changed. */
  onChange(listener: () => void): Unsubscribe {
    return this.stream.changes.add(listener);
  }

  #reject(interaction: Interaction): void {
    if (interaction.type === 'Call') this.#of.calls.reject(interaction);
    else this.#of.interactions.finish(interaction, 'rejected');
  }
}

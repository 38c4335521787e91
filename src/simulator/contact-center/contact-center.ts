import type {CrmObject, WsEventContext} from '../../interaction-api/types.js';
import type {LogIn} from './agent.js';
import type {CallOffer} from './calls.js';
import {systemClock} from './clock.js';
import {type Departments, openDepartments} from './departments.js';
import type {DialOrder} from './dialler.js';
import {CommandError, Refusal} from './errors.js';
import {type ContactCenterEvent, EventStream, type Unsubscribe} from './events.js';
import type {Fault} from './faults.js';
import {emitWs, type Floor} from './floor.js';
import type {Interaction, Message, ObjectKind} from './interaction.js';
import type {MessageOffer} from './messages.js';
import {type ContactCenterInit, type ContactCenterOptions, defaultOptions} from './options.js';
import {cryptoRandom, newInteractionId} from './random.js';
import {seedTenant} from './seed.js';
import {type ContactCenterState, stateOf} from './state.js';
import {campaignOf} from './tenant.js';

/** Names of the commands, for those who give them from afar. */
export const commandNames = [
  'logIn',
  'logOut',
  'offerCall',
  'answer',
  'reject',
  'dial',
  'chooseCampaign',
  'cancelDial',
  'remoteAnswer',
  'hold',
  'resume',
  'hangUp',
  'dispose',
  'transfer',
  'offerChat',
  'offerEmail',
  'accept',
  'end',
  'visitObject',
  'selectObject',
  'emitWsEvent',
  'inject',
  'configure',
  'reset',
  'state',
] as const;

/** Name of a command. */
export type CommandName = (typeof commandNames)[number];

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
  readonly #floor: Floor;
  readonly #of: Departments;
  /** What `reset` goes back to. */
  readonly #initial: Pick<Floor, 'agent' | 'options'>;

  constructor(init: ContactCenterInit = {}) {
    const {
      clock = systemClock,
      random = cryptoRandom,
      tenant = seedTenant(),
      loggedIn = true,
      stationType = 'SOFTPHONE',
      ...options
    } = init;
    this.#initial = {
      agent: {loginState: loggedIn ? 'WORKING' : 'LOGOUT', stationType},
      options: {...defaultOptions, ...options},
    };
    this.#floor = {clock, random, tenant, stream: new EventStream(), ...structuredClone(this.#initial)};
    this.#of = openDepartments(this.#floor);
  }

  // The agent's login

  logIn(how: LogIn = {}): void {
    this.#command(() => {
      this.#of.agent.logIn(how);
    });
  }

  logOut(): void {
    this.#command(() => {
      this.#of.agent.logOut(this.#of.interactions.live.length);
    });
  }

  // Calls

  /** A customer calls. Returns the call's id. */
  offerCall(offer: CallOffer): string {
    return this.#offer('offerCall', (id) => {
      expectText('offerCall', 'ani', offer?.ani);
      this.#of.calls.offer(id, offer);
    });
  }

  answer(id: string): void {
    this.#command(() => {
      this.#of.calls.answer(this.#of.interactions.for(id, 'answer'));
    });
  }

  /** The agent declines a call, a chat or an e-mail. */
  reject(id: string): void {
    this.#command(() => {
      this.#reject(this.#of.interactions.for(id, 'reject'));
    });
  }

  /** The agent dials. Returns the id of the call to be, or `null` if the dial was refused. */
  dial(order: Pick<DialOrder, 'number' | 'campaignName' | 'crmObject'>): string | null {
    return this.#command(() => {
      expectText('dial', 'number', order?.number);
      if (order.campaignName) campaignOf(this.#floor.tenant, order.campaignName);
      return this.#of.dialler.dial(order);
    });
  }

  /** The agent chooses the campaign for the click-to-dial that waits for one. */
  chooseCampaign(id: string, campaignId: string): void {
    this.#command(() => {
      this.#of.dialler.chooseCampaign(id, campaignId);
    });
  }

  /** The agent chooses none. */
  cancelDial(id: string): void {
    this.#command(() => {
      this.#of.dialler.cancel(id);
    });
  }

  /** The customer answers an outbound call. */
  remoteAnswer(id: string): void {
    this.#command(() => {
      this.#of.calls.connect(this.#of.interactions.for(id, 'remoteAnswer'));
    });
  }

  hold(id: string): void {
    this.#command(() => {
      this.#of.calls.move(this.#of.interactions.for(id, 'hold'), 'ON_HOLD');
    });
  }

  resume(id: string): void {
    this.#command(() => {
      this.#of.calls.resume(this.#of.interactions.for(id, 'resume'));
    });
  }

  hangUp(id: string, {by = 'agent'}: {by?: 'agent' | 'customer'} = {}): void {
    this.#command(() => {
      expectOneOf('hangUp', 'by', by, ['agent', 'customer']);
      this.#of.calls.hangUp(this.#of.interactions.for(id, 'hangUp'), by);
    });
  }

  // Chats and e-mails

  /** A customer writes. Returns the chat's id. */
  offerChat(offer: MessageOffer = {}): string {
    return this.#offerMessage('Chat', offer);
  }

  /** An e-mail arrives. Returns its id. */
  offerEmail(offer: MessageOffer = {}): string {
    return this.#offerMessage('Email', offer);
  }

  /** The agent takes a chat or an e-mail. */
  accept(id: string): void {
    this.#command(() => {
      this.#of.messages.accept(this.#of.interactions.for(id, 'accept'));
    });
  }

  /** A chat ends. */
  end(id: string): void {
    this.#command(() => {
      this.#of.messages.end(this.#of.interactions.for(id, 'end'));
    });
  }

  // All three

  /** Hands the interaction over to another agent. */
  transfer(id: string): void {
    this.#command(() => {
      const interaction = this.#of.interactions.for(id, 'transfer');
      if (interaction.type === 'Call') this.#of.calls.transfer(interaction);
      else this.#of.interactions.finish(interaction, 'transferred');
    });
  }

  /** The agent sets the disposition in the adapter. */
  dispose(id: string, dispositionId: string, timeout?: string): void {
    this.#command(() => {
      this.#of.desk.dispose(this.#of.interactions.for(id, 'dispose'), dispositionId, timeout);
    });
  }

  // The CRM

  /** The agent looks at a record of the CRM. */
  visitObject(crmObject: CrmObject): void {
    this.#command(() => {
      expectText('visitObject', 'id', crmObject?.id);
      this.#of.objects.visit(crmObject);
    });
  }

  /** The agent selects, in the adapter, which record the interaction is about; `null` is 'None'. */
  selectObject(id: string, {kind, objectId}: {kind: ObjectKind; objectId: string | null}): void {
    this.#command(() => {
      expectOneOf('selectObject', 'kind', kind, ['name', 'related-to']);
      this.#of.objects.select(this.#of.interactions.get(id, 'selectObject'), kind, objectId);
    });
  }

  // The machinery

  /** Sends any WebSocket event. */
  emitWsEvent({id, payload, context}: {id: string; payload?: unknown; context?: WsEventContext}): void {
    this.#command(() => {
      expectText('emitWsEvent', 'id', id);
      emitWs(this.#floor, id, payload ?? null, context);
    });
  }

  /** Makes something go wrong. */
  inject(fault: Fault): void {
    this.#command(() => {
      this.#of.faults.inject(fault);
    });
  }

  /** Changes options. */
  configure(options: Partial<ContactCenterOptions>): void {
    this.#command(() => {
      const unknown = Object.keys(options).filter((name) => !Object.hasOwn(defaultOptions, name));
      if (unknown.length) throw new CommandError(`configure: there is no option ${unknown.join(', ')}.`);
      Object.assign(this.#floor.options, options);
    });
  }

  /** Ends what lives, tells the page so, and begins anew. */
  reset(): void {
    this.#command(() => {
      const {interactions, calls, messages, dialler, objects, faults, desk} = this.#of;
      for (const interaction of interactions.live) {
        if (interaction.state === 'OFFERED') this.#reject(interaction);
        else if (interaction.type === 'Call') calls.dispose(interaction);
        else messages.dispose(interaction);
      }
      interactions.clear();
      dialler.clear();
      objects.visited = [];
      faults.clear();
      desk.openInteractionId = null;
      Object.assign(this.#floor.agent, this.#initial.agent);
      Object.assign(this.#floor.options, this.#initial.options);
    });
  }

  /** All that can be seen, as JSON. */
  state(): ContactCenterState {
    return stateOf(this.#floor, this.#of);
  }

  /** Gives a command by its name, as it comes over HTTP. */
  run(name: string, args: readonly unknown[] = []): unknown {
    if (!commandNames.includes(name as CommandName)) {
      throw new CommandError(`There is no command ${name}; there are ${commandNames.join(', ')}.`);
    }
    return (this[name as CommandName] as (...args: readonly unknown[]) => unknown)(...args);
  }

  // The agent's page

  /**
   * Carries out a method of the Interaction API, as far as the injected faults let it. At once, if none delays it.
   * @param own What the adapter answers by itself.
   */
  request(method: string, params?: unknown, own?: () => unknown): Promise<unknown> {
    return this.#of.faults.pass(method, () => {
      const ask = own ?? (() => this.#of.desk.request(method, params));
      // Questions change nothing, and there are many.
      return own || method.startsWith('get') ? ask() : this.#floor.stream.change(ask);
    });
  }

  /** Takes note of `click2dial` and `objectVisited`. */
  notify(name: string, data: unknown): void {
    this.#floor.stream.change(() => {
      this.#of.desk.notify(name, data);
    });
  }

  /** What a page that just connected must be told of the live interactions. */
  replay(): ContactCenterEvent[] {
    return this.#of.interactions.replay();
  }

  /** Whether the adapter can be reached. */
  get link(): ContactCenterState['link'] {
    return this.#of.faults.link;
  }

  /** Hears what the page is told. */
  subscribe(listener: (event: ContactCenterEvent) => void): Unsubscribe {
    return this.#floor.stream.events.add(listener);
  }

  /** Hears that something in `state()` has changed. */
  onChange(listener: () => void): Unsubscribe {
    return this.#floor.stream.changes.add(listener);
  }

  #command<Result>(carryOut: () => Result): Result {
    try {
      return this.#floor.stream.change(carryOut);
    } catch (error) {
      throw error instanceof Refusal ? new CommandError(error.message) : error;
    }
  }

  #offer(command: string, announce: (id: string) => void): string {
    return this.#command(() => {
      const {loginState} = this.#floor.agent;
      if (loginState !== 'WORKING') throw new CommandError(`${command}: the agent is ${loginState}, not WORKING.`);
      const id = newInteractionId(this.#floor.random);
      announce(id);
      return id;
    });
  }

  #offerMessage(type: Message['type'], offer: MessageOffer): string {
    return this.#offer(`offer${type}`, (id) => {
      this.#of.messages.offer(id, type, campaignOf(this.#floor.tenant, offer.campaignId), offer);
    });
  }

  #reject(interaction: Interaction): void {
    if (interaction.type === 'Call') this.#of.calls.reject(interaction);
    else this.#of.interactions.finish(interaction, 'rejected');
  }
}

function expectText(command: string, name: string, value: unknown): void {
  if (typeof value !== 'string' || !value) throw new CommandError(`${command}: ${name} must be a text.`);
}

function expectOneOf(command: string, name: string, value: unknown, allowed: readonly unknown[]): void {
  if (!allowed.includes(value)) throw new CommandError(`${command}: ${name} must be ${allowed.join(' or ')}.`);
}

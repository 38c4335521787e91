import {isSameRecord} from '../../interaction-api/record-id.js';
import type {CrmObject, WsEventContext} from '../../interaction-api/types.js';
import type {LogIn} from './agent.js';
import type {CallOffer} from './calls.js';
import {defineCommands, expect, expectText, expectTexts} from './command.js';
import {type CenterParts, createParts} from './parts.js';
import type {DialOrder} from './dialler.js';
import {EventStream} from './events.js';
import type {Fault} from './faults.js';
import {type CenterContext, createContext, emitWs, LOGIN_STATES, type LoginState} from './center-context.js';
import type {Interaction, ObjectKind} from './interaction.js';
import type {MessageOffer} from './messages.js';
import {checkOption, type ContactCenterInit, type ContactCenterOptions} from './options.js';
import type {ComponentUse} from './page/components.js';
import {TILE_NAMES, type TileName} from './page/tiles.js';
import {campaignOf} from './tenant.js';

/**
 * The commands of a contact centre. Every method is a command: `ContactCenter.run` can run it by its name, and each of
 * its errors is a `CommandError`.
 */
export class Commands {
  static {
    defineCommands(this.prototype);
  }

  /** The events for the agent's page. */
  readonly stream = new EventStream();
  protected readonly context: CenterContext;
  protected readonly parts: CenterParts;
  /** Restores the initial login, options and contacts. */
  readonly #restore: () => void;

  constructor(init: ContactCenterInit = {}) {
    const {context, restore} = createContext(init, this.stream);
    this.context = context;
    this.parts = createParts(context);
    this.#restore = restore;
  }

  // Commands for the agent's login

  logIn(options: LogIn = {}): void {
    expectTexts(options);
    this.parts.agent.logIn(options);
  }

  logOut(): void {
    expect(!this.parts.interactions.live().length, 'finish the live interactions first.');
    this.parts.agent.setState('LOGOUT');
  }

  // Commands for calls

  /** Simulates a call from a customer. Returns the id of the call. */
  offerCall(offer: CallOffer): string {
    expectText(offer, 'ani', 'dnis', 'campaignId', 'transferredFrom');
    this.parts.agent.requireWorking();
    return this.parts.calls.offer(offer);
  }

  answer(id: string): void {
    this.parts.calls.answer(this.parts.interactions.takeCall(id, 'answer'));
  }

  /** Declines a call, a chat or an e-mail. */
  reject(id: string): void {
    this.#reject(this.parts.interactions.take(id, 'reject'));
  }

  /**
   * Dials a number for the agent. Returns the id that the call will have, or `null` if the dial is refused. If a page has
   * hooks, returns a promise of this.
   */
  dial(order: DialOrder): string | null | Promise<string | null> {
    expectText(order, 'number', 'campaignName');
    if (order.crmObject) expectText(order.crmObject, 'id');
    if (order.campaignName) campaignOf(this.context.tenant, order.campaignName);
    const {softphone} = this.parts;
    return softphone.run(softphone.dial(order, false));
  }

  /** Chooses the campaign for the dial that waits for a campaign. The call then starts. */
  chooseCampaign(id: string, campaignId: string): void {
    this.parts.dialler.chooseCampaign(id, campaignId);
  }

  /** Cancels the dial that waits for a campaign. */
  cancelDial(id: string): void {
    this.parts.dialler.cancel(id);
  }

  /** Simulates that the customer answers an outbound call. */
  remoteAnswer(id: string): void {
    this.parts.calls.connect(this.parts.interactions.takeCall(id, 'remoteAnswer'));
  }

  hold(id: string): void {
    this.parts.calls.hold(this.parts.interactions.takeCall(id, 'hold'));
  }

  resume(id: string): void {
    this.parts.calls.resume(this.parts.interactions.takeCall(id, 'resume'));
  }

  hangUp(id: string, options: {by?: 'agent' | 'customer'} = {}): void {
    expectTexts(options);
    const {by = 'agent'} = options;
    expect(['agent', 'customer'].includes(by), 'by must be agent or customer.');
    this.parts.calls.hangUp(this.parts.interactions.takeCall(id, 'hangUp'), by);
  }

  // Commands for chats and e-mails

  /** Simulates a new chat from a customer. Returns the id of the chat. */
  offerChat(offer: MessageOffer = {}): string {
    return this.offer('Chat', offer);
  }

  /** Simulates a new e-mail from a customer. Returns the id of the e-mail. */
  offerEmail(offer: MessageOffer = {}): string {
    return this.offer('Email', offer);
  }

  /** Accepts a chat or an e-mail. */
  accept(id: string): void {
    this.parts.messages.accept(this.parts.interactions.takeMessage(id, 'accept'));
  }

  /** Ends a chat. */
  end(id: string): void {
    this.parts.messages.end(this.parts.interactions.takeMessage(id, 'end'));
  }

  // Commands for calls, chats and e-mails

  /** Transfers the interaction to another agent. */
  transfer(id: string): void | Promise<void> {
    const {calls, interactions, softphone} = this.parts;
    const interaction = interactions.take(id, 'transfer');
    const carryOut = (): void => {
      if (interaction.type === 'Call') calls.transfer(interaction);
      else interactions.finish(interaction, 'transferred');
    };
    return softphone.run(softphone.allow('beforeTransfer', interaction, carryOut));
  }

  /** Starts a recording of a call. */
  record(id: string): void | Promise<void> {
    const {calls, interactions, softphone} = this.parts;
    const call = interactions.takeCall(id, 'hold');
    const carryOut = (): void => {
      call.recorded = true;
      calls.sendUpdate(call);
    };
    return softphone.run(softphone.allow('beforeRecord', call, carryOut));
  }

  /** Sets the disposition of the interaction and finishes the interaction, as the agent can do in the adapter. */
  dispose(id: string, dispositionId: string, timeout?: string): void | Promise<void> {
    return this.parts.pageRequests.dispose(this.parts.interactions.take(id, 'dispose'), dispositionId, timeout);
  }

  // Commands for the CRM

  /** Adds a record to the CRM records that the agent has visited. */
  visitObject(crmObject: CrmObject): void | Promise<void> {
    expectText(crmObject, 'id');
    const {softphone} = this.parts;
    return softphone.run(softphone.visit(crmObject));
  }

  /**
   * Selects a CRM record for the interaction, as the agent can do in the adapter. If `objectId` is `null`, selects
   * 'None'.
   */
  selectObject(id: string, {kind, objectId}: {kind: ObjectKind; objectId: string | null}): void {
    expect(['name', 'related-to'].includes(kind), 'kind must be name or related-to.');
    this.parts.objects.select(this.parts.interactions.find(id), kind, objectId);
  }

  /**
   * Shows a record of the interaction in the CRM, as the agent can do in the list of found records.
   *
   * @param force Whether the record is shown again.
   */
  popRecord(id: string, objectId: string, {force = false} = {}): void | Promise<void> {
    const {interactions, softphone} = this.parts;
    const interaction = interactions.find(id);
    const {searchResults, objects} = interaction;
    const found = [...searchResults, ...objects].find((it) => isSameRecord(it.id, objectId));
    expect(found, `the interaction has no record ${objectId}.`);
    return softphone.run(softphone.screenPop.pop(interaction, found, force));
  }

  /** Searches the records of the other party again. */
  searchAgain(id: string): void | Promise<void> {
    const {interactions, softphone} = this.parts;
    return softphone.run(softphone.callerSearch.search(interactions.find(id)));
  }

  /** Presses a tile of the adapter: `calls`, `chats` or `emails`. */
  pressTile(name: TileName): void | Promise<void> {
    expect(TILE_NAMES.includes(name), `there is no tile ${name}; there are ${TILE_NAMES.join(', ')}.`);
    const {tiles, run} = this.parts.softphone;
    return run(tiles.press(name));
  }

  /** Brings the adapter to the front. */
  bringToFront(): unknown {
    const {pages, run} = this.parts.softphone;
    return run(pages.ask('crmApi', 'bringAppToFront')) instanceof Promise;
  }

  /** Uses an own control of the page. The event names the interaction, by default the newest live one. */
  useComponent(use: ComponentUse & {interactionId?: string}): void {
    expectText(use, 'callback', 'name', 'value', 'interactionId');
    const {interactions, softphone} = this.parts;
    const interaction = use.interactionId ? interactions.find(use.interactionId) : interactions.live().at(-1);
    softphone.components.use(use, interaction);
  }

  /** Calls a method that a page has registered. Returns its result; `null` if no page has the method. */
  callCustomMethod(name: string, argument: unknown = null): unknown {
    expect(typeof name === 'string' && name, 'name must be a text.');
    const {customMethods, run} = this.parts.softphone;
    return run(customMethods.call(name, argument));
  }

  /** Answers a question of a hook to the agent. */
  answerDialog(id: number, isYes: boolean): void {
    this.parts.softphone.dialogs.answer(id, isYes);
  }

  /** Hides a message in the adapter. */
  hideMessage(text: string): void {
    this.parts.softphone.dialogs.hideMessage(text);
  }

  /** Reports an error of the adapter to the pages. */
  reportError({source, errorMessage, context}: {source: string; errorMessage: string; context?: object}): void {
    this.parts.softphone.application.reportError(source, errorMessage, context);
  }

  /** Changes the state of the agent's login. */
  setLoginState(state: LoginState): void {
    expect(LOGIN_STATES.includes(state), `there is no login state ${state}; there are ${LOGIN_STATES.join(', ')}.`);
    if (state === 'WORKING') this.parts.agent.logIn({});
    else this.parts.agent.setState(state);
  }

  // Commands for the simulation

  /** Sends any WebSocket event. */
  emitWsEvent(event: {id: string; payload?: unknown; context?: WsEventContext}): void {
    expectText(event, 'id');
    emitWs(this.context, event.id, event.payload ?? null, event.context);
  }

  /** Injects a fault. */
  inject(fault: Fault): void {
    this.parts.faults.inject(fault);
  }

  /** Changes the given options. The other options stay unchanged. */
  configure(options: Partial<ContactCenterOptions>): void {
    expectTexts(options);
    for (const [name, value] of Object.entries(options)) checkOption(name, value);
    Object.assign(this.context.options, options);
  }

  /** Finishes the live interactions, sends their events, and restores the initial state. */
  reset(): void {
    const {interactions, calls, messages} = this.parts;
    for (const interaction of interactions.live()) {
      if (interaction.state === 'OFFERED') this.#reject(interaction);
      else if (interaction.type === 'Call') calls.dispose(interaction);
      else messages.dispose(interaction);
    }
    const {dialler, faults, objects, pageRequests, softphone} = this.parts;
    for (const part of [interactions, dialler, objects, faults, pageRequests, softphone]) part.clear();
    this.#restore();
  }

  /** Offers a chat or an e-mail to the agent. Returns the id of the chat or e-mail. */
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

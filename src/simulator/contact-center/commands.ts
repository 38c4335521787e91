import {isRecord} from '../../interaction-api/is-record.js';
import {textOf} from '../../interaction-api/text-of.js';
import type {CrmObject, WsEventContext} from '../../interaction-api/types.js';
import type {LogIn} from './agent.js';
import type {CallOffer} from './calls.js';
import {orderOf} from './click2dial-data.js';
import {defineCommands, expect, expectBoolean, expectText, expectTexts} from './command.js';
import {hasId} from './crm-record.js';
import {type CenterParts, createParts} from './parts.js';
import type {DialOrder} from './dialler.js';
import {EventStream} from './events.js';
import type {Fault} from './faults.js';
import {type CenterContext, createContext, emitWs, LOGIN_STATES, type LoginState} from './center-context.js';
import type {Interaction, ObjectKind} from './interaction.js';
import type {MessageOffer} from './messages.js';
import {checkOption, type ContactCenterInit, type ContactCenterOptions} from './options.js';
import {ERROR_SOURCES, type ErrorSource} from './page/application.js';
import type {ComponentUse} from './page/components.js';
import type {AskedApi} from './page/page-asker.js';
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
    const {workflows, dials} = this.parts.softphone;
    return workflows.run(dials.dial(order));
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
    const {workflows, closing} = this.parts.softphone;
    return workflows.run(closing.transfer(this.parts.interactions.take(id, 'transfer')));
  }

  /** Starts a recording of a call. */
  record(id: string): void | Promise<void> {
    const {workflows, record} = this.parts.softphone;
    const call = this.parts.interactions.takeCall(id, 'hold');
    return workflows.run(record(call));
  }

  /**
   * Sets the disposition of the interaction and finishes the interaction, as the agent can do in the adapter. A hook of a
   * page can stop this.
   */
  dispose(id: string, dispositionId: string, timeout?: string): unknown {
    const {workflows, closing} = this.parts.softphone;
    const interaction = this.parts.interactions.take(id, 'dispose');
    const outcome = workflows.run(closing.dispose(interaction, {dispositionId, timeout}));
    return outcome instanceof Promise ? outcome.then(() => undefined) : undefined;
  }

  // Commands for the CRM

  /** Adds a record to the CRM records that the agent has visited. */
  visitObject(crmObject: CrmObject): void | Promise<void> {
    expectText(crmObject, 'id');
    const {workflows, visit} = this.parts.softphone;
    return workflows.run(visit(crmObject));
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
   * Picks a record of the interaction, as the agent can do in the list of found records. Selects the record, and shows it
   * in the CRM.
   *
   * @param options With `force`, the agent requests a record again that is already shown.
   */
  popRecord(id: string, objectId: string, options: {force?: boolean} = {}): void | Promise<void> {
    expectTexts(options);
    expectBoolean(options.force, 'force');
    const {interactions, objects, softphone} = this.parts;
    const interaction = interactions.findLive(id);
    const record = [...interaction.searchResults, ...interaction.objects].find((it) => hasId(it, objectId));
    expect(record, `the interaction has no record ${textOf(objectId) ?? ''}.`);
    objects.pick(interaction, record);
    return softphone.workflows.run(softphone.screenPop.pop(interaction, record, options.force));
  }

  /** Searches the records of the other party again. */
  searchAgain(id: string): void | Promise<void> {
    const {interactions, softphone} = this.parts;
    return softphone.workflows.run(softphone.callerSearch.search(interactions.findLive(id)));
  }

  // Commands for the controls of the adapter

  /** Presses a tile of the adapter. */
  pressTile(name: TileName): void | Promise<void> {
    expect(TILE_NAMES.includes(name), `there is no such tile; there are ${TILE_NAMES.join(', ')}.`);
    this.#requireClient('crmApi');
    const {tiles, workflows} = this.parts.softphone;
    return workflows.run(tiles.press(name));
  }

  /** Dials a number that a page suggests. Returns the same as `dial`. */
  dialSuggested(index: number): string | null | Promise<string | null> {
    const {suggestedNumbers, workflows, dials} = this.parts.softphone;
    const numbers = suggestedNumbers.state().suggestedNumbers;
    const suggested = Number.isInteger(index) ? numbers[index] : undefined;
    expect(suggested, `there is no suggested number ${textOf(index) ?? ''}; the page suggests ${numbers.length}.`);
    return workflows.run(dials.dial(orderOf(suggested)));
  }

  /** Brings the adapter to the front. */
  bringToFront(): void {
    this.#requireClient('crmApi');
    const {pages, workflows} = this.parts.softphone;
    workflows.start(pages.ask('crmApi', 'bringAppToFront'));
  }

  /** Uses an own control of the page. The event names the given interaction, by default the newest live one. */
  useComponent(use: ComponentUse & {interactionId?: string}): void {
    expectText(use, 'callback', 'name', 'value', 'interactionId');
    this.#requireClient('customComponentsApi');
    const {interactions, softphone} = this.parts;
    const {interactionId} = use;
    const interaction = interactionId ? interactions.find(interactionId) : interactions.live().at(-1);
    softphone.components.use(use, interaction);
  }

  /** Calls a method that a page has registered. Returns its result; `null` if no page has the method. */
  callCustomMethod(name: string, argument: unknown = null): unknown {
    expect(typeof name === 'string' && name, 'name must be a text.');
    const {customMethods, workflows} = this.parts.softphone;
    return workflows.run(customMethods.call(name, argument));
  }

  /** Adds a method of own code inside the adapter that returns `answer`. Pages can call the method. */
  answerCustomMethod(name: string, answer: unknown = null): void {
    expect(typeof name === 'string' && name, 'name must be a text.');
    const copy: unknown = structuredClone(answer);
    this.parts.softphone.customMethods.add(name, () => copy);
  }

  /** Answers a question of a hook to the agent. */
  answerDialog(id: number, isYes: boolean): void {
    expect(typeof isYes === 'boolean', 'the answer must be true or false.');
    this.parts.softphone.dialogs.answer(id, isYes);
  }

  /** Hides a message in the adapter. */
  hideMessage(text: string): void {
    expect(typeof text === 'string', 'text must be a text.');
    expect(this.parts.softphone.dialogs.hideMessage(text), 'there is no such message.');
  }

  /** Reports an error of the adapter to the pages. */
  reportError(error: {source: ErrorSource; errorMessage: string; context?: object}): void {
    expectText(error, 'errorMessage');
    const {source, errorMessage, context} = error;
    expect(ERROR_SOURCES.includes(source), `source must be one of ${ERROR_SOURCES.join(', ')}.`);
    expect(context === undefined || isRecord(context), 'context must be an object.');
    this.parts.softphone.application.reportError(source, errorMessage, context);
  }

  /** Changes the state of the agent's login. */
  setLoginState(state: LoginState): void {
    expect(LOGIN_STATES.includes(state), `there is no such login state; there are ${LOGIN_STATES.join(', ')}.`);
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
    const {interactions, calls, messages, dialler, faults, objects, pageRequests, softphone} = this.parts;
    softphone.workflows.stop();
    for (const interaction of interactions.live()) {
      if (interaction.state === 'OFFERED') this.#reject(interaction);
      else if (interaction.type === 'Call') calls.dispose(interaction);
      else messages.dispose(interaction);
    }
    for (const part of [interactions, dialler, objects, faults, pageRequests]) part.clear();
    this.#restore();
    softphone.clear();
    softphone.restart();
  }

  /** Offers a chat or an e-mail to the agent. Returns the id of the chat or e-mail. */
  offer(type: 'Chat' | 'Email', offer: MessageOffer): string {
    expectTexts(offer, 'campaignId', 'from', 'subject');
    this.parts.agent.requireWorking();
    return this.parts.messages.offer(type, offer);
  }

  #requireClient(api: AskedApi): void {
    expect(this.parts.softphone.pages.count(api), `no page is connected to ${api}.`);
  }

  #reject(interaction: Interaction): void {
    if (interaction.type === 'Call') this.parts.calls.reject(interaction);
    else this.parts.interactions.finish(interaction, 'rejected');
  }
}

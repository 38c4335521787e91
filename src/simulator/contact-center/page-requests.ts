import {ApiErrorCode} from '../../interaction-api/errors.js';
import {recordIn} from './crm-record.js';
import type {Domain} from './domain.js';
import {notImplemented, Refusal, refuse} from './errors.js';
import type {CenterContext} from './center-context.js';
import type {Call, Interaction} from './interaction.js';
import type {Softphone} from './page/softphone.js';
import type {Steps} from './page/steps.js';
import {isSameLine} from './phone-number.js';

type Params = Readonly<Record<string, unknown>>;

export type PageRequests = ReturnType<typeof createPageRequests>;

/** Creates the object that handles the requests and events of the agent's page. */
export function createPageRequests({login, options, tenant}: CenterContext, domain: Domain, softphone: Softphone) {
  const {agent, interactions, variables, dispositions, objects, calls} = domain;
  /** Id of the interaction that is open on the agent's screen; `null` if no interaction is open. */
  let openId: string | null = null;

  const interactionOf = ({interactionType, interactionId}: Params): Interaction =>
    interactions.require(interactionType, interactionId);
  const callOf = ({interactionId}: Params): Call => interactions.require('Call', interactionId) as Call;

  const latestCallId = (): unknown =>
    interactions
      .live()
      .reverse()
      .find(({type}) => type === 'Call')?.id;

  /**
   * Returns the call that uses the agent's audio. Refuses the request if the station does not support `feature`, or if
   * there is no such call.
   */
  function callOnSoftphone(feature: string): Call {
    agent.requireSoftphone(feature);
    const audible = interactions
      .live()
      .filter((it): it is Call => it.type === 'Call' && it.accepted && it.state !== 'WRAP_UP');
    return audible.find(({state}) => state === 'TALKING') ?? audible[0] ?? refuse('There is no call.');
  }

  /** Sets a disposition. Refuses the request if a hook of a page stops it, or if no page could save the log. */
  function* setDisposition(params: Params): Steps<void> {
    const {dispositionId, timeout} = params;
    const outcome = yield* softphone.closing.dispose(interactionOf(params), {dispositionId, timeout});
    if (outcome === 'stopped') refuse('A hook of the page has stopped the disposition.');
    if (outcome === 'not logged') refuse('The disposition is set, but the log was not saved. Set it again.');
  }

  const methods: Record<string, (params: Params) => unknown> = {
    getApplicationContext: () => ({
      apiBaseURL: options.apiBaseURL,
      agentId: tenant.agent.id,
      tenantId: tenant.id,
      userName: tenant.agent.login,
      loginState: login.state,
    }),

    getCav: ({interactionId = options.cavOfLatestCall ? latestCallId() : ''}) =>
      variables.list(callOf({interactionId})),
    setCav(params) {
      const call = callOf(params);
      if (variables.set(call, params.cavList)) calls.sendUpdate(call);
    },
    getCrm(params) {
      const {customer} = callOf(params);
      const contact = tenant.contacts.find(({number1}) => isSameLine(number1, customer));
      if (!contact) throw new Refusal(ApiErrorCode.NoData, 'No contact has this number.');
      return Object.entries(contact).map(([name, value]) => ({name, value}));
    },

    getDispositions: (params) => dispositions.list(interactionOf(params)),
    setDisposition: (params) => softphone.workflows.run(setDisposition(params)),

    getSearchResults: (params) => interactionOf(params).searchResults,
    getNameObjects: (params) => objects.list(interactionOf(params), 'name'),
    getRelatedToObjects: (params) => objects.list(interactionOf(params), 'related-to'),
    getSelectedNameObject: (params) => interactionOf(params).selected.name,
    getSelectedRelatedToObject: (params) => interactionOf(params).selected['related-to'],
    selectNameObject(params) {
      objects.select(interactionOf(params), 'name', params.objectId);
    },
    selectRelatedToObject(params) {
      objects.select(interactionOf(params), 'related-to', params.objectId);
    },

    openInteraction(params) {
      openId = interactionOf(params).id;
    },

    mute() {
      callOnSoftphone('Muting').muted = true;
    },
    unmute() {
      callOnSoftphone('Muting').muted = false;
    },
    sendDtmf({char}) {
      const call = callOnSoftphone('DTMF');
      const {dtmfCharacters, dtmfMaxLength} = options;
      if (typeof char !== 'string' || !char || char.length > dtmfMaxLength) {
        return refuse(`char must be a text of 1 to ${dtmfMaxLength} digits.`);
      }
      const wrong = char.split('').find((it) => !dtmfCharacters.includes(it));
      if (wrong) refuse(`"${wrong}" is not a DTMF digit; allowed are ${dtmfCharacters}.`);
      if (call.state !== 'TALKING') refuse(`Digits can be sent while talking only; the call is ${call.state}.`);
      call.dtmf += char;
    },
  };

  return {
    openInteractionId: () => openId,

    /** Returns the answer to a request. Throws if the request is refused. */
    request(method: string, params: unknown): unknown {
      const carryOut = Object.hasOwn(methods, method) && methods[method];
      if (!carryOut) throw notImplemented(method);
      if (method !== 'getApplicationContext') agent.requireWorking();
      const result = carryOut((params ?? {}) as Params);
      // Return a copy, so that the caller cannot change the state.
      return result instanceof Promise ? result : structuredClone(result);
    },

    /**
     * Handles an event of the page. Does not throw if the event's data is wrong, because an event has no answer that
     * could report the error.
     */
    notify(name: string, given: unknown): void {
      const {click2DialData = {}, crmObject} = (given ?? {}) as Params;
      const {workflows, suggestedNumbers, dials, visit} = softphone;
      const record = recordIn(crmObject);
      if (name === 'objectVisited' && record) workflows.start(visit(record));
      if (name === 'suggestedNumbers') workflows.start(suggestedNumbers.suggest(given));
      if (name === 'click2dial') workflows.start(dials.dialForPage(click2DialData));
    },

    clear(): void {
      openId = null;
    },
  };
}

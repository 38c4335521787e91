import {ApiErrorCode} from '../../interaction-api/errors.js';
import type {CrmObject} from '../../interaction-api/types.js';
import type {DialOrder} from './dialler.js';
import type {Domain} from './domain.js';
import {notImplemented, Refusal, refuse} from './errors.js';
import type {CenterContext} from './center-context.js';
import type {Call, Interaction} from './interaction.js';
import type {Softphone} from './page/softphone.js';
import {isSameLine} from './phone-number.js';

type Params = Readonly<Record<string, unknown>>;

export type PageRequests = ReturnType<typeof createPageRequests>;

/** Creates the object that handles the requests and events of the agent's page. */
export function createPageRequests({login, options, tenant}: CenterContext, domain: Domain, softphone: Softphone) {
  const {agent, interactions, variables, dispositions, objects, calls, messages} = domain;
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

  /**
   * Sets the disposition, and finishes the interaction. If pages are asked, returns a promise that resolves when this is
   * done.
   */
  function dispose(interaction: Interaction, dispositionId: unknown, timeout?: unknown): void | Promise<void> {
    const set = (): void => {
      dispositions.set(interaction, dispositionId, timeout);
    };
    const finish = (): void => {
      if (interaction.type === 'Call') calls.dispose(interaction);
      else messages.dispose(interaction);
    };
    return softphone.run(softphone.dispose(interaction, set, dispositionId, finish));
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
    setDisposition: (params) => dispose(interactionOf(params), params.dispositionId, params.timeout),

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
    dispose,
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
      const {click2DialData, crmObject} = (given ?? {}) as Params;
      if (name === 'objectVisited' && isCrmObject(crmObject)) void softphone.run(softphone.visit(crmObject));
      if (name === 'suggestedNumbers') void softphone.run(softphone.suggestedNumbers.suggest(given));
      if (name === 'click2dial') void softphone.run(softphone.dial(orderOf((click2DialData ?? {}) as Params), true));
    },

    clear(): void {
      openId = null;
    },
  };
}

const orderOf = (data: Params): DialOrder => ({
  number: textOf(data.clickToDialNumber),
  campaignName: textOf(data.preselectedCampaignName),
  crmObject: isCrmObject(data.crmObject) ? data.crmObject : undefined,
  search: data.screenpopC2DSearch !== false,
});

const isCrmObject = (value: unknown): value is CrmObject => typeof (value as CrmObject | null)?.id === 'string';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

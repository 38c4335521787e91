import {ApiErrorCode} from '../../interaction-api/errors.js';
import type {ContactField, CrmObject} from '../../interaction-api/types.js';
import type {Departments} from './departments.js';
import {NotImplemented, Refusal, refuse} from './errors.js';
import type {Floor} from './floor.js';
import type {Call, Interaction, ObjectKind} from './interaction.js';
import {isSameLine} from './phone-number.js';

type Params = Readonly<Record<string, unknown>>;

/** Whom it asks. */
type Colleagues = Omit<Departments, 'desk' | 'faults'>;

/** Requests that are answered whether or not the agent is at work. */
const ALWAYS_ANSWERED = ['getApplicationContext'];

/** What the agent's page can ask of the contact centre: the methods of the Interaction API. */
export class Desk {
  /** The interaction on the agent's screen. */
  openInteractionId: string | null = null;
  readonly #floor: Floor;
  readonly #of: Colleagues;

  constructor(floor: Floor, colleagues: Colleagues) {
    this.#floor = floor;
    this.#of = colleagues;
  }

  readonly #methods: Record<string, (params: Params) => unknown> = {
    getApplicationContext: () => {
      const {tenant, options, agent} = this.#floor;
      return {
        apiBaseURL: options.apiBaseURL,
        agentId: tenant.agent.id,
        tenantId: tenant.id,
        userName: tenant.agent.login,
        loginState: agent.loginState,
      };
    },

    getCav: (params) => this.#of.variables.list(this.#call(params)),
    setCav: (params) => {
      const call = this.#call(params);
      if (this.#of.variables.set(call, params.cavList)) this.#of.calls.tell(call);
    },
    getCrm: (params): ContactField[] => {
      const call = this.#call(params);
      const customer = call.data.callType === 'INBOUND' ? call.data.ani : call.data.dnis;
      const contact = this.#floor.tenant.contacts.find(({number1}) => isSameLine(number1, customer ?? ''));
      if (!contact) throw new Refusal(ApiErrorCode.NoData, 'No contact has this number.');
      return Object.entries(contact).map(([name, value]) => ({name, value}));
    },

    getDispositions: (params) => this.#of.dispositions.list(this.#interaction(params)),
    setDisposition: (params) => {
      this.dispose(this.#interaction(params), params.dispositionId, params.timeout);
    },

    getSearchResults: (params) => structuredClone(this.#interaction(params).searchResults),
    getNameObjects: (params) => this.#of.objects.list(this.#interaction(params), 'name'),
    getRelatedToObjects: (params) => this.#of.objects.list(this.#interaction(params), 'related-to'),
    getSelectedNameObject: (params) => structuredClone(this.#interaction(params).selected.name),
    getSelectedRelatedToObject: (params) => structuredClone(this.#interaction(params).selected['related-to']),
    selectNameObject: (params) => {
      this.#select(params, 'name');
    },
    selectRelatedToObject: (params) => {
      this.#select(params, 'related-to');
    },

    openInteraction: (params) => {
      this.openInteractionId = this.#interaction(params).id;
    },

    mute: () => {
      this.#softphoneCall('mute').muted = true;
    },
    unmute: () => {
      this.#softphoneCall('unmute').muted = false;
    },
    sendDtmf: ({char}) => {
      const call = this.#softphoneCall('DTMF');
      const {dtmfCharacters, dtmfMaxLength} = this.#floor.options;
      if (typeof char !== 'string' || !char) return refuse('char must be a text of digits.');
      const foreign = [...char].find((it) => !dtmfCharacters.includes(it));
      if (foreign) refuse(`${JSON.stringify(foreign)} is not a DTMF digit; allowed are ${dtmfCharacters}.`);
      if (char.length > dtmfMaxLength) refuse(`At most ${dtmfMaxLength} digits can be sent at once.`);
      if (call.state !== 'TALKING') refuse(`Digits can be sent while talking only; the call is ${call.state}.`);
      call.dtmf += char;
    },
  };

  /** Answers a request, or throws a `Refusal` or `NotImplemented`. */
  request(method: string, params: unknown): unknown {
    const carryOut = Object.hasOwn(this.#methods, method) && this.#methods[method];
    if (!carryOut) throw new NotImplemented(method);
    if (!ALWAYS_ANSWERED.includes(method)) this.#of.agent.requireWorking();
    return carryOut((params ?? {}) as Params);
  }

  /** Takes note of an event from the page. What makes no sense has no effect: nobody waits for an answer. */
  notify(name: string, given: unknown): void {
    const data = (given ?? {}) as Params;
    if (name === 'click2dial') {
      const {clickToDialNumber, preselectedCampaignName, crmObject, screenpopC2DSearch} = (data.click2DialData ??
        {}) as Params;
      this.#of.dialler.dial({
        number: String(clickToDialNumber ?? ''),
        campaignName: typeof preselectedCampaignName === 'string' ? preselectedCampaignName : undefined,
        crmObject: isCrmObject(crmObject) ? crmObject : undefined,
        search: screenpopC2DSearch !== false,
      });
    } else if (name === 'objectVisited' && isCrmObject(data.crmObject)) {
      this.#of.objects.visit(data.crmObject);
    }
  }

  /** Sets the disposition, and what follows from it. */
  dispose(interaction: Interaction, dispositionId: unknown, timeout?: unknown): void {
    const {dispositions, calls, messages} = this.#of;
    dispositions.set(interaction, dispositionId, timeout);
    if (interaction.type === 'Call') calls.dispose(interaction);
    else messages.dispose(interaction);
  }

  #interaction({interactionType, interactionId}: Params): Interaction {
    return this.#of.interactions.require(interactionType, interactionId);
  }

  #call({interactionId}: Params): Call {
    return this.#of.interactions.require('Call', interactionId) as Call;
  }

  #select(params: Params, kind: ObjectKind): void {
    this.#of.objects.select(this.#interaction(params), kind, params.objectId);
  }

  /** The call on the agent's ear, if the station can do `what`. */
  #softphoneCall(what: string): Call {
    this.#of.agent.requireSoftphone(what);
    const calls = this.#of.interactions.live.filter(
      (it): it is Call => it.type === 'Call' && it.state !== 'OFFERED' && it.state !== 'WRAP_UP',
    );
    return calls.find(({state}) => state === 'TALKING') ?? calls[0] ?? refuse('There is no call.');
  }
}

const isCrmObject = (value: unknown): value is CrmObject =>
  typeof value === 'object' && value !== null && typeof (value as CrmObject).id === 'string';

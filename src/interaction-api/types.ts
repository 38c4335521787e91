/**
 * The data of the Interaction API.
 *
 * Five9's own tables of these types are not public (docs/FIVE9.md, section 4). So these types have the properties that
 * public code of integrators reads or writes. Because the lists may be incomplete, most properties are optional,
 * enumerations are open unions, and an index signature allows unknown fields.
 */

/** A union of known strings. Editors suggest the known strings, and the type also allows all other strings. */
export type OpenUnion<Known extends string> = Known | (string & Record<never, never>);

/** Fields that Five9 may send and that this package does not know. */
export interface UnknownFields {
  [field: string]: unknown;
}

/** Kind of an interaction. Source: public Interaction API documentation. */
export type InteractionType = 'Call' | 'Chat' | 'Email';

/** Type of a call. Other values are possible, because the full list of Five9 is not public. */
export type CallType = OpenUnion<
  'INBOUND' | 'OUTBOUND' | 'MANUAL' | 'PREVIEW' | 'AGENT' | 'QUEUE_CALLBACK' | 'INTERNAL' | 'TEST'
>;

/** The data that every interaction has. */
export interface InteractionData extends UnknownFields {
  /** Id of the interaction: 32 upper-case hexadecimal digits in the documentation's examples. */
  interactionId: string;
}

/** The data of a call in call events. */
export interface CallData extends InteractionData {
  sessionId?: string;
  /** Calling number. On outbound calls this is the caller id of the contact centre. */
  ani?: string;
  /** Called number. On outbound calls this is the customer's number. */
  dnis?: string;
  /** Number of the remote party; `agent:<login>` for calls between agents and for transferred calls. */
  number?: string;
  callType?: CallType;
  campaignId?: string;
  campaignName?: string;
  skillId?: string | null;
  skillName?: string | null;
  agent?: string;
  agentId?: string | number;
  agentName?: string;
  isTransferredCall?: boolean;
  interactionSubType?: string;
}

/** The data of a chat in chat events. */
export interface ChatData extends InteractionData {
  agentId?: string | number;
  agentName?: string;
  customFields?: {key: string; value: string}[];
}

/** The data of an e-mail in e-mail events. Public sources show only the id. */
export type EmailData = InteractionData;

/** The log that is written to the CRM when an interaction finishes. */
export interface InteractionLogData extends UnknownFields {
  /** Name of the disposition; empty if the interaction was transferred to another person. */
  dispositionName?: string;
  subject?: string;
  comments?: string;
  who?: CrmObject;
  what?: CrmObject;
}

/** Log of a call. */
export interface CallLogData extends InteractionLogData {
  /** Talk time. The unit is not documented; public code uses milliseconds. */
  talkTime?: number;
  /** Duration. The unit is not documented; public code uses seconds. */
  duration?: number;
}

/** A record of the CRM. */
export interface CrmObject extends UnknownFields {
  id: string;
  /** Kind of the record as a text for people, for example "Account". */
  label?: string;
  /** Name of the record, for example "Umbrella". */
  name?: string;
  /** Whether the record is a person and belongs to the list 'Name'. */
  isWho?: boolean;
  /** Whether the record is a thing, such as a case, and belongs to the list 'Related To'. */
  isWhat?: boolean;
  /** Kind of the record as its name in the CRM, for example "Case". */
  type?: string;
  fields?: {displayName: string; value: string}[];
}

/** Number and options of a dial. */
export interface Click2DialData extends UnknownFields {
  clickToDialNumber: string;
  crmObject?: CrmObject;
  /**
   * Name (not id) of the campaign for the call. Without this name, and without a default campaign of the administrator,
   * the agent chooses a campaign in the adapter.
   */
  preselectedCampaignName?: string;
  /** Whether the adapter searches the CRM for the number and shows the record that it finds (screen pop). */
  screenpopC2DSearch?: boolean;
}

/** A call attached variable (CAV). Its full name is `group.name`. */
export interface Cav extends UnknownFields {
  /**
   * Id of the variable: a numeric string. Each Five9 domain (tenant) uses another id for the same variable, so find a
   * variable by `group` and `name`.
   */
  id: string;
  group?: string;
  name?: string;
  value?: string | null;
}

/** A field of the contact record in the Five9 VCC (Virtual Contact Center). */
export interface ContactField extends UnknownFields {
  name: string;
  value?: string | null;
}

/** A disposition that the agent can set on an interaction. The names of all other properties are not public. */
export interface Disposition extends UnknownFields {
  id: string;
  name: string;
}

/**
 * Ids of the agent and the tenant. The documentation shows numbers as ids; public code of integrators also uses numeric
 * strings.
 */
export interface Metadata extends UnknownFields {
  agentId: string | number;
  tenantId: string | number;
}

/** Reference to one interaction. */
export interface InteractionRef {
  interactionType: InteractionType;
  interactionId: string;
}

/** Reference to one call. */
export interface CallRef {
  interactionId: string;
}

/** Parameters of `setDisposition`. */
export interface SetDispositionParams extends InteractionRef {
  dispositionId: string;
  /**
   * Time until a redial or a reactivation, for dispositions that allow such a time. The unit is not public, so the
   * string is sent unchanged.
   */
  timeout?: string;
}

/** Parameters of `selectNameObject` and `selectRelatedToObject`. */
export interface SelectObjectParams extends InteractionRef {
  /** Id of the record; `null` for 'None'. */
  objectId: string | null;
}

/** Parameters of `executeRestApi` and `executeRestApiV2`. */
export interface RestParams {
  /** Path that starts with `/`. It is appended to the adapter's `apiBaseURL`. */
  path: string;
  /** @default 'GET' */
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  headers?: Record<string, string>;
  /**
   * Content type of the request; `false` sets no content type. A content type in `headers` has priority.
   * @default 'application/json'
   */
  contentType?: string | false;
  /**
   * Body of the request. It is sent unchanged, so convert an object to JSON text first. With `null` or an empty text,
   * the request has no body.
   */
  payload?: string | null;
}

/** The response to a REST request, with any HTTP status. */
export interface RestResult {
  status: number;
  response: string;
}

/** Context of a WebSocket event. */
export interface WsEventContext extends UnknownFields {
  eventId?: string;
  eventReason?: string;
}

/** Called with the payload and the context of a WebSocket event. */
export type WsEventCallback = (payload: unknown, context: WsEventContext) => void;

/**
 * The data of the Interaction API.
 *
 * Five9's own tables of these types are not public (docs/FIVE9.md, section 4). Public code reads or writes every
 * property below. Because the lists may be incomplete, most properties are optional, enumerations are open unions, and
 * an index signature allows unknown fields.
 */

/** A union of strings that editors complete, and that also allows undocumented values. */
export type OpenUnion<Known extends string> = Known | (string & Record<never, never>);

/** Fields that Five9 may send and that this package does not know. */
export interface UnknownFields {
  [field: string]: unknown;
}

/** Kind of an interaction. Source: public Interaction API documentation. */
export type InteractionType = 'Call' | 'Chat' | 'Email';

/** Type of a call. Other values are possible: Five9's full list is not public. */
export type CallType = OpenUnion<
  'INBOUND' | 'OUTBOUND' | 'MANUAL' | 'PREVIEW' | 'AGENT' | 'QUEUE_CALLBACK' | 'INTERNAL' | 'TEST'
>;

/** The data that every interaction has. */
export interface InteractionData extends UnknownFields {
  /** Id of the interaction: 32 upper-case hexadecimal digits in the documentation's examples. */
  interactionId: string;
}

/** The data of a call, as the call events carry it. */
export interface CallData extends InteractionData {
  sessionId?: string;
  /** Calling number. On outbound calls this is the caller id of the contact centre. */
  ani?: string;
  /** Called number. On outbound calls this is the customer. */
  dnis?: string;
  /** The remote party; `agent:<login>` for calls between agents and for transferred calls. */
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

/** The data of a chat, as the chat events carry it. */
export interface ChatData extends InteractionData {
  agentId?: string | number;
  agentName?: string;
  customFields?: {key: string; value: string}[];
}

/** The data of an e-mail, as the email events carry it. Public sources show only the id. */
export type EmailData = InteractionData;

/** The log that is written to the CRM when an interaction finishes. */
export interface InteractionLogData extends UnknownFields {
  /** Empty if the interaction was transferred to someone else. */
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
  /** Kind of record, as text for people: "Account". */
  label?: string;
  /** Name of the record: "Umbrella". */
  name?: string;
  /** Whether the record is a person (the 'Name' list). */
  isWho?: boolean;
  /** Whether the record is a thing (the 'Related To' list). */
  isWhat?: boolean;
  /** Kind of record, by its name in the CRM: "Case". */
  type?: string;
  fields?: {displayName: string; value: string}[];
}

/** Number and options of a dial. */
export interface Click2DialData extends UnknownFields {
  clickToDialNumber: string;
  crmObject?: CrmObject;
  /**
   * Name (not id) of the campaign to dial in. Without this name, and without a default campaign of the administrator,
   * the agent chooses a campaign in the adapter.
   */
  preselectedCampaignName?: string;
  /** Whether the adapter searches the CRM for the number and shows the record that it finds (screen pop). */
  screenpopC2DSearch?: boolean;
}

/** A call attached variable (CAV). Its full name is `group.name`. */
export interface Cav extends UnknownFields {
  /** A numeric string. It differs between Five9 domains, so find a variable by `group` and `name`. */
  id: string;
  group?: string;
  name?: string;
  value?: string | null;
}

/** A field of the contact record in the Five9 VCC. */
export interface ContactField extends UnknownFields {
  name: string;
  value?: string | null;
}

/** A disposition that may be set on an interaction. Property names beyond `id` and `name` are not public. */
export interface Disposition extends UnknownFields {
  id: string;
  name: string;
}

/** Ids of the agent and the tenant. The documentation has numbers; public code also has numeric strings. */
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
   * Time until a redial or a reactivation, for dispositions that allow it. The unit is not public, so the string is
   * sent unchanged.
   */
  timeout?: string;
}

/** Parameters of `selectNameObject` and `selectRelatedToObject`. */
export interface SelectObjectParams extends InteractionRef {
  /** Id of the record, `null` for 'None'. */
  objectId: string | null;
}

/** Parameters of `executeRestApi` and `executeRestApiV2`. */
export interface RestParams {
  /** Path that starts with `/`. It is appended to the adapter's `apiBaseURL`. */
  path: string;
  /** @default 'GET' */
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  headers?: Record<string, string>;
  /** Content type; `false` sends none. A content type in `headers` has priority. @default 'application/json' */
  contentType?: string | false;
  /** Body, sent unchanged: convert objects to JSON text first. An empty payload sends no body. */
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

/** Called with a WebSocket event's payload and context. */
export type WsEventCallback = (payload: unknown, context: WsEventContext) => void;

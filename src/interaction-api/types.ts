/**
 * The data that crosses the Interaction API.
 *
 * Five9's own tables of these types are not public (FIVE9 reference, section 4). Every property below was seen in code that reads or writes it; all are
 * optional, enums are open unions, and an index signature lets fields unknown to us through unchanged.
 */

/** A string union that editors complete and that still takes values nobody has documented yet. */
export type OpenUnion<Known extends string> = Known | (string & Record<never, never>);

/** Fields that Five9 may send and that are not described here. */
export interface UnknownFields {
  [field: string]: unknown;
}

/** Kind of an interaction. Source: public Interaction API documentation. */
export type InteractionType = 'Call' | 'Chat' | 'Email';

/** How a call came to be. The list is open: Five9's full enumeration is not public. */
export type CallType = OpenUnion<
  'INBOUND' | 'OUTBOUND' | 'MANUAL' | 'PREVIEW' | 'AGENT' | 'QUEUE_CALLBACK' | 'INTERNAL' | 'TEST'
>;

/** What every interaction carries. */
export interface InteractionData extends UnknownFields {
  /** Id of the interaction: 32 upper-case hexadecimal digits in the documentation's examples. */
  interactionId: string;
}

/** A call, as the call events carry it. */
export interface CallData extends InteractionData {
  sessionId?: string;
  /** Calling number. On outbound calls this is our own caller id. */
  ani?: string;
  /** Called number. On outbound calls this is the customer. */
  dnis?: string;
  /** The remote party; `agent:<login>` for calls between agents and transferred ones. */
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

/** A chat, as the chat events carry it. */
export interface ChatData extends InteractionData {
  agentId?: string | number;
  agentName?: string;
  customFields?: {key: string; value: string}[];
}

/** An e-mail, as the email events carry it. Only the id is known publicly. */
export type EmailData = InteractionData;

/** What is written to the CRM when an interaction finishes. */
export interface InteractionLogData extends UnknownFields {
  /** Empty when the interaction was transferred away. */
  dispositionName?: string;
  subject?: string;
  comments?: string;
  who?: CrmObject;
  what?: CrmObject;
}

/** Log of a call. */
export interface CallLogData extends InteractionLogData {
  /** Talk time; the unit is not documented (seen used as milliseconds). */
  talkTime?: number;
  /** Duration; the unit is not documented (seen used as seconds). */
  duration?: number;
}

/** A record of the CRM. */
export interface CrmObject extends UnknownFields {
  id: string;
  /** Kind of record as people call it: "Account". */
  label?: string;
  /** Name of the record: "Umbrella". */
  name?: string;
  /** A person (the "Name" list). */
  isWho?: boolean;
  /** A thing (the "Related To" list). */
  isWhat?: boolean;
  /** Kind of record as the CRM calls it: "Case". */
  type?: string;
  fields?: {displayName: string; value: string}[];
}

/** What `click2dial` dials. */
export interface Click2DialData extends UnknownFields {
  clickToDialNumber: string;
  crmObject?: CrmObject;
  /** Name (not id) of the campaign to dial in. Without it, and without an administrator's default, the agent chooses in the adapter. */
  preselectedCampaignName?: string;
  /** Whether the adapter searches the CRM for the number, for a screen pop. */
  screenpopC2DSearch?: boolean;
}

/** A call attached variable (CAV). Its full name is `group.name`. */
export interface Cav extends UnknownFields {
  /** Numeric string that differs from domain to domain: look it up by `group` and `name`. */
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

/** Identifies the agent and the tenant. Documented as numbers, seen as numeric strings. */
export interface Metadata extends UnknownFields {
  agentId: string | number;
  tenantId: string | number;
}

/** Names one interaction. */
export interface InteractionRef {
  interactionType: InteractionType;
  interactionId: string;
}

/** Names one call; the variable methods know only calls. */
export interface CallRef {
  interactionId: string;
}

/** Parameters of `setDisposition`. */
export interface SetDispositionParams extends InteractionRef {
  dispositionId: string;
  /** Redial or reactivation time, for dispositions that allow one. A string; its unit is not public and is passed on unchanged. */
  timeout?: string;
}

/** Parameters of `selectNameObject` and `selectRelatedToObject`. */
export interface SelectObjectParams extends InteractionRef {
  /** Id of the record, `null` for 'None'. */
  objectId: string | null;
}

/** Parameters of `executeRestApi` and `executeRestApiV2`. */
export interface RestParams {
  /** Starts with `/`; appended to the adapter's `apiBaseURL`. */
  path: string;
  /** @default 'GET' */
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  headers?: Record<string, string>;
  /** `false` sends none. A content type among the `headers` wins. @default 'application/json' */
  contentType?: string | false;
  /** Sent as it is: stringify JSON yourself. A falsy one sends no body. */
  payload?: string | null;
}

/** What a REST request came back with, whatever its status. */
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

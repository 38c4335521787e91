export {AdapterRequests} from './adapter-requests.js';
export {
  type ApiEvent,
  type ApiRequest,
  type Batch,
  BATCH_EVENT_ID,
  type PageMessage,
  type PageReport,
  type Question,
  type QuestionAnswer,
  type RemoteReply,
  type RemoteRequest,
  type Reply,
  type ServerEvent,
} from './batch.js';
export {Journal} from './journal.js';
export {RemoteContactCenter, type RemoteOptions} from './remote-contact-center.js';
export {ServedPages, type ServedPagesOptions} from './served-pages.js';
export {browserTabs, type Tabs} from './tabs.js';

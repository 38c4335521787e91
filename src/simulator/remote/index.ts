export {type Batch, BATCH_EVENT_ID, type RemoteReply, type RemoteRequest} from './batch.js';
export {Journal} from './journal.js';
export {RemoteContactCenter, type RemoteOptions} from './remote-contact-center.js';
export {browserTabs, type Tabs} from './tabs.js';

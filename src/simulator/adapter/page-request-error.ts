export {PageRequestError, type PageRequestErrorCode} from '../contact-center/page/page-request-error.js';

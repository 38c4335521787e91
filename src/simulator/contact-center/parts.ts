import type {CenterContext} from './center-context.js';
import {createDomain, type Domain} from './domain.js';
import {createFaults, type Faults} from './faults.js';
import {createSoftphone, type Softphone} from './page/softphone.js';
import {createPageRequests, type PageRequests} from './page-requests.js';

/**
 * The objects that together form a contact centre: the objects of `Domain`, the softphone that asks the pages, the
 * handler of the page's requests, and the injected faults.
 */
export interface CenterParts extends Domain {
  faults: Faults;
  softphone: Softphone;
  pageRequests: PageRequests;
}

/** Creates the objects of a contact centre. */
export function createParts(context: CenterContext): CenterParts {
  const domain = createDomain(context, (...wrapUp) => {
    softphone.workflows.start(softphone.closing.endWrapUp(...wrapUp));
  });
  const faults = createFaults(context, domain.agent);
  const softphone = createSoftphone(context, domain, faults);
  return {
    ...domain,
    faults,
    softphone,
    pageRequests: createPageRequests(context, domain, softphone),
  };
}

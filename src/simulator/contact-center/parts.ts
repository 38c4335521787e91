import type {CenterContext} from './center-context.js';
import {createDomain, type Domain} from './domain.js';
import {createFaults, type Faults} from './faults.js';
import {createPageRequests, type PageRequests} from './page-requests.js';

/**
 * The objects that together form a contact centre: the objects of `Domain`, the handler of the page's requests, and the
 * injected faults.
 */
export interface CenterParts extends Domain {
  faults: Faults;
  pageRequests: PageRequests;
}

/** Creates the objects of a contact centre. */
export function createParts(context: CenterContext): CenterParts {
  const domain = createDomain(context);
  return {
    ...domain,
    faults: createFaults(context, domain.agent),
    pageRequests: createPageRequests(context, domain),
  };
}

import type {CenterContext} from './center-context.js';
import {createDomain, type Domain} from './domain.js';
import {createFaults, type Faults} from './faults.js';
import {createPageRequests, type PageRequests} from './page-requests.js';

/** The parts of a contact centre: its domain, the requests of the agent's page, and the faults that can hit them. */
export interface CenterParts extends Domain {
  faults: Faults;
  pageRequests: PageRequests;
}

/** Creates the parts of a contact centre. */
export function createParts(context: CenterContext): CenterParts {
  const domain = createDomain(context);
  return {
    ...domain,
    faults: createFaults(context, domain.agent),
    pageRequests: createPageRequests(context, domain),
  };
}

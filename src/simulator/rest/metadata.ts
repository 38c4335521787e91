import type {Exchange} from './router.js';
import type {Session} from './sessions.js';

/** The Five9 version of the recordings that the simulator follows. */
const VERSION = '13.0.183';

/** Returns the answer to a login. The only data centre is the origin that the request was sent to. */
export function metadata({origin, tenant}: Pick<Exchange, 'origin' | 'tenant'>, {tokenId, sessionId}: Session) {
  const {hostname: host, port, protocol} = new URL(origin);
  const url = {host, port: port || (protocol === 'https:' ? '443' : '80'), routeKey: 'SIM0001', version: VERSION};
  return {
    tokenId,
    sessionId,
    orgId: tenant.id,
    userId: tenant.agent.id,
    context: {cloudClientUrl: origin, cloudTokenUrl: origin, farmId: '149'},
    metadata: {
      freedomUrl: origin,
      dataCenters: [{name: 'Simulated', active: true, uiUrls: [url], apiUrls: [url], loginUrls: [url]}],
    },
  };
}

import type {Exchange} from './router.js';
import type {Session} from './sessions.js';

/** Version of Five9 in the recorded answers that the simulator imitates. */
const VERSION = '13.0.183';

/** Returns the answer to a login. Its only data centre is the origin to which the request was sent. */
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

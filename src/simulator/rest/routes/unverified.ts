import {textIn} from '../body.js';
import {setDisposition} from '../dispositions.js';
import {routes} from '../router.js';
import {change} from './calls.js';

const CALL = 'agents/:agent/interactions/calls/:id';

/** ASSUMPTION: routes from one unverified public file. They exist only if `unverifiedPaths` is true. */
export const unverifiedRoutes = routes('working', {
  [`PUT ${CALL}/hold`]: change(({center}, id) => center.hold(id)),
  [`PUT ${CALL}/unhold`]: change(({center}, id) => center.resume(id)),
  [`PUT ${CALL}/mute`]: ({center}) => center.request('mute'),
  [`PUT ${CALL}/unmute`]: ({center}) => center.request('unmute'),
  [`PUT ${CALL}/dtmf`]: ({body, center}) => center.request('sendDtmf', {char: textIn(body, 'digits')}),
  [`PUT ${CALL}/transfer`]: async ({center, params}) => {
    await center.transfer(params['id'] ?? '');
  },
  [`PUT ${CALL}/disposition`]: (exchange) => setDisposition(exchange, exchange.params['id'] ?? ''),
  'PUT agents/:agent/state': () => undefined,
});

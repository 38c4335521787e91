import {setDisposition} from '../dispositions.js';
import {APPLICATION_ERROR, RestError} from '../rest-error.js';
import {type Exchange, routes} from '../router.js';

const live = ({state}: Exchange) => state().interactions.filter((it) => it.state !== 'FINISHED');

const stub = ({type, id}: {type: string; id: string}) => ({channelType: type.toUpperCase(), interactionId: id});

function find(exchange: Exchange) {
  const id = exchange.params['id'] ?? '';
  const found = live(exchange).find((it) => it.id === id);
  if (found) return found;
  const {otherErrorCode} = exchange.settings;
  throw new RestError(APPLICATION_ERROR, otherErrorCode, 'INTERACTION_NOT_FOUND', 'The interaction is gone.', id);
}

/** Routes for chats and e-mails, and for all interactions together. */
export const interactionRoutes = routes('working', {
  'GET agents/:agent/interactions': (exchange) => live(exchange).map(stub),
  'GET agents/:agent/interactions/:id': (exchange) => {
    const {type, id, state, data, startedAt} = find(exchange);
    return type === 'Call'
      ? exchange.call(id)
      : {...data, ...stub({type, id}), id, mediaType: type.toUpperCase(), state, startTimestamp: startedAt};
  },
  'PUT agents/:agent/interactions/:id/accept': (exchange) => {
    exchange.center.accept(find(exchange).id);
  },
  'PUT agents/:agent/interactions/:id/disposition': (exchange) => setDisposition(exchange, find(exchange).id),
});

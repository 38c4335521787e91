import type {InteractionApi} from '../../../src/interaction-api.js';
import {connect, type Line} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import type {FarSide, Harness} from '../api.js';
import {ANSWERED} from '../methods.js';

/**
 * Returns a harness whose far side is a wire adapter. The tests use the API that `through` creates. Default: the API of
 * `connect()`.
 */
export function wireHarness(place: Place, through?: (line: Line) => InteractionApi): Harness {
  const attrNames = new Map(ANSWERED.map(({method, attrName}) => [method, attrName]));
  const attrName = (method: string): string => attrNames.get(method) ?? method;
  return {
    name: place.name,
    async open() {
      const line = await connect(place);
      const {adapter} = line;
      let {api} = line;
      if (through) {
        api.close();
        api = through(line);
        await adapter.receives('connected', 2);
      }
      const far: FarSide = {
        answer: (method, ...replies) => adapter.reply(attrName(method), ...replies),
        asked: async (method) => (await adapter.receivesRequest(attrName(method))).map(({request}) => request.args),
        received: async (method) => {
          const events = await adapter.receives('event');
          return events.filter(({event}) => event.name === method).map(({event}) => event.data);
        },
        emit: (name, params) => adapter.interactionEvent(name, params),
        emitWs: (id, payload, context) => adapter.wsEvent(id, payload, context),
      };
      return {api, far};
    },
  };
}

import {toInteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {SdkEvent} from '../../service/events.js';
import {type Interaction, isLive} from '../../service/interactions.js';

/** A request that changes something in Five9, and the other ways in which the adapter can confirm its effect. */
export interface OutwardAction {
  readonly service: InteractionService;
  /** Id of the interaction that the request changes. */
  readonly interactionId: string;
  /** Sends the request. The promise resolves with the reply of the adapter. */
  send(): Promise<unknown>;
  /**
   * Returns whether a change of the interaction shows the effect.
   * @param interaction The interaction now; `undefined` if the service does not know it any more.
   */
  isConfirmedBy?(interaction: Interaction | undefined): boolean;
  /** Returns whether an SDK event about the interaction shows the effect. */
  isConfirmedByEvent?(event: SdkEvent): boolean | Promise<boolean>;
  /** Called once, when the reply or another report of the adapter confirms the effect. It is also called late. */
  onEffective(): void;
}

/** Error codes of a request whose reply was lost. The adapter may have carried out such a request. */
const LOST_REPLY = ['Timeout', 'ConnectionLost', 'Aborted'];

/**
 * Carries out an outward action. Resolves when the effect is confirmed: by the reply, or earlier by another report of
 * the adapter.
 *
 * If the reply is lost, rejects with its error, but watches the interaction until it is over. If the adapter then
 * confirms the effect, `onEffective` is called late. If the adapter refuses, nothing is watched.
 */
export function carryOut(action: OutwardAction): Promise<void> {
  const {service, interactionId} = action;
  return new Promise((resolve, reject) => {
    let isEffective = false;
    const confirm = (): void => {
      if (isEffective) return;
      isEffective = true;
      stop();
      action.onEffective();
      resolve();
    };
    const stop = service.listen({
      serviceChanged: () => {
        const interaction = service.interaction(interactionId);
        // Wait a microtask, so that the page receives the SDK event that shows the effect first.
        if (action.isConfirmedBy?.(interaction)) queueMicrotask(confirm);
        else if (!interaction || !isLive(interaction) || service.connection.reason === 'closed') stop();
      },
      sdkEvent: (context, mirror) => {
        if (context.interactionId !== interactionId || !action.isConfirmedByEvent) return;
        Promise.resolve(action.isConfirmedByEvent(mirror())).then(
          (isConfirmed) => {
            if (isConfirmed) confirm();
          },
          // Ignore a failed check, because the reply can still come.
          () => undefined,
        );
      },
    });
    action.send().then(confirm, (cause: unknown) => {
      if (!LOST_REPLY.includes(toInteractionApiError(cause).errorCode)) stop();
      reject(toInteractionApiError(cause));
    });
  });
}

import {property} from 'lit/decorators.js';
import type {SdkEventContext} from '../../service/events.js';
import type {Interaction} from '../../service/interactions.js';
import {InteractionController, type InteractionOptions} from '../controllers/interaction-controller.js';
import {Five9Element} from './five9-element.js';

/**
 * The base class of elements that act on one interaction. This is the interaction with the id in `interaction-id`.
 * Without an id, it is the interaction of the panel around the element. Without a panel, it is the current interaction.
 */
export abstract class InteractionElement extends Five9Element {
  /**
   * Id of the interaction to act on. Default: the interaction of the `five9-interaction-panel` around the element.
   * Without a panel, the default is the current interaction, which is the live interaction that was opened or started
   * last.
   */
  @property({attribute: 'interaction-id'}) interactionId: string | null | undefined;

  /** Controller that follows the interaction that the element acts on. */
  protected readonly followed: InteractionController;

  constructor(options?: InteractionOptions) {
    super();
    this.followed = new InteractionController(this, {
      ...options,
      isIdRefused: () => this.isRefused('interactionId'),
    });
  }

  /** The interaction that the element acts on now. */
  get interaction(): Interaction | undefined {
    return this.followed.interaction;
  }

  override connectedMoveCallback(): void {
    super.connectedMoveCallback();
    this.followed.hostMoved();
  }

  override concerns(event: SdkEventContext): boolean {
    return this.followed.concerns(event);
  }
}

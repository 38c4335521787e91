import type {ChatData} from '../../interaction-api/types.js';
import type {CrmObjects} from './crm-objects.js';
import type {Floor} from './floor.js';
import type {Message} from './interaction.js';
import type {Interactions} from './interactions.js';
import type {Campaign} from './tenant.js';

/** A chat or an e-mail for the agent. Any further field goes into its data. */
export interface MessageOffer {
  campaignId?: string;
  /** Who wrote. */
  from?: string;
  subject?: string;
  customFields?: NonNullable<ChatData['customFields']>;
}

/** Chats and e-mails. No WebSocket events: what Five9 sends for them is not public. */
export class Messages {
  readonly #floor: Floor;
  readonly #interactions: Interactions;
  readonly #objects: CrmObjects;

  constructor(floor: Floor, interactions: Interactions, objects: CrmObjects) {
    this.#floor = floor;
    this.#interactions = interactions;
    this.#objects = objects;
  }

  offer(
    id: string,
    type: Message['type'],
    campaign: Campaign | undefined,
    {campaignId: _, ...fields}: MessageOffer,
  ): void {
    const {tenant, clock} = this.#floor;
    const message: Message = {
      id,
      type,
      state: 'OFFERED',
      data: {
        interactionId: id,
        agentId: tenant.agent.id,
        agentName: tenant.agent.name,
        campaignId: campaign?.id ?? '',
        campaignName: campaign?.name ?? '',
        ...structuredClone(fields),
      },
      campaign,
      accepted: false,
      startedAt: clock.now(),
      ...this.#objects.initial(),
    };
    this.#interactions.add(message);
    this.#interactions.announce(message, 'Offered');
  }

  accept(message: Message): void {
    message.state = 'ACCEPTED';
    message.connectedAt = this.#floor.clock.now();
    this.#interactions.accept(message);
  }

  end(message: Message): void {
    message.state = 'WRAP_UP';
    message.endedAt = this.#floor.clock.now();
    this.#interactions.announce(message, 'Ended');
  }

  /** The disposition is set. */
  dispose(message: Message): void {
    if (message.type === 'Chat' && message.state === 'ACCEPTED') this.end(message);
    this.#interactions.finish(message, 'finished');
  }
}

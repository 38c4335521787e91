import type {ChatData} from '../../interaction-api/types.js';
import type {CrmObjects} from './crm-objects.js';
import type {CenterContext} from './center-context.js';
import type {Message} from './interaction.js';
import type {Interactions} from './interactions.js';
import {newInteractionId} from './random.js';
import {campaignOf} from './tenant.js';

/** A new chat or e-mail. All fields become part of the interaction's data. */
export interface MessageOffer {
  /** Id or name of the campaign. @default the first campaign */
  campaignId?: string;
  /** Name or address of the sender. */
  from?: string;
  subject?: string;
  customFields?: NonNullable<ChatData['customFields']>;
}

export type Messages = ReturnType<typeof createMessages>;

/**
 * Creates the object that changes the states of chats and e-mails. Sends no WebSocket events, because Five9's WebSocket
 * events for chats and e-mails are not public.
 */
export function createMessages(
  {clock, random, tenant}: CenterContext,
  interactions: Interactions,
  objects: CrmObjects,
) {
  function end(message: Message): void {
    message.state = 'WRAP_UP';
    message.endedAt = clock.now();
    interactions.announce(message, 'Ended');
  }

  /** Ends a chat that has not ended yet. An e-mail has no end before its disposition. */
  function endConversation(message: Message): void {
    if (message.type === 'Chat' && message.state === 'ACCEPTED') end(message);
  }

  return {
    end,
    endConversation,

    offer(type: Message['type'], offer: MessageOffer): string {
      const campaign = campaignOf(tenant, offer.campaignId);
      const id = newInteractionId(random);
      const message: Message = {
        id,
        type,
        state: 'OFFERED',
        number: offer.from ?? '',
        data: {
          // Public code reads the custom fields of every chat without a check, so a chat always has the list.
          ...(type === 'Chat' && {customFields: []}),
          ...structuredClone(offer),
          interactionId: id,
          agentId: tenant.agent.id,
          agentName: tenant.agent.name,
          campaignId: campaign?.id ?? '',
          campaignName: campaign?.name ?? '',
        },
        campaign,
        accepted: false,
        startedAt: clock.now(),
        mayBeSearched: true,
        ...objects.initial(''),
      };
      interactions.add(message);
      interactions.announce(message, 'Offered');
      return id;
    },

    accept(message: Message): void {
      message.state = 'ACCEPTED';
      message.connectedAt = clock.now();
      interactions.accept(message);
    },

    /** Finishes a chat or e-mail whose disposition is set. */
    dispose(message: Message): void {
      endConversation(message);
      interactions.finish(message, 'finished');
    },
  };
}

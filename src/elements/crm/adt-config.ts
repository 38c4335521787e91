import type {AdtConfig} from '../../sdk/crm-api/crm-api.types.js';
import {hasTile, type TileFigure} from './tile-figure.js';

/** The properties of the element that are settings of the adapter. */
export interface AdtSettings {
  readonly providerName: string | null | undefined;
  readonly callsToday: TileFigure;
  readonly chatsToday: TileFigure;
  readonly emailsToday: TileFigure;
  readonly contactInfo: boolean;
}

/**
 * Returns the settings of the adapter. Leaves out texts that are not set.
 *
 * @param guideLink Address of the guide for agents.
 */
export function adtConfigOf(settings: AdtSettings, guideLink: URL | undefined): AdtConfig {
  const {providerName, callsToday, chatsToday, emailsToday, contactInfo} = settings;
  return {
    ...(providerName && {providerName}),
    myCallsTodayEnabled: hasTile(callsToday),
    myChatsTodayEnabled: hasTile(chatsToday),
    myEmailsTodayEnabled: hasTile(emailsToday),
    showContactInfo: contactInfo,
    ...(guideLink && {guideLink: guideLink.href}),
  };
}

import type {AdtConfig} from '../../sdk/crm-api/crm-api.types.js';

/** Figure of a tile: a number or its text. An empty text shows the tile without a figure. */
export type TileFigure = number | string | null | undefined;

/** The properties of the element that are settings of the adapter. */
export interface AdtSettings {
  readonly providerName: string | null | undefined;
  readonly callsToday: TileFigure;
  readonly chatsToday: TileFigure;
  readonly emailsToday: TileFigure;
  readonly contactInfo: boolean;
  readonly guideLink: string | null | undefined;
}

/** Returns whether a tile is on. */
export const hasTile = (figure: TileFigure): boolean => figure !== null && figure !== undefined;

/** Returns the settings of the adapter. Leaves out texts that are not set. */
export function adtConfigOf(settings: AdtSettings): AdtConfig {
  const {providerName, callsToday, chatsToday, emailsToday, contactInfo, guideLink} = settings;
  return {
    ...(providerName && {providerName}),
    myCallsTodayEnabled: hasTile(callsToday),
    myChatsTodayEnabled: hasTile(chatsToday),
    myEmailsTodayEnabled: hasTile(emailsToday),
    showContactInfo: contactInfo,
    ...(guideLink && {guideLink: new URL(guideLink, document.baseURI).href}),
  };
}

/** Returns the figure of a tile as a number; `null` if the tile has no figure. */
export function figureOf(figure: TileFigure): number | null {
  const text = String(figure ?? '').trim();
  return text && Number.isFinite(Number(text)) ? Number(text) : null;
}

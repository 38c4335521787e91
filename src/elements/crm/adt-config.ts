import type {AdtConfig} from '../../sdk/crm-api/crm-api.types.js';
import {PageError} from '../../shared/words/page-error.js';

/** Figure of a tile: a number or its text. An empty text shows the tile without a figure. */
export type TileFigure = number | string | null | undefined;

/** The properties of the element that are settings of the adapter. */
export interface AdtSettings {
  readonly providerName: string | null | undefined;
  readonly callsToday: TileFigure;
  readonly chatsToday: TileFigure;
  readonly emailsToday: TileFigure;
  readonly contactInfo: boolean;
}

/** Returns whether a tile is on. */
export const hasTile = (figure: TileFigure): boolean => figure !== null && figure !== undefined;

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

/**
 * Returns the figure of a tile as a number; `null` if the tile has no figure.
 *
 * @param attribute Name of the attribute, for the error.
 * @throws `PageError` if the figure is no number
 */
export function figureOf(figure: TileFigure, attribute: string): number | null {
  const text = String(figure ?? '').trim();
  if (!text) return null;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  throw new PageError('Generic', `${attribute} must be a number, and not “${text.slice(0, 50)}”.`);
}

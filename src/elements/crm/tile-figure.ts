/** Figure of a tile: a number or its text. An empty text shows the tile without a figure. */
export type TileFigure = number | string | null | undefined;

/** Returns whether a tile is on. */
export const hasTile = (figure: TileFigure): boolean => figure !== null && figure !== undefined;

/** Returns the figure of a tile as a number; `null` if the tile has no figure, and `NaN` if its text is no number. */
export function figureOf(figure: TileFigure): number | null {
  const text = String(figure ?? '').trim();
  if (!text) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : NaN;
}

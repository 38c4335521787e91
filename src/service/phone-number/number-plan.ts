/**
 * Knowledge about the numbers of each country. The service has none of its own, because the data is large. A part of
 * the page that has loaded the data gives it to the service with `useNumberPlan()`.
 */
export interface NumberPlan {
  /**
   * Returns a number with its country code, for example `+442079460018`; `undefined` if the number is not valid.
   *
   * @param country Country (ISO 3166) of a number that is written without a country code.
   */
  international(number: string, country: string | undefined): string | undefined;
}

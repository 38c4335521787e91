/**
 * Smallest number of digits of a phone number without its country code. A text with fewer digits is not compared with
 * the end of a longer number, and is not a second number in a field.
 */
export const COMPLETE_DIGITS = 7;

import type {ComplexAttributeConverter} from 'lit';

/**
 * Attribute converter for a number. A missing or empty attribute becomes null, so that the property uses its default. A
 * text that is not a number becomes NaN.
 */
export const optionalNumber: ComplexAttributeConverter<number | null> = {
  fromAttribute: (value) => (value?.trim() ? Number(value) : null),
};

import type {ComplexAttributeConverter} from 'lit';

/** Attribute converter: a missing and an empty attribute are null, and the property's default applies. A text that is no number is NaN. */
export const optionalNumber: ComplexAttributeConverter<number | null> = {
  fromAttribute: (value) => (value?.trim() ? Number(value) : null),
};

import {defaultConverter, type PropertyDeclaration, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {kindWords, textOf} from '../../interaction-api/text-of.js';
import {Five9ErrorEvent} from '../../service/events.js';

/** Type of the values of a property, as its declaration describes it. */
type ValueType = 'text' | 'number' | 'other';

function valueTypeOf({type, converter, attribute}: PropertyDeclaration): ValueType {
  // Lit gives the default converter to a property whose declaration is empty.
  if (attribute === false || (converter && converter !== defaultConverter)) return 'other';
  if (type === Number) return 'number';
  return type === undefined || type === String ? 'text' : 'other';
}

/** An element whose properties convert the values that the page sets. */
interface ConvertingHost {
  convertProperty(name: PropertyKey, type: ValueType, value: unknown): unknown;
}

/** Makes the setters of a prototype's own properties convert each value before the property takes it. */
export function convertProperties(
  prototype: object,
  declarations: Iterable<readonly [name: PropertyKey, declaration: PropertyDeclaration]>,
): void {
  for (const [name, declaration] of declarations) {
    const type = valueTypeOf(declaration);
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    const set = descriptor?.set;
    if (!set || type === 'other') continue;
    Object.defineProperty(prototype, name, {
      ...descriptor,
      set(this: ConvertingHost, value: unknown) {
        set.call(this, this.convertProperty(name, type, value));
      },
    });
  }
}

/**
 * The values that a page sets as properties of an element. A property for a text also takes a number, and a property
 * for a number also takes a text. `null` and `undefined` mean the default. Any other value is refused: the property
 * gets its default, the element shows an error, and dispatches `five9-error`.
 */
export class PropertyValues implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #errors = new Map<PropertyKey, InteractionApiError>();
  #unreported: InteractionApiError[] = [];

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  /** The error about the first refused value; `undefined` if the element has taken all values. */
  get error(): InteractionApiError | undefined {
    const [first] = this.#errors.values();
    return first;
  }

  /** Returns whether the last value of a property was refused. */
  isRefused(name: PropertyKey): boolean {
    return this.#errors.has(name);
  }

  /** Returns the value that a property takes; `null` for a refused value. */
  convert(name: PropertyKey, type: ValueType, value: unknown): unknown {
    if (this.#errors.delete(name)) this.#host.requestUpdate();
    if (value === null || value === undefined) return value;
    if (type === 'number') return numberOf(value);
    const text = textOf(value);
    if (text === undefined) this.#refuse(name, value);
    return text ?? null;
  }

  /**
   * Shows and reports an error about the value that a property has. A new value of the property removes it. Call this
   * method before the element is rendered.
   */
  report(name: PropertyKey, error: InteractionApiError): void {
    this.#errors.set(name, error);
    this.#unreported.push(error);
  }

  hostUpdate(): void {
    for (const error of this.#unreported.splice(0)) this.#host.dispatchEvent(new Five9ErrorEvent(error));
  }

  #refuse(name: PropertyKey, value: unknown): void {
    const message = `${String(name)} must be a text or a number, and not ${kindWords(value)}.`;
    this.report(name, new InteractionApiError('Generic', message));
    this.#host.requestUpdate();
  }
}

/** Returns a text as the number that it contains. Other values stay unchanged. */
const numberOf = (value: unknown): unknown => (typeof value === 'string' && value.trim() ? Number(value) : value);

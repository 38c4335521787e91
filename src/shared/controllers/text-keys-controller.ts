import type {ReactiveController, ReactiveElement} from 'lit';

const KEY_EVENTS = ['keydown', 'keypress', 'keyup'] as const;

/** Keys with a name that edit a text, move in it, or choose an option of a list. */
const EDITING_KEYS = new Set([
  'Backspace',
  'Delete',
  'Insert',
  'Clear',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** Keys of an input method, such as that for Chinese, and of the keyboards of some phones. */
const COMPOSING_KEYS = new Set(['Dead', 'Process', 'Compose', 'Unidentified']);

/** Types of `input` that are no fields for text. */
const OTHER_INPUTS = /^(?:button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;

/**
 * Keeps the keys that a user types into the fields of an element away from the page. Otherwise “d” in a field would
 * also run the page's shortcut “d”: the page sees only the element, not the field in its shadow root, so it cannot know
 * that the key is text.
 *
 * The events of text input, and of keys that the element itself has used, stop at the shadow root. All other keys reach
 * the page: Escape, Tab, the function keys, Enter in a field with one line, and keys with Ctrl, Alt or Meta. A page that
 * listens in the capture phase receives every key.
 */
export class TextKeysController implements ReactiveController {
  #root: ShadowRoot | undefined;
  /** Codes of the keys that the element has used and that are still down. */
  readonly #used = new Set<string>();

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#root || !(this.host.renderRoot instanceof ShadowRoot)) return;
    this.#root = this.host.renderRoot;
    for (const type of KEY_EVENTS) this.#root.addEventListener(type, this.#onKey);
  }

  readonly #onKey = (event: Event): void => {
    const {target} = event;
    // Ignore the fields of the page in a slot of the element. The page knows them.
    if (!(event instanceof KeyboardEvent) || !(target instanceof Element) || target.getRootNode() !== this.#root) {
      return;
    }
    if (this.#isUsed(event) || isTextInput(event, target)) event.stopPropagation();
  };

  /** Returns whether the element itself uses the key, for example a digit that the keypad sends. */
  #isUsed(event: KeyboardEvent): boolean {
    const {type, code} = event;
    if (type === 'keyup') return this.#used.delete(code);
    if (type === 'keydown') {
      if (event.defaultPrevented && (isText(event) || event.key === 'Enter')) this.#used.add(code);
      else this.#used.delete(code);
    }
    return this.#used.has(code);
  }
}

function isTextInput(event: KeyboardEvent, target: Element): boolean {
  if (!isField(target)) return false;
  if (event.isComposing) return true;
  if (event.key === 'Enter') return !isModified(event) && !(target instanceof HTMLInputElement);
  return isText(event);
}

/** Returns whether an element is a field for text, or a list in which letters choose an option. */
function isField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !OTHER_INPUTS.test(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}

/** Returns whether a key writes, deletes or composes text, or moves in a text. */
function isText(event: KeyboardEvent): boolean {
  const {key} = event;
  // Every name of a key has more than one ASCII letter. Any other key is a character, or several, such as an emoji.
  const isCharacter = key.length === 1 || /[^\p{ASCII}]/u.test(key);
  // AltGr writes characters such as “@”. Windows reports it as Ctrl and Alt.
  if (event.getModifierState('AltGraph') && isCharacter) return true;
  if (isModified(event)) return false;
  return isCharacter || EDITING_KEYS.has(key) || COMPOSING_KEYS.has(key);
}

const isModified = ({ctrlKey, metaKey, altKey}: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

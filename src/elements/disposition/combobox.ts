import {html, type LitElement, nothing, type TemplateResult} from 'lit';
import {findEntries, searchText} from '../../shared/parse/search-text.js';
import {styles} from './combobox.styles.js';

/** An entry of the list: a disposition with its id and its name. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Functions that a combobox calls for actions of the user. */
export interface ComboboxCallbacks {
  /** Called when the user chose an entry. `''` means no entry. */
  choose(id: string): void;
  /** Called when the user pressed Enter while the list was closed. */
  submit(): void;
}

/**
 * An input with a list below it. The typed text filters the list, which is useful if the list is too long for a
 * `<select>`. Pages with short lists do not load this file.
 *
 * The combobox follows the ARIA pattern “editable combobox with list autocomplete”. The input and the options are in
 * the shadow root of the element, because ARIA attributes cannot refer to an id in another shadow root. The arrow keys
 * change the active option. Enter or a click selects an option. If the list closes without a selection, the typed text
 * is removed.
 */
export class Combobox {
  #choices: readonly Choice[] = [];
  #value = '';
  #isOpen = false;
  /** Text that the user has typed since the list opened; `undefined` if the user has typed nothing. */
  #typed: string | undefined;
  /** The active entry. It stays active if an update adds other entries to the list. */
  #active: Choice | undefined;
  /** Names of the entries in the form in which they are searched. */
  readonly #searchTexts = new WeakMap<Choice, string>();

  /** @param host The element that renders the combobox and contains its styles. */
  constructor(
    private readonly host: LitElement,
    private readonly callbacks: ComboboxCallbacks,
  ) {
    const {adoptedStyleSheets} = host.renderRoot as ShadowRoot;
    if (styles.styleSheet) adoptedStyleSheets.push(styles.styleSheet);
  }

  /** Number of matches as a text for the agent; empty while the list is closed. */
  get status(): string {
    if (!this.#isOpen) return '';
    const {length} = this.#matches;
    return `${length || 'No'} match${length === 1 ? '' : 'es'}`;
  }

  /** Closes the list, and removes the typed text. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#typed = undefined;
    this.host.requestUpdate();
  }

  // Disable this rule, because the keydown handler of the input also handles the keys of the list.
  /* eslint-disable lit-a11y/click-events-have-key-events */
  render(choices: readonly Choice[], value: string, required: boolean): TemplateResult {
    this.#choices = choices;
    this.#value = value;
    const matches = this.#matches;
    const activeIndex = this.#activeIndex;
    return html`<input
        id="field"
        part="field"
        role="combobox"
        aria-labelledby="label"
        placeholder="Choose…"
        autocomplete="off"
        aria-autocomplete="list"
        aria-controls="list"
        aria-expanded=${matches.length > 0}
        aria-activedescendant=${activeIndex in matches ? `o${activeIndex}` : nothing}
        ?required=${required}
        .value=${this.#typed ?? choices[this.#selectedIndex]?.name ?? ''}
        @input=${this.#onInput}
        @keydown=${this.#onKeyDown}
        @click=${this.#onClick}
        @blur=${this.#onBlur}
      />
      <div
        id="list"
        part="listbox"
        role="listbox"
        aria-labelledby="label"
        tabindex="-1"
        ?hidden=${!matches.length}
        @mousedown=${keepFocus}
        @click=${this.#onOptionClick}
      >
        ${matches.map((choice, index) => this.#renderOption(choice, index, index === activeIndex))}
      </div>`;
  }
  /* eslint-enable lit-a11y/click-events-have-key-events */

  #renderOption({id, name}: Choice, index: number, isActive: boolean): TemplateResult {
    return html`<div
      id="o${index}"
      part="option"
      role="option"
      class=${isActive ? 'active' : ''}
      aria-selected=${id === this.#value}
      .textContent=${name}
    ></div>`;
  }

  /** The entries of the open list that contain all typed words; empty while the list is closed. */
  get #matches(): readonly Choice[] {
    if (!this.#isOpen) return [];
    if (!this.#typed) return this.#choices;
    return findEntries(this.#choices, this.#typed, (choice) => this.#searchTextOf(choice));
  }

  #searchTextOf(choice: Choice): string {
    const known = this.#searchTexts.get(choice);
    if (known !== undefined) return known;
    const searched = searchText(choice.name);
    this.#searchTexts.set(choice, searched);
    return searched;
  }

  /** Index of the active entry in the open list; -1 if there is none. */
  get #activeIndex(): number {
    const active = this.#active;
    const index = active ? this.#matches.indexOf(active) : -1;
    // Compare the ids too, because the entry can be in the list as another object after an update.
    return index < 0 && active ? this.#matches.findIndex(({id}) => id === active.id) : index;
  }

  get #selectedIndex(): number {
    return this.#choices.findIndex(({id}) => id === this.#value);
  }

  /** Opens the list and makes an option active. */
  #open(activeIndex: number): void {
    this.#isOpen = true;
    this.#active = this.#matches[activeIndex];
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      this.host.renderRoot.querySelector('.active')?.scrollIntoView({block: 'nearest'});
    });
  }

  #select(index: number): void {
    const choice = this.#matches[index];
    if (!choice) return;
    this.close();
    this.callbacks.choose(choice.id);
  }

  readonly #onInput = ({target}: Event): void => {
    this.#typed = (target as HTMLInputElement).value;
    this.#open(0);
  };

  readonly #onClick = ({target}: Event): void => {
    if (this.#isOpen) return;
    (target as HTMLInputElement).select();
    this.#open(this.#selectedIndex);
  };

  readonly #onBlur = (): void => this.close();

  readonly #onOptionClick = ({target}: Event): void => {
    const index = Number((target as Element).id.slice(1));
    this.#select(index);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Ignore keys of an input method (for example for Japanese), because these keys only compose the text.
    if (event.isComposing) return;
    if (!this.#handleKey(event.key)) return;
    event.preventDefault();
    // Stop the event, so that Escape closes only the list, and not also a dialog around the element.
    if (event.key === 'Escape') event.stopPropagation();
  };

  /** Handles a key. Returns whether the key had an effect. */
  #handleKey(key: string): boolean {
    const target = this.#isOpen ? this.#targetInOpenList(key) : this.#targetInClosedList(key);
    if (target !== undefined) {
      this.#open(target);
      return true;
    }
    if (key === 'Enter') {
      if (this.#isOpen) this.#select(this.#activeIndex);
      else this.callbacks.submit();
      return true;
    }
    if (key === 'Escape') return this.#escape();
    return false;
  }

  /** Returns the index of the option that a key makes active; `undefined` for any other key. */
  #targetInOpenList(key: string): number | undefined {
    const last = this.#matches.length - 1;
    switch (key) {
      case 'ArrowDown':
        return Math.min(this.#activeIndex + 1, last);
      case 'ArrowUp':
        return Math.max(this.#activeIndex - 1, 0);
      case 'Home':
        return 0;
      case 'End':
        return last;
      default:
        return undefined;
    }
  }

  /**
   * Returns the index of the active option after a key has opened the list; `undefined` if the key does not open the
   * list.
   */
  #targetInClosedList(key: string): number | undefined {
    const selected = this.#selectedIndex;
    switch (key) {
      case 'ArrowDown':
        return Math.max(selected, 0);
      case 'ArrowUp':
        return selected < 0 ? this.#choices.length - 1 : selected;
      default:
        return undefined;
    }
  }

  /** Closes the list. If the list is closed already, clears the value. Returns whether anything changed. */
  #escape(): boolean {
    if (this.#isOpen) {
      this.close();
      return true;
    }
    if (!this.#value) return false;
    this.callbacks.choose('');
    return true;
  }
}

/** Keeps the focus in the input when the user presses the mouse on the list. */
const keepFocus = (event: Event): void => {
  event.preventDefault();
};

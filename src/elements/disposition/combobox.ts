import {html, type LitElement, nothing, type TemplateResult} from 'lit';

/** Something to choose. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What a combobox does for its element. */
interface Deeds {
  /** The user chose; `''` for nothing. */
  choose(id: string): void;
  /** The user pressed Enter with the list closed. */
  submit(): void;
}

/**
 * An input over a list that typing narrows down: for what is too long for a `select`.
 *
 * The ARIA pattern "editable combobox with list autocomplete". Input and options stand in the element's own shadow root, since ids do not cross one.
 * What is active (where the arrow keys are) is not what is selected, and what was typed without choosing is taken back.
 */
export class Combobox {
  #choices: readonly Choice[] = [];
  #value = '';
  #open = false;
  /** What was typed since it opened. */
  #typed: string | undefined;
  #active = -1;

  constructor(
    private readonly host: LitElement,
    private readonly deeds: Deeds,
  ) {}

  /** Closes the list and takes back what was typed. */
  readonly close = (): void => {
    if (!this.#open) return;
    this.#open = false;
    this.#typed = undefined;
    this.host.requestUpdate();
  };

  /** How many entries match what was typed, while it is open. */
  get words(): string {
    const {length} = this.#found;
    return this.#open ? `${length || 'No'} match${length === 1 ? '' : 'es'}` : '';
  }

  // The input hears the keys of its list.
  /* eslint-disable lit-a11y/click-events-have-key-events */
  render(choices: readonly Choice[], value: string, required: boolean): TemplateResult {
    this.#choices = choices;
    this.#value = value;
    const found = this.#found;
    const open = found.length > 0;
    return html`<input
        id="field"
        part="field"
        role="combobox"
        aria-labelledby="label"
        autocomplete="off"
        aria-autocomplete="list"
        aria-controls="list"
        aria-expanded=${open}
        aria-activedescendant=${this.#active in found ? `o${this.#active}` : nothing}
        ?required=${required}
        .value=${this.#typed ?? choices[this.#selected]?.name ?? ''}
        @input=${this.#onInput}
        @keydown=${this.#onKeyDown}
        @click=${this.#onClick}
        @blur=${this.close}
      />
      <div
        id="list"
        part="listbox"
        role="listbox"
        aria-labelledby="label"
        tabindex="-1"
        ?hidden=${!open}
        @mousedown=${keepFocus}
        @click=${this.#onOptionClick}
      >
        ${found.map(
          ({id, name}, index) =>
            html`<div
              id="o${index}"
              part="option"
              role="option"
              class=${index === this.#active ? 'active' : nothing}
              aria-selected=${id === value}
              .textContent=${name}
            ></div>`,
        )}
      </div>`;
  }

  /* eslint-enable lit-a11y/click-events-have-key-events */

  #show(active: number): void {
    this.#open = true;
    this.#active = active;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      this.host.renderRoot.querySelector('.active')?.scrollIntoView({block: 'nearest'});
    });
  }

  #pick(index: number): void {
    const choice = this.#found[index];
    if (!choice) return;
    this.close();
    this.deeds.choose(choice.id);
  }

  readonly #onInput = ({target}: Event): void => {
    this.#typed = (target as HTMLInputElement).value;
    this.#show(0);
  };

  readonly #onClick = ({target}: Event): void => {
    if (this.#open) return;
    (target as HTMLInputElement).select();
    this.#show(this.#selected);
  };

  readonly #onOptionClick = ({target}: Event): void => {
    this.#pick(Number((target as Element).id.slice(1)));
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const {key} = event;
    const open = this.#open;
    const selected = this.#selected;
    const last = this.#found.length - 1;
    const count = this.#choices.length;
    const next = {
      ArrowDown: open ? Math.min(this.#active + 1, last) : Math.max(selected, 0),
      ArrowUp: open ? Math.max(this.#active - 1, 0) : (selected + count) % count,
      ...(open && {Home: 0, End: last}),
    }[key];
    if (event.isComposing) return;
    if (next !== undefined) {
      this.#show(next);
    } else if (key === 'Enter') {
      if (open) this.#pick(this.#active);
      else this.deeds.submit();
    } else if (key === 'Escape' && (open || this.#value)) {
      if (open) this.close();
      else this.deeds.choose('');
      // It closes this, and not the dialog around it as well.
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  };

  /** What is in the list now. */
  get #found(): readonly Choice[] {
    const wanted = this.#typed && plain(this.#typed);
    if (!this.#open) return [];
    return wanted ? this.#choices.filter(({name}) => plain(name).includes(wanted)) : this.#choices;
  }

  get #selected(): number {
    return this.#choices.findIndex(({id}) => id === this.#value);
  }
}

/** Without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const keepFocus = (event: Event): void => {
  event.preventDefault();
};

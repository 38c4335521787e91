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

/** What it chooses from, and how it is now. */
interface Look {
  choices: readonly Choice[];
  value: string;
  disabled: boolean;
  required: boolean;
}

/**
 * An input over a list that typing narrows down: for what is too long for a `select`.
 *
 * The ARIA pattern "editable combobox with list autocomplete". Input and options stand in the element's own shadow root, since ids do not cross one.
 * What is active (where the arrow keys are) is not what is selected, and what was typed without choosing is taken back.
 */
export class Combobox {
  #look: Look = {choices: [], value: '', disabled: false, required: false};
  #open = false;
  /** What was typed since it opened. */
  #typed: string | undefined;
  #active = -1;

  constructor(
    private readonly host: LitElement,
    private readonly deeds: Deeds,
  ) {}

  // The input hears the keys of its list.
  /* eslint-disable lit-a11y/click-events-have-key-events */
  render(look: Look): TemplateResult {
    this.#look = look;
    const {choices, value, disabled, required} = look;
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
        ?disabled=${disabled}
        ?required=${required}
        .value=${this.#typed ?? choices.find(({id}) => id === value)?.name ?? ''}
        @input=${this.#onInput}
        @keydown=${this.#onKeyDown}
        @click=${this.#onClick}
        @blur=${this.#close}
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
      </div>
      <span class="count" role="status"
        >${this.#open ? `${found.length || 'No'} match${found.length === 1 ? '' : 'es'}` : ''}</span
      >`;
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

  readonly #close = (): void => {
    this.#open = false;
    this.#typed = undefined;
    this.host.requestUpdate();
  };

  #pick(index: number): void {
    const choice = this.#found[index];
    if (!choice) return;
    this.#close();
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
    const open = this.#open;
    const last = this.#found.length - 1;
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        this.#show(open ? Math.min(this.#active + 1, last) : Math.max(this.#selected, 0));
        break;
      case 'ArrowUp':
        if (open) this.#show(Math.max(this.#active - 1, 0));
        else this.#show(this.#selected < 0 ? this.#look.choices.length - 1 : this.#selected);
        break;
      case 'Home':
      case 'End':
        if (!open) return;
        this.#show(event.key === 'Home' ? 0 : last);
        break;
      case 'Enter':
        if (open) this.#pick(this.#active);
        else this.deeds.submit();
        break;
      case 'Escape':
        if (open) this.#close();
        else if (this.#look.value) this.deeds.choose('');
        else return;
        // It closes this, and not the dialog around it as well.
        event.stopPropagation();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  /** What is in the list now. */
  get #found(): readonly Choice[] {
    const wanted = plain(this.#typed ?? '');
    return this.#open ? this.#look.choices.filter(({name}) => plain(name).includes(wanted)) : [];
  }

  get #selected(): number {
    const {choices, value} = this.#look;
    return choices.findIndex(({id}) => id === value);
  }
}

/** Without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const keepFocus = (event: Event): void => {
  event.preventDefault();
};

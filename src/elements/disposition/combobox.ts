import type {css as litCss, html as litHtml, LitElement, nothing as litNothing, TemplateResult} from 'lit';

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

/** What it needs of Lit. */
interface Lit {
  readonly html: typeof litHtml;
  readonly css: typeof litCss;
  readonly nothing: typeof litNothing;
}

export type Combobox = ReturnType<typeof combobox>;

/**
 * An input over a list that typing narrows down: for what is too long for a `select`. A file of its own, for pages whose lists are short.
 *
 * The ARIA pattern "editable combobox with list autocomplete". Input and options stand in the element's own shadow root, since ids do not cross one.
 * What is active (where the arrow keys are) is not what is selected, and what was typed without choosing is taken back.
 *
 * @param lit That of the element: a Lit of its own would not be let into a page whose policy takes each name once.
 */
export function combobox(host: LitElement, deeds: Deeds, {html, css, nothing}: Lit) {
  let choices: readonly Choice[] = [];
  let value = '';
  let open = false;
  /** What was typed since it opened. */
  let typed: string | undefined;
  let active = -1;

  const styles = css`
    .field {
      display: grid;
    }
    [role='combobox'],
    .field:has([role='combobox'])::after {
      grid-area: 1 / 1;
      padding-inline-end: 1.5em;
    }
    .field:has([role='combobox'])::after {
      content: '▾' / '';
      place-self: center end;
      padding-inline-end: 0.5em;
      pointer-events: none;
    }
    #list {
      position: absolute;
      z-index: 1;
      inset-inline: 0;
      max-block-size: 16em;
      overflow: auto;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: Canvas;
      color: CanvasText;
      box-shadow: 0 0.5em 1em #0004;
    }
    [role='option'] {
      padding: 0.4em 0.75em;
      cursor: pointer;
    }
    .active,
    [role='option']:hover {
      background: color-mix(in srgb, var(--_accent) 12%, transparent);
      outline: 1px solid var(--_accent);
      outline-offset: -1px;
    }
    [aria-selected='true']::after {
      content: ' ✓';
    }
  `;
  const {adoptedStyleSheets} = host.renderRoot as ShadowRoot;
  if (styles.styleSheet) adoptedStyleSheets.push(styles.styleSheet);

  /** What is in the list now. */
  function found(): readonly Choice[] {
    const wanted = typed && plain(typed);
    if (!open) return [];
    return wanted ? choices.filter(({name}) => plain(name).includes(wanted)) : choices;
  }

  const selected = (): number => choices.findIndex(({id}) => id === value);

  /** Closes the list and takes back what was typed. */
  function close(): void {
    if (!open) return;
    open = false;
    typed = undefined;
    host.requestUpdate();
  }

  function show(index: number): void {
    open = true;
    active = index;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      host.renderRoot.querySelector('.active')?.scrollIntoView({block: 'nearest'});
    });
  }

  function pick(index: number): void {
    const choice = found()[index];
    if (!choice) return;
    close();
    deeds.choose(choice.id);
  }

  function onInput({target}: Event): void {
    typed = (target as HTMLInputElement).value;
    show(0);
  }

  function onClick({target}: Event): void {
    if (open) return;
    (target as HTMLInputElement).select();
    show(selected());
  }

  function onOptionClick({target}: Event): void {
    pick(Number((target as Element).id.slice(1)));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const {key} = event;
    const last = found().length - 1;
    const count = choices.length;
    const next = {
      ArrowDown: open ? Math.min(active + 1, last) : Math.max(selected(), 0),
      ArrowUp: open ? Math.max(active - 1, 0) : (selected() + count) % count,
      ...(open && {Home: 0, End: last}),
    }[key];
    if (event.isComposing) return;
    if (next !== undefined) {
      show(next);
    } else if (key === 'Enter') {
      if (open) pick(active);
      else deeds.submit();
    } else if (key === 'Escape' && (open || value)) {
      if (open) close();
      else deeds.choose('');
      // It closes this, and not the dialog around it as well.
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  }

  return {
    close,

    /** How many entries match what was typed, while it is open. */
    get words(): string {
      const {length} = found();
      return open ? `${length || 'No'} match${length === 1 ? '' : 'es'}` : '';
    },

    // The input hears the keys of its list.
    /* eslint-disable lit-a11y/click-events-have-key-events */
    render(all: readonly Choice[], chosen: string, required: boolean): TemplateResult {
      choices = all;
      value = chosen;
      const shown = found();
      return html`<input
          id="field"
          part="field"
          role="combobox"
          aria-labelledby="label"
          placeholder="Choose…"
          autocomplete="off"
          aria-autocomplete="list"
          aria-controls="list"
          aria-expanded=${shown.length > 0}
          aria-activedescendant=${active in shown ? `o${active}` : nothing}
          ?required=${required}
          .value=${typed ?? choices[selected()]?.name ?? ''}
          @input=${onInput}
          @keydown=${onKeyDown}
          @click=${onClick}
          @blur=${close}
        />
        <div
          id="list"
          part="listbox"
          role="listbox"
          aria-labelledby="label"
          tabindex="-1"
          ?hidden=${!shown.length}
          @mousedown=${keepFocus}
          @click=${onOptionClick}
        >
          ${shown.map(
            ({id, name}, index) =>
              html`<div
                id="o${index}"
                part="option"
                role="option"
                class=${index === active ? 'active' : ''}
                aria-selected=${id === value}
                .textContent=${name}
              ></div>`,
          )}
        </div>`;
    },
    /* eslint-enable lit-a11y/click-events-have-key-events */
  };
}

/** Without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const keepFocus = (event: Event): void => {
  event.preventDefault();
};

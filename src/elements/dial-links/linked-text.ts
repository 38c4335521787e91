import type {Found} from './finder.js';
import type {Selected} from './selected.js';

/** What marks a link as ours. Its value says what became of the dial. */
export const MARK = 'data-five9-dial';

/**
 * How a text comes to be one again.
 * - `kept`: what the page did to its parts stays.
 * - `moved`: the page took the text elsewhere or away, and what it took was the whole.
 * - `rewritten`: the page wrote another text into it; the parts are of the old one.
 */
export type Ending = 'kept' | 'moved' | 'rewritten';

/**
 * A text of the page with links in it.
 *
 * The page's own Text stays where it is, and keeps what stands before the first number, be it nothing: whoever holds it (Lit, React, Vue) finds it, and what is
 * written into it or done to it is done to the whole. What follows are parts of ours: links, and texts between them.
 */
export class LinkedText {
  /** The links, and what each dials. */
  readonly links = new Map<HTMLAnchorElement, string>();
  readonly #parts: (HTMLAnchorElement | Text)[] = [];
  /** Where the text stands. */
  readonly home: Node | null;
  /** An empty text in the first link, after its number. `normalize()` takes it away, and nothing else takes it alone. */
  readonly #canary: Text;

  constructor(
    readonly text: Text,
    founds: readonly Found[],
    selected: Selected,
  ) {
    const {ownerDocument: document} = text;
    this.home = text.parentNode;
    this.#canary = document.createTextNode('');
    selected.keep(
      () => this.#texts(),
      () => {
        // From the end, so that what is known of the earlier ones still holds.
        for (const {start, end, number, href} of founds.toReversed()) {
          if (end < text.length) this.#parts.unshift(text.splitText(end));
          const written = text.splitText(start);
          const link = document.createElement('a');
          link.href = href;
          link.dir = 'ltr';
          // Else the mouse cannot select text from a number on.
          link.draggable = false;
          link.setAttribute(MARK, '');
          written.replaceWith(link);
          link.append(written);
          this.#parts.unshift(link);
          this.links.set(link, number);
        }
        this.#parts[0]?.appendChild(this.#canary);
      },
    );
  }

  /** All that is ours here. */
  *nodes(): Generator<Node> {
    yield this.#canary;
    for (const part of this.#parts) {
      yield part;
      if (part.firstChild) yield part.firstChild;
    }
  }

  /** Whether the page has called `normalize()` on what the text stands in. */
  get isNormalized(): boolean {
    const [first] = this.#parts;
    return first?.parentNode === this.home && first.firstChild !== null && !this.#canary.parentNode;
  }

  /** Makes it one text again. */
  restore(ending: Ending, selected: Selected): void {
    selected.keep(
      () => this.#texts(),
      () => {
        if (this.isNormalized && !this.text.parentNode) this.#restoreNormalized();
        else this.#restore(ending);
      },
    );
  }

  #restore(ending: Ending): void {
    let rest = '';
    let whole = true;
    for (const part of this.#parts) {
      const isHome = part.parentNode === this.home;
      if (ending === 'rewritten' && isHome) {
        part.remove();
      } else if (part.parentNode && (!isHome || part.firstChild?.nextSibling?.nextSibling || !whole)) {
        // The page has put something into a link of ours, or a link elsewhere: from here on it is the page's.
        if (isHome) whole = false;
        if (part instanceof HTMLAnchorElement) part.replaceWith(...part.childNodes);
      } else if (isHome || ending === 'moved') {
        rest += part.textContent;
        part.remove();
      }
    }
    if (rest) this.text.appendData(rest);
  }

  /** An empty text is gone, one that was not is in the text before it. */
  #restoreNormalized(): void {
    const [first] = this.#parts as [HTMLAnchorElement];
    const before = first.previousSibling;
    const text = before instanceof Text ? before : this.text;
    if (text === this.text) first.before(text);
    const rest = this.#parts.map(({textContent}) => textContent).join('');
    for (const part of this.#parts) part.remove();
    for (const one of new Set([text, this.text])) one.appendData(rest);
  }

  #texts(): Text[] {
    const parts = this.#parts.filter(({parentNode}) => parentNode);
    return [
      this.text,
      ...parts.flatMap((part) => (part instanceof Text ? part : [...part.childNodes]) as Text | Text[]),
    ];
  }
}

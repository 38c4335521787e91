/** State of the call to a number. */
export type LinkState = '' | 'pending' | 'in-call';

/** Names of the highlights, for `::highlight(…)` in the page's style sheets. */
const HIGHLIGHTS: Record<LinkState, string> = {
  '': 'five9-dial-link',
  pending: 'five9-dial-link-pending',
  'in-call': 'five9-dial-link-in-call',
};

/**
 * The look of the numbers. The numbers keep the colour of their text, which is readable on every background. The styles
 * are in a cascade layer, so that every style of the page has priority.
 */
const STYLES = `@layer five9-elements {
  ::highlight(five9-dial-link) { text-decoration: underline; }
  ::highlight(five9-dial-link-pending) { text-decoration: underline dotted; }
  ::highlight(five9-dial-link-in-call) { text-decoration: underline double; }
}`;

/** Whether the browser can draw highlights (CSS Custom Highlight API). */
export const canHighlight = (): boolean => typeof Highlight === 'function' && 'highlights' in CSS;

/**
 * Underlines the numbers with the CSS Custom Highlight API, which changes no node of the page. Adds one style sheet to
 * the document or shadow root that contains the numbers, because a highlight needs styles where its text is.
 */
export class NumberLook {
  readonly #root: DocumentOrShadowRoot;
  readonly #sheet = new CSSStyleSheet();
  readonly #shown = new Map<StaticRange, LinkState>();

  /** @param element The element that contains the numbers. */
  constructor(element: Element) {
    this.#root = element.getRootNode() as Document | ShadowRoot;
    if (!canHighlight()) return;
    this.#sheet.replaceSync(STYLES);
  }

  /** Underlines a number, or changes the look of an underlined number. */
  show(range: StaticRange, state: LinkState): void {
    if (!canHighlight()) return;
    this.hide(range);
    if (!this.#root.adoptedStyleSheets.includes(this.#sheet)) this.#root.adoptedStyleSheets.push(this.#sheet);
    this.#shown.set(range, state);
    highlight(HIGHLIGHTS[state]).add(range);
  }

  hide(range: StaticRange): void {
    const state = this.#shown.get(range);
    if (state === undefined) return;
    this.#shown.delete(range);
    const name = HIGHLIGHTS[state];
    const numbers = highlight(name);
    numbers.delete(range);
    if (!numbers.size) CSS.highlights.delete(name);
  }

  /** Removes all underlines and the style sheet. */
  close(): void {
    for (const range of this.#shown.keys()) this.hide(range);
    const {adoptedStyleSheets} = this.#root;
    const index = adoptedStyleSheets.indexOf(this.#sheet);
    if (index >= 0) adoptedStyleSheets.splice(index, 1);
  }
}

/** Returns the highlight with a name. All elements of the page share the highlight. */
function highlight(name: string): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const created = new Highlight();
  CSS.highlights.set(name, created);
  return created;
}

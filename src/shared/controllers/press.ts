/** Distance in CSS pixels that the mouse may move during a press. */
const MAX_MOVE = 5;

/**
 * Distinguishes a press of a button from a selection of its text. Browsers dispatch `click` after both.
 *
 * Give it the events `pointerdown`, `contextmenu` and `click` of the button.
 */
export class Press {
  #down: PointerEvent | undefined;
  #openedMenu = false;

  /** Notes where the pointer goes down. */
  pointerDown(event: PointerEvent): void {
    this.#down = event;
    this.#openedMenu = false;
  }

  /** Notes that the press opens a context menu, as a long press on a touch screen does. */
  contextMenu(): void {
    this.#openedMenu = this.#down !== undefined;
  }

  /**
   * Returns whether a click is a press. It is not if the mouse has moved, if the user extended the selection with Shift,
   * or if a long press has opened a menu. A click of the keyboard, of a script or of a screen reader is always a press.
   */
  isPress(click: MouseEvent): boolean {
    const down = this.#down;
    const openedMenu = this.#openedMenu;
    this.#down = undefined;
    this.#openedMenu = false;
    if (!down || click.detail === 0) return true;
    if (openedMenu || (click.shiftKey && getSelection()?.type === 'Range')) return false;
    // A finger or a pen moves a little in every press. The browser decides what is a tap.
    if (down.pointerType !== 'mouse') return true;
    return Math.hypot(click.clientX - down.clientX, click.clientY - down.clientY) <= MAX_MOVE;
  }
}

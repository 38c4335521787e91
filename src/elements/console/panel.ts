import {render, type TemplateResult} from 'lit';

/** A part of the console that draws itself into a place of its own, so that the log, which is drawn with each frame, draws nothing else anew. */
export abstract class Panel {
  readonly place: HTMLElement;
  #waiting = false;

  /** @param name Class of its place. */
  constructor(name: string) {
    this.place = document.createElement('div');
    this.place.className = name;
  }

  /** Draws it anew, once for all that has changed until then. */
  requestUpdate(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.schedule(() => {
      this.#waiting = false;
      this.draw();
    });
  }

  /** When it is drawn: at once when all is said. */
  protected schedule(draw: () => void): void {
    queueMicrotask(draw);
  }

  draw(): void {
    render(this.view(), this.place, {host: this});
  }

  protected abstract view(): TemplateResult;
}

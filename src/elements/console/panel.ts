import {render, type TemplateResult} from 'lit';

/** A section of the console. Each panel renders separately, so a new log entry renders only the panel of the log. */
export abstract class Panel {
  readonly root = document.createElement('div');
  #isScheduled = false;

  /** @param className Class of the panel's root element. */
  constructor(className: string) {
    this.root.className = className;
  }

  /** Renders the panel later. Several calls before the rendering cause only one rendering. */
  requestUpdate(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.schedule(() => {
      this.#isScheduled = false;
      this.render();
    });
  }

  /** Renders the panel now. */
  render(): void {
    render(this.template(), this.root, {host: this});
  }

  /** Calls `run` in a microtask. A panel can override this method to call `run` at another time. */
  protected schedule(run: () => void): void {
    queueMicrotask(run);
  }

  protected abstract template(): TemplateResult;
}

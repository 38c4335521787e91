import {render, type TemplateResult} from 'lit';

/** A part of the console. Each panel renders separately, so that a new log entry renders only the log. */
export abstract class Panel {
  readonly root = document.createElement('div');
  #isScheduled = false;

  /** @param className Class of the panel's root element. */
  constructor(className: string) {
    this.root.className = className;
  }

  /** Renders the panel soon, only once for several changes. */
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

  /** Calls `run` later: in a microtask, if a panel does not override this method. */
  protected schedule(run: () => void): void {
    queueMicrotask(run);
  }

  protected abstract template(): TemplateResult;
}

import type {CSSResult} from 'lit';
import {type InteractionApiError, toInteractionApiError} from '../../interaction-api/errors.js';
import type {InterceptedCall} from '../../interaction-api/methods.js';
import type {Connection} from '../../interaction-api/transport.js';
import {Five9ErrorEvent} from '../../service/events.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {Activity, type ActivityListener} from './activity.js';
import {fullName, type OtherApiName} from './api-names.js';
import {type CallsContext, ConsoleCalls} from './calls/console-calls.js';
import {copyText} from './copy-text.js';
import {summaryOf} from './events/entry-summary.js';
import {entryText, EventLog, type Kind, type LogEntry} from './events/event-log.js';
import {type EventsOwner, EventsPanel} from './events/events-panel.js';
import {plainCopy} from './json.js';
import type {CallOutcome} from './observe-calls.js';
import type {RecordedQuestion} from './recording/recording.js';
import {SessionRecording} from './recording/session-recording.js';
import type {AnswerDifference} from './replay/compare-answers.js';
import {controlsStyles} from './styles/controls.styles.js';
import {layoutStyles} from './styles/layout.styles.js';
import {listsStyles} from './styles/lists.styles.js';

/** The element that contains the console. */
export interface ConsoleHost extends HTMLElement {
  readonly service: InteractionService | undefined;
}

/** Functions of the element that show and remove errors. */
export interface ErrorDisplay {
  /** Shows an error, and dispatches a `five9-error` event. */
  show(error: unknown): void;
  /** Removes the error that is shown. */
  clear(): void;
}

/**
 * Content of `<five9-console>`: the panels for API calls, events and recordings. The element loads this code on demand.
 */
export class ConsoleBody implements ActivityListener, CallsContext, EventsOwner {
  readonly log = new EventLog();
  readonly #host: ConsoleHost;
  readonly #errors: ErrorDisplay;
  readonly #status = document.createElement('p');
  readonly #eventsPanel = new EventsPanel(this);
  readonly #calls = new ConsoleCalls(this);
  readonly #recording = new SessionRecording(this);
  #wsEventIds: readonly string[] = ['4', '5'];
  #service: InteractionService | undefined;
  /**
   * The last service. It is stored while the element is outside of the page, so that the recording continues if the
   * element gets the same service again.
   */
  #lastService: InteractionService | undefined;
  #activity: Activity | undefined;
  /** Id of the current interaction. Some initial values in the form of the API calls are from this interaction. */
  #interactionId: string | undefined;

  constructor(host: ConsoleHost, errors: ErrorDisplay) {
    this.#host = host;
    this.#errors = errors;
    this.#status.className = 'hidden';
    this.#status.setAttribute('role', 'status');
    const root = host.shadowRoot as ShadowRoot;
    addStyles(root, [layoutStyles, controlsStyles, listsStyles]);
    const container = document.createElement('div');
    container.className = 'console';
    for (const panel of [this.#calls.panel, this.#eventsPanel, this.#recording.panel]) {
      panel.render();
      container.append(panel.root);
    }
    container.append(this.#status);
    root.append(container);
  }

  /**
   * Switches to the element's current service. Called when the element has rendered, and when it was removed from the
   * page.
   */
  update(): void {
    const service = this.#host.isConnected ? this.#host.service : undefined;
    if (service === this.#service) return;
    this.#activity?.close();
    this.#activity = undefined;
    this.#service = service;
    if (service) {
      if (service !== this.#lastService) this.#end();
      this.#lastService = service;
      this.#activity = new Activity(service, this, this.#wsEventIds);
    } else {
      // Wait a microtask, because an element that was only moved is in the page again after the microtask.
      queueMicrotask(() => {
        if (!this.#host.isConnected) this.#end();
      });
    }
  }

  // Implementation of `ConsoleContext` and `CallsContext`

  get service(): InteractionService | undefined {
    return this.#service;
  }

  get wsEventIds(): readonly string[] {
    return this.#wsEventIds;
  }

  set wsEventIds(ids: readonly string[]) {
    this.#wsEventIds = [...new Set(ids)];
    this.#activity?.setWsEventIds(this.#wsEventIds);
    this.#eventsPanel.requestUpdate();
  }

  announce(text: string): void {
    this.#status.textContent = text;
  }

  attempt(action: () => unknown): void {
    this.#errors.clear();
    new Promise((resolve) => {
      resolve(action());
    }).catch((error: unknown) => this.fail(error));
  }

  fail(error: unknown): void {
    this.#errors.show(error);
  }

  copyText(text: string): void {
    this.attempt(async () => {
      await copyText(text, this.#status);
      this.announce('Copied');
    });
  }

  observeApi(): void {
    this.#activity?.observeApi();
  }

  logCallback(eventName: string, params: unknown): void {
    this.#addToLog('event', `callback ${eventName}`, params);
  }

  reportFailedCall(error: InteractionApiError): void {
    this.#host.dispatchEvent(new Five9ErrorEvent(error));
  }

  // Implementation of `EventsOwner`

  copyEntries(entries: readonly LogEntry[]): void {
    this.copyText(entries.map(entryText).join('\n\n'));
  }

  // Implementation of `ActivityListener`

  serviceChanged(): void {
    const id = this.#service?.current?.id;
    if (id === this.#interactionId) return;
    this.#interactionId = id;
    this.#calls.panel.requestUpdate();
  }

  connectionChanged(connection: Connection): void {
    this.#recording.recorder?.connection(connection);
    this.#addToLog('connection', connection.status, connection);
  }

  sdkEvent(name: string, params: unknown): void {
    this.#recording.recorder?.event(name, params);
    this.#addToLog('event', name, params);
  }

  wsEvent(id: string, payload: unknown, context: unknown): void {
    this.#recording.recorder?.ws(id, payload, context);
    this.#addToLog('ws', `WebSocket ${id}`, {id, payload, context});
  }

  elementEvent(event: CustomEvent<unknown>): void {
    const {type, detail} = event;
    const [target] = event.composedPath();
    const source = target instanceof Element ? `<${target.localName}>` : '';
    const summary = `${summaryOf(plainCopy(detail))} ${source}`.trim();
    this.#addToLog(type === Five9ErrorEvent.type ? 'error' : 'act', type, detail, summary);
  }

  callStarted(call: InterceptedCall): (outcome: CallOutcome) => void {
    const {method, params} = call;
    const recordOutcome = this.#recording.recorder?.callStarted(call);
    return this.#addExchange('request', method, params, recordOutcome);
  }

  questionStarted(api: OtherApiName, method: string, params: unknown): (outcome: CallOutcome) => void {
    const recordOutcome = this.#recording.recorder?.questionStarted(api, method, params);
    return this.#addExchange('question', fullName(api, method), params, recordOutcome);
  }

  requestStarted(api: OtherApiName, method: string, params: unknown): (outcome: CallOutcome) => void {
    const recordOutcome = this.#recording.recorder?.requestStarted(api, method, params);
    return this.#addExchange('request', fullName(api, method), params, recordOutcome);
  }

  apiEvent(api: OtherApiName, name: string, data: unknown): void {
    this.#recording.recorder?.event(name, data, api);
    this.#addToLog('event', fullName(api, name), data);
  }

  apiNotice(api: OtherApiName, name: string, data: unknown): void {
    this.#recording.recorder?.notice(name, data, api);
    this.#addToLog('request', fullName(api, name), {params: data});
  }

  // Implementation of `ConsoleContext` for replays

  logDifference({api, method, params}: RecordedQuestion, answers: AnswerDifference): void {
    this.#addToLog('error', `another answer: ${fullName(api, method)}`, {params, ...answers});
  }

  /** Ends the recording, the replay and the subscriptions. */
  #end(): void {
    this.#recording.end();
    this.#calls.unsubscribeAll();
  }

  /** Adds an entry for a question or a request. Returns a function that adds the outcome to the entry. */
  #addExchange(
    kind: 'question' | 'request',
    name: string,
    params: unknown,
    recordOutcome?: (outcome: CallOutcome) => void,
  ): (outcome: CallOutcome) => void {
    const entry = this.#addToLog(kind, name, {params}, '…');
    return (outcome) => {
      recordOutcome?.(outcome);
      const {took, result, error} = outcome;
      const duration = `${Math.round(took * 10) / 10} ms`;
      if (error === undefined) {
        this.log.update(entry, {params, result}, duration);
      } else {
        this.log.update(entry, {params, error}, `${toInteractionApiError(error).errorCode} · ${duration}`);
      }
      this.#eventsPanel.requestUpdate();
    };
  }

  /** @param summary A short text about the entry. Default: a text that is derived from `detail`. */
  #addToLog(kind: Kind, name: string, detail: unknown, summary?: string): LogEntry {
    const entry = this.log.add(kind, name, detail, summary);
    this.#eventsPanel.requestUpdate();
    this.#recording.entriesAdded();
    return entry;
  }
}

/** Adds styles to a shadow root that Lit has rendered already. */
function addStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  const sheets = styles.map(({styleSheet}) => styleSheet).filter((sheet) => sheet !== undefined);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}

/** What `<five9-console>` is, but for its tag: loaded when there is one. */
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import {toInteractionApiError} from '../../interaction-api/errors.js';
import type {Connection} from '../../interaction-api/transport.js';
import type {WsEventCallback} from '../../interaction-api/types.js';
import {Five9ErrorEvent, type SdkEvent} from '../../service/events.js';
import type {InteractionService, ServiceListener} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {styles} from './body.styles.js';
import {Calls, type ConsoleCall, pretty, type Subscriptions} from './calls/calls.js';
import {type CallsOwner, CallsPanel} from './calls/calls-panel.js';
import {entryText, EventLog, type LogEntry} from './events/event-log.js';
import {type EventsOwner, EventsPanel} from './events/events-panel.js';
import {copy, download} from './files.js';
import type {Offer} from './calls/methods.js';
import {Recorder} from './recording/recorder.js';
import {readRecording, type Recording} from './recording/recording.js';
import {type RecordingOwner, RecordingPanel} from './recording/recording-panel.js';
import {Replay, type ReplaySpeed} from './replay/replay.js';
import {scrub} from './recording/scrub.js';
import {type ObservedCall, type Outcome, Tap} from './tap.js';

/** The element that a console lives in. */
export interface ConsoleHost extends HTMLElement {
  readonly service: InteractionService | undefined;
}

/** What elements do outward, and their errors. */
const ACTS = [
  ...['dial', 'dtmf', 'object-select', 'object-open'].flatMap((act) => [`before-${act}`, act]),
  ...['before-disposition', 'disposition-set', 'before-variables', 'variables-set', 'mute-change', 'error'],
].map((name) => `five9-${name}`);

/** How much is recorded at most: a day, or what a page's memory holds. */
const LONGEST = 100_000;

/** A console, in the shadow root of its host. */
export class ConsoleBody implements EventsOwner, CallsOwner, RecordingOwner {
  readonly log = new EventLog();
  wsIds: readonly string[] = ['4', '5'];
  recording: Recording | undefined;
  loaded: Recording | undefined;
  replay: Replay | undefined;

  readonly #host: ConsoleHost;
  readonly #fail: (cause?: unknown) => void;
  readonly #status = document.createElement('p');
  readonly #events = new EventsPanel(this);
  readonly #callsPanel = new CallsPanel(this);
  readonly #recordingPanel = new RecordingPanel(this);
  readonly #calls: Calls;
  readonly #callbacks = new Map<string, (params: unknown) => void>();
  #service: InteractionService | undefined;
  /** The one that a recording and a replay are about. */
  #lastService: InteractionService | undefined;
  #connection: Connection | undefined;
  #interactionId: string | undefined;
  #recorder: Recorder | undefined;
  #tap: Tap | undefined;
  /** Ends what was begun with the service; with its API. */
  #leave: (() => void) | undefined;
  #unhear: (() => void) | undefined;

  /** @param fail Shows what went wrong, and tells of it; called with nothing, it takes that back. */
  constructor(host: ConsoleHost, fail: (cause?: unknown) => void) {
    this.#host = host;
    this.#fail = fail;
    this.#calls = new Calls(
      () => this.#callsChanged(),
      (error) => host.dispatchEvent(new Five9ErrorEvent(error)),
    );
    const root = host.shadowRoot as ShadowRoot;
    if (styles.styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet];
    this.#status.className = 'hidden';
    this.#status.setAttribute('role', 'status');
    const place = document.createElement('div');
    place.className = 'console';
    const panels = [this.#callsPanel, this.#events, this.#recordingPanel];
    for (const panel of panels) panel.draw();
    place.append(...panels.map((panel) => panel.place), this.#status);
    root.append(place);
  }

  /** The element was drawn anew, came, or went. */
  update(): void {
    const service = this.#host.isConnected ? this.#host.service : undefined;
    if (service === this.#service) return;
    this.#leave?.();
    this.#leave = undefined;
    this.#service = service;
    if (service) {
      if (service !== this.#lastService) this.#end();
      this.#lastService = service;
      this.#follow(service);
    } else {
      // Not at once: it may only be moved.
      queueMicrotask(() => {
        if (!this.#host.isConnected) this.#end();
      });
    }
  }

  // The methods

  get calls(): readonly ConsoleCall[] {
    return this.#calls.all;
  }

  get interaction(): Interaction | undefined {
    return this.#service?.current;
  }

  run(method: string, params: unknown, timeout: number | undefined): void {
    const api = this.#service?.api;
    if (!api) return;
    this.#hear(api);
    void this.#calls.run(api, this.#subscriptions(api), method, params, timeout);
  }

  cancel(number: number): void {
    this.#calls.cancel(number);
  }

  async offers(from: Offer, interactionId: string): Promise<readonly {value: string; label: string}[]> {
    const interactionType = this.#service?.interaction(interactionId)?.type;
    const list = (await this.#tap?.call(from, {interactionId, ...(interactionType && {interactionType})})) ?? [];
    return (list as Record<string, unknown>[]).map(({id, group, name, value, label}) => ({
      value: String(id),
      label: [group, name, value ?? label].filter(Boolean).join(' · '),
    }));
  }

  copyText(text: string): void {
    this.#do(async () => {
      await copy(text, this.#status);
      this.say('Copied');
    });
  }

  // The log

  hearWsEvents(ids: readonly string[]): void {
    this.wsIds = [...new Set(ids)];
    const {api} = this.#tap ?? {};
    this.#unhear?.();
    this.#unhear = undefined;
    if (api) this.#hearWs(api);
    this.#events.requestUpdate();
  }

  copy(entries: readonly LogEntry[]): void {
    this.copyText(entries.map(entryText).join('\n\n'));
  }

  /** Tells those who do not see it. */
  say(words: string): void {
    this.#status.textContent = words;
  }

  // Recording and replay

  get recorded(): number | undefined {
    return this.#recorder?.size;
  }

  record(): void {
    if (this.#recorder) {
      this.recording = this.#recorder.finish();
      this.#recorder = undefined;
      this.say(`Recorded ${this.recording.entries.length} entries`);
    } else if (this.#service) {
      const {connection, interactions} = this.#service;
      this.#recorder = new Recorder(connection, interactions.filter(isLive));
      this.say('Recording');
    }
    this.#recordingPanel.requestUpdate();
  }

  export(scrubbed: boolean, how: 'copy' | 'download' | 'load'): void {
    const {recording} = this;
    if (!recording) return;
    const made = scrubbed ? scrub(recording) : recording;
    if (how === 'copy') {
      this.copyText(pretty(made));
    } else if (how === 'download') {
      download(`five9-recording-${made.recordedAt.replace(/:/g, '-')}.json`, pretty(made));
    } else {
      this.load(() => Promise.resolve(JSON.stringify(made)));
    }
  }

  load(text: () => Promise<string>): void {
    this.#do(async () => {
      this.loaded = readRecording(await text());
      this.say(`Read ${this.loaded.entries.length} entries`);
      this.#recordingPanel.requestUpdate();
    });
  }

  play(speed: ReplaySpeed): void {
    const {loaded} = this;
    const service = this.#service;
    if (!loaded || !service) return;
    this.#do(() => {
      this.replay?.stop();
      this.replay = new Replay(loaded, service, speed, {
        changed: () => this.#recordingPanel.requestUpdate(),
        failed: (error) => this.#fail(error),
      });
      this.#recordingPanel.requestUpdate();
    });
  }

  #follow(service: InteractionService): void {
    const listener: ServiceListener = {
      serviceChanged: () => this.#serviceChanged(service),
      sdkEvent: (_context, mirror) => this.#sdkEvent(mirror()),
    };
    const stop = service.listen(listener);
    for (const act of ACTS) document.addEventListener(act, this.#act, true);
    this.#leave = () => {
      stop();
      for (const act of ACTS) document.removeEventListener(act, this.#act, true);
      this.#silence();
      this.#connection = undefined;
    };
    this.#serviceChanged(service);
  }

  /** What goes on ends with the service that it is about. */
  #end(): void {
    this.replay?.stop();
    if (this.#recorder) this.record();
  }

  #serviceChanged(service: InteractionService): void {
    const {connection, connected, current} = service;
    if (connection !== this.#connection) {
      const before = this.#connection;
      this.#connection = connection;
      // Before that there is no news: it is how things stand.
      if (before) this.#note(() => this.log.add('connection', connection.status, connection));
      if (before) this.#recorder?.connection(connection);
    }
    // Not before: to ask for the API opens it, and a nearer provider may still come.
    if (connected) this.#hear(service.api);
    if (current?.id !== this.#interactionId) {
      this.#interactionId = current?.id;
      this.#callsPanel.requestUpdate();
    }
  }

  /** Listens in on an API. */
  #hear(api: InteractionApi): void {
    if (this.#tap?.api === api) return;
    this.#silence();
    this.#tap = new Tap(api, {asked: (call) => this.#asked(call)});
    this.#hearWs(api);
  }

  #hearWs(api: InteractionApi): void {
    const events = Object.fromEntries(
      this.wsIds.map((id): [string, WsEventCallback] => [
        id,
        (payload, context) => {
          this.#note(() => this.log.add('ws', `WebSocket ${id}`, {id, payload, context}));
          this.#recorder?.ws(id, payload, context);
        },
      ]),
    );
    if (!this.wsIds.length) return;
    api.subscribeWsEvent(events);
    this.#unhear = () => api.unsubscribeWsEvent(events);
  }

  #silence(): void {
    this.#unhear?.();
    this.#tap?.close();
    this.#unhear = this.#tap = undefined;
  }

  #sdkEvent({sdkName, detail}: SdkEvent): void {
    this.#note(() => this.log.add('event', sdkName, detail));
    this.#recorder?.event(sdkName, detail);
  }

  #asked(call: ObservedCall): (outcome: Outcome) => void {
    const {method, params} = call;
    const entry = this.log.add('request', method, {params}, '…');
    const record = this.#recorder?.asked(call);
    this.#note();
    return (outcome) => {
      const {took, result, error} = outcome;
      record?.(outcome);
      const failed = error !== undefined;
      const words = `${Math.round(took * 10) / 10} ms`;
      this.log.fill(
        entry,
        {params, ...(failed ? {error} : {result})},
        failed ? `${toInteractionApiError(error).errorCode} · ${words}` : words,
      );
      this.#note();
    };
  }

  readonly #act = (event: Event): void => {
    const {type, detail} = event as CustomEvent<unknown>;
    const [target] = event.composedPath();
    const kind = type === Five9ErrorEvent.type ? 'error' : 'act';
    this.#note(() => {
      const entry = this.log.add(kind, type, detail);
      if (target instanceof Element) this.log.fill(entry, detail, `${entry.gist} <${target.localName}>`.trim());
    });
  };

  /** Something is to be seen in the log. */
  #note(write?: () => void): void {
    write?.();
    this.#events.requestUpdate();
    if (!this.#recorder) return;
    this.#recordingPanel.requestUpdate();
    if (this.#recorder.size < LONGEST) return;
    this.record();
    this.#fail(new Error(`The recording was ended: it has ${LONGEST} entries.`));
  }

  #callsChanged(): void {
    const [last] = this.calls;
    if (last && last.state !== 'running') this.say(`${last.method} ${last.state === 'done' ? 'answered' : 'failed'}`);
    this.#callsPanel.requestUpdate();
  }

  #subscriptions(api: InteractionApi): Subscriptions {
    const events = api as unknown as Record<'subscribe' | 'unsubscribe', (name: string, callback: unknown) => void>;
    return {
      subscribe: (names) => {
        for (const name of names) {
          const callback =
            this.#callbacks.get(name) ??
            ((params: unknown) => this.#note(() => this.log.add('event', `callback ${name}`, params)));
          this.#callbacks.set(name, callback);
          events.unsubscribe(name, callback);
          events.subscribe(name, callback);
        }
      },
      unsubscribe: (names) => {
        for (const name of names) events.unsubscribe(name, this.#callbacks.get(name) ?? (() => undefined));
      },
      subscribeWsEvent: (ids) => this.hearWsEvents([...this.wsIds, ...ids]),
      unsubscribeWsEvent: (ids) => this.hearWsEvents(this.wsIds.filter((id) => !ids.includes(id))),
    };
  }

  /** Does what may fail, and tells so. */
  #do(act: () => unknown): void {
    this.#fail();
    new Promise((resolve) => {
      resolve(act());
    }).catch((error: unknown) => this.#fail(error));
  }
}

import {commandNames, expect} from './command.js';
import {Commands} from './commands.js';
import {notImplemented} from './errors.js';
import type {ContactCenterEvent, Unsubscribe} from './events.js';
import type {ContactCenterOptions} from './options.js';
import type {AdapterMethod} from './page/custom-methods.js';
import type {AskedApi, PageAsker} from './page/page-asker.js';
import {type ContactCenterState, stateOf} from './state.js';
import type {Tenant} from './tenant.js';

/**
 * A simulated contact centre with one agent. Pages reach it through the adapter, the REST interface and the WebSocket.
 *
 * - **Commands** simulate actions and faults, for example a customer calls, the agent answers, or the link to the
 *   adapter is interrupted. A command that is not possible throws a `CommandError`.
 * - **Requests and notices** come from the agent's page through the Interaction API. A notice has no answer. The
 *   contact centre refuses requests with the documented error codes.
 * - **Events** are sent to the page.
 *
 * If the clock and the random source are the same, the same commands cause the same ids, events and state.
 */
export class ContactCenter extends Commands {
  /** The settings of the company: campaigns, dispositions, variables. */
  get tenant(): Tenant {
    return this.context.tenant;
  }

  /** The current options. The command `configure` changes them. */
  get options(): Readonly<ContactCenterOptions> {
    return this.context.options;
  }

  /** Returns the public state of the contact centre, as JSON. */
  state(): ContactCenterState {
    return stateOf(this.context, this.parts);
  }

  /** Runs a command by its name. The name `state` returns the state. */
  run(name: string, args: readonly unknown[] = []): unknown {
    const names = ['state', ...commandNames];
    expect(names.includes(name), `there is no command ${name}; there are ${names.join(', ')}.`);
    return (this[name as keyof this] as (...args: readonly unknown[]) => unknown)(...args);
  }

  // Functions for the agent's page

  /**
   * Carries out a method of the Interaction API. Injected faults can delay, refuse or suppress the answer.
   *
   * @param own Returns the answer. With `own`, the contact centre only applies the injected faults, and does not carry
   *   out the method itself.
   * @param lost Called if an injected fault suppresses the answer. The returned promise then never settles.
   */
  request(method: string, params?: unknown, own?: () => unknown, lost?: () => void): Promise<unknown> {
    const carryOut = (): unknown => {
      if (own) return own();
      const answer = (): unknown => this.parts.pageRequests.request(method, params);
      // Notify no listeners after a `get…` method, because these methods change nothing and pages call them often.
      return method.startsWith('get') ? answer() : this.stream.change(answer);
    };
    return this.parts.faults.pass(method, carryOut, lost);
  }

  /**
   * Carries out a request of a page over another API of the CRM SDK. Injected faults can delay, refuse or suppress the
   * answer.
   *
   * @param lost Called if an injected fault suppresses the answer. The returned promise then never settles.
   */
  requestApi(api: AskedApi, method: string, params?: unknown, lost?: () => void): Promise<unknown> {
    const {application, customMethods, salesforce} = this.parts.softphone;
    const carryOut = (): unknown => {
      if (api === 'applicationApi') return application.request(method, params);
      if (api === 'customMethodsApi') return customMethods.request(method, params);
      if (api === 'sfNativeApi') return salesforce.request(method, params);
      throw notImplemented(method);
    };
    return this.parts.faults.pass(method, () => this.stream.change(carryOut), lost);
  }

  /** Registers the methods of own code inside the adapter, for the Custom Methods API. */
  registerCustomMethods(methods: Readonly<Record<string, AdapterMethod>>): void {
    this.parts.softphone.customMethods.register(methods);
  }

  /** Adds a way to ask the pages of the agent. Returns a function that removes it. */
  attach(asker: PageAsker): Unsubscribe {
    return this.parts.softphone.pages.attach(asker);
  }

  /** Reports that a page has connected to an API. */
  pageConnected(api: AskedApi): void {
    this.stream.change(() => {
      this.parts.softphone.pageConnected(api);
    });
  }

  /** Handles the events `click2dial`, `objectVisited` and `suggestedNumbers` of the page. */
  notify(name: string, data: unknown): void {
    this.stream.change(() => {
      this.parts.pageRequests.notify(name, data);
    });
  }

  /** Returns the events of the live interactions for a page that has just connected. */
  replay(): ContactCenterEvent[] {
    return this.parts.interactions.replay();
  }

  /**
   * State of the link between pages and the adapter. `dropped`: interrupted after a `disconnect` message.
   * `dropped silently`: interrupted without this message.
   */
  get link(): ContactCenterState['link'] {
    return this.parts.faults.link();
  }

  /** Calls `listener` with each event for the page. */
  subscribe(listener: (event: ContactCenterEvent) => void): Unsubscribe {
    return this.stream.events.add(listener);
  }

  /** Calls `listener` each time `state()` has changed. */
  onChange(listener: () => void): Unsubscribe {
    return this.stream.changes.add(listener);
  }
}

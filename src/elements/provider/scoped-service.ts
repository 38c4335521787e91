import {ContextEvent, ContextProvider} from '@lit/context';
import type {ReactiveElement} from 'lit';
import {serviceContext} from '../../service/context.js';
import {InteractionService} from '../../service/interaction-service.js';

/** A service of an element for its content. The content uses this service in place of the service around the element. */
export class ScopedService {
  readonly service: InteractionService;
  #provider: ServiceProvider | undefined;

  /** @param host The element. It is also the target of the service's events. */
  constructor(private readonly host: ReactiveElement) {
    this.service = new InteractionService(host);
  }

  /** Provides the service to the content, also to content that already uses another service. */
  start(): void {
    this.#provider ??= new ServiceProvider(this.host, {context: serviceContext, initialValue: this.service});
    this.service.restart();
  }

  /** Gives the service around the element to the content, and closes this service. */
  end(): void {
    this.#provider?.end();
    this.#provider = undefined;
    this.service.close();
  }
}

/** A context provider that can end. */
class ServiceProvider extends ContextProvider<typeof serviceContext, ReactiveElement> {
  /** Stops to provide the service. Each element that uses the service asks the next provider around it. */
  end(): void {
    this.host.removeController(this);
    this.host.removeEventListener('context-request', this.onContextRequest);
    this.host.removeEventListener('context-provider', this.onProviderRequest);
    for (const [callback, {consumerHost}] of [...this.subscriptions]) {
      consumerHost.dispatchEvent(new ContextEvent(serviceContext, consumerHost, callback, true));
    }
  }
}

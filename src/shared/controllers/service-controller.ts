import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';
import {serviceContext} from '../../service/context.js';
import type {SdkEvent, SdkEventContext} from '../../service/events.js';
import type {InteractionService, ServiceListener} from '../../service/interaction-service.js';
import {pageService} from '../../service/page.js';

/** An element that uses the service. */
export interface ServiceHost extends ReactiveElement {
  /** Called when the connection or an interaction has changed. */
  serviceChanged(): void;
  /** Returns whether a copy of an SDK event is dispatched at this element too. */
  concerns(event: SdkEventContext): boolean;
}

/** Finds the nearest service, and listens to it while the element is in the page. */
export class ServiceController implements ReactiveController, ServiceListener {
  service: InteractionService | undefined;
  #stop: (() => void) | undefined;
  readonly #consumer: ContextConsumer<typeof serviceContext, ServiceHost>;

  constructor(private readonly host: ServiceHost) {
    host.addController(this);
    this.#consumer = new ContextConsumer(host, {
      context: serviceContext,
      subscribe: true,
      callback: (service) => {
        this.#follow(service);
      },
    });
  }

  hostConnected(): void {
    // Create the service of the page, if this is the first element of the page.
    pageService();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.service = undefined;
  }

  /** Finds the service again, because the host was moved without being disconnected, possibly to another provider. */
  hostMoved(): void {
    this.#consumer.hostConnected();
  }

  serviceChanged(): void {
    this.host.serviceChanged();
  }

  sdkEvent(event: SdkEventContext, mirror: () => SdkEvent): void {
    if (this.host.concerns(event)) this.host.dispatchEvent(mirror());
  }

  #follow(service: InteractionService): void {
    if (service === this.service) return;
    this.#stop?.();
    this.service = service;
    this.#stop = service.listen(this);
    this.host.serviceChanged();
  }
}

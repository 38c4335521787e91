import type {InteractionService, ServiceSettings} from '../../service/interaction-service.js';

/** The settings that an element has given to a service. */
export class AppliedSettings {
  #service: InteractionService | undefined;
  #settings: ServiceSettings = {};
  /** The settings of the service before the element has changed them. */
  #before: ServiceSettings = {};

  /**
   * Gives settings to a service. Does nothing if the service has equal settings, because the service would search for
   * the adapter again. If the element gave settings to another service before, that service gets its earlier settings
   * again.
   *
   * @throws `TypeError` if the service does not accept the settings; then nothing changes
   */
  apply(service: InteractionService, settings: ServiceSettings): void {
    const {settings: before} = service;
    const isSameService = service === this.#service;
    const isSet = areEqual(settings, before);
    if (isSet && isSameService) return;
    if (!isSet) service.configure(settings);
    if (!isSameService) {
      this.withdraw();
      this.#before = before;
    }
    this.#service = service;
    this.#settings = settings;
  }

  /**
   * Gives its earlier settings to the service again, because the settings of the element are for another service. Does
   * nothing if the service has got other settings since then.
   */
  withdraw(): void {
    if (this.#service?.settings === this.#settings) this.#service.configure(this.#before);
    this.#service = undefined;
  }
}

/** Returns whether two objects have the same settings, with the same values. */
function areEqual(one: ServiceSettings, other: ServiceSettings): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof ServiceSettings>;
  return [...names].every((name) => Object.is(one[name], other[name]));
}

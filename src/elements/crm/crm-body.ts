import type {Responder} from '../../sdk/base/registered-functions.js';
import type {CrmApi} from '../../sdk/crm-api/crm-api.js';
import type {SaveLogParams} from '../../sdk/crm-api/crm-api.types.js';
import {AgentFollower} from './agent-follower.js';
import {crmAnswers} from './crm-answers.js';
import type {CrmElement, CrmHost} from './crm-host.js';
import {CrmWork} from './crm-work.js';
import {noteArrival} from './navigation.js';
import {NumberSuggester} from './number-suggester.js';
import {saveAgain} from './save-log.js';

/** The part of `five9-crm` that answers the adapter. It is loaded on demand, because most pages have no `five9-crm`. */
export class CrmBody {
  /** What the element shows. */
  readonly work: CrmWork;
  /** Answers a question of the adapter. */
  readonly answer: Responder;
  readonly #host: CrmHost;
  /** The API whose questions the element answers; `undefined` while it does not answer. */
  #api: CrmApi | undefined;
  #suggester: NumberSuggester | undefined;
  #agent: AgentFollower | undefined;

  constructor(host: CrmElement) {
    this.work = new CrmWork(host.changed);
    this.#host = {...host, work: this.work, api: () => this.#api};
    this.answer = crmAnswers(this.#host);
  }

  /** Follows the API whose questions the element answers from now on; `undefined` if it no longer answers. */
  follow(api: CrmApi | undefined): void {
    this.#api = api;
    const {service} = this.#host.element;
    this.#agent?.stop();
    this.#agent = api && service && new AgentFollower(service, (agent) => this.work.agentIs(agent));
    this.suggest();
    if (!api) return;
    noteArrival();
    this.work.restore();
  }

  /** Starts or stops to send the numbers of the page. */
  suggest(): void {
    this.#suggester?.stop();
    const api = this.#api;
    const {service, suggestNumbers} = this.#host.element;
    this.#suggester = suggestNumbers && service && api ? new NumberSuggester(service, api) : undefined;
  }

  /** Saves a log again, because the agent requests it. */
  saveAgain(params: SaveLogParams): void {
    this.#host.clearError();
    void saveAgain(this.#host, params);
  }
}

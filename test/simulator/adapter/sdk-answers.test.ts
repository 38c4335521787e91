/**
 * A page with SDK 0.12.0, which answers over crmApi and customComponentsApi, at both simulators. The SDK fails at a
 * question that it does not know, so the simulators must ask only what the SDK knows.
 */
import {expect} from '@open-wc/testing';
import {AnsweringSdk} from '../../support/answering-sdk.js';
import {atEnd} from '../../support/lifecycle.js';
import {type Simulator, simulatorWith, SIMULATORS, type SimulatorPlace, stateOf} from '../../support/simulators.js';
import {SpeakingSdk} from '../../support/speaking-sdk.js';
import {until} from '../../support/time.js';

const RECORD = {id: '123', label: 'Contact', name: 'Joe', isWho: true, isWhat: false};
const TEMPLATE = `<adt-components><adt-component location="3rdPartyComp-li-call-tab" label="Own">
  <adt-button name="ok" label="OK" onclick="onOk"></adt-button></adt-component></adt-components>`;
const CONFIG = {providerName: 'Old', myCallsTodayEnabled: true};

/** The APIs of a page. */
class OldPage {
  readonly crm: AnsweringSdk;
  readonly components = new AnsweringSdk('customComponentsApi', {getCustomComponents: () => TEMPLATE});
  readonly interactions = new SpeakingSdk('', {build: '0.12.0'});
  readonly calls: string[] = [];

  constructor(answers: Record<string, (params: unknown) => unknown> = {}) {
    this.crm = new AnsweringSdk('crmApi', {
      getAdtConfig: () => CONFIG,
      search: () => ({crmObjects: [RECORD], screenPopObject: RECORD}),
      getTodayCallsCount: () => 77,
      saveLog: () => undefined,
      screenPop: () => undefined,
      ...answers,
    });
    const note = (name: string) => () => void this.calls.push(name);
    const names = ['callStarted', 'callAccepted', 'callEnded', 'callFinished'];
    this.interactions.api['subscribe']?.(Object.fromEntries(names.map((name) => [name, note(name)])));
    atEnd(() => this.unload());
  }

  unload(): void {
    this.interactions.unload();
    this.crm.unload();
    this.components.unload();
  }

  asks(method: string, times = 1): Promise<void> {
    const count = (): number => this.crm.asked.filter((name) => name === method).length;
    return until(
      () => count() >= times,
      () => `${method} is asked; asked is ${this.crm.asked.join()}`,
    );
  }
}

async function simulatorIn(place: SimulatorPlace): Promise<Simulator> {
  const simulator = await place.open();
  atEnd(() => simulator.close());
  await simulator.run('reset');
  return simulator;
}

const [, , inFrame, served] = SIMULATORS;
for (const place of [inFrame!, served!]) {
  describe(`a page with SDK 0.12.0, with the simulator ${place.name},`, () => {
    it('answers everything of a call, and is asked nothing that it does not know', async () => {
      const simulator = await simulatorIn(place);
      const page = new OldPage();
      await page.asks('getTodayCallsCount');
      const id = await simulator.run('offerCall', {ani: '9250000111'});
      await page.asks('screenPop');
      await simulator.run('answer', id);
      await until(() => page.components.asked.length, 'the controls are asked');
      await simulator.run('useComponent', {callback: 'onOk', name: 'ok', value: ''});
      await until(() => page.components.events.length, 'the event of the control');
      await simulator.run('pressTile', 'calls');
      page.crm.event('suggestedNumbers', {suggestedNumbers: [{clickToDialNumber: '9250000112'}]});
      page.crm.event('objectVisited', {crmObject: RECORD});
      await simulator.run('hangUp', id);
      await simulator.run('dispose', id, '3551');
      await until(() => page.calls.includes('callFinished'), `the end; ${page.calls.join()}`);
      await page.asks('getTodayCallsCount', 2);

      expect(page.crm.asked).to.include.members([
        'bringAppToFront',
        'disableClickToDial',
        'openMyCallsToday',
        'saveLog',
      ]);
      expect([...page.crm.unknown, ...page.components.unknown]).to.deep.equal([]);
      const {adtConfig, tiles, suggestedNumbers, interactions} = await stateOf(simulator);
      expect(adtConfig).to.deep.equal(CONFIG);
      expect(tiles).to.deep.equal([{name: 'calls', count: 77}]);
      expect(suggestedNumbers).to.deep.equal([{clickToDialNumber: '9250000112'}]);
      expect(interactions[0]).to.deep.include({logged: 'saved', searchResults: [RECORD]});
    });

    it('gets messages in the forms of Five9 only, so that it cannot recognise a simulator', async () => {
      const simulator = await simulatorIn(place);
      const page = new OldPage();
      await page.asks('getTodayCallsCount');
      const id = await simulator.run('offerCall', {ani: '9250000111'});
      await page.asks('screenPop');
      await until(() => page.components.asked.length, 'the controls are asked');
      await simulator.run('useComponent', {callback: 'onOk', name: 'ok', value: ''});
      await until(() => page.components.events.length, 'the event of the control');
      await simulator.run('reject', id);

      for (const {received, channel, asked} of [page.crm, page.components]) {
        expect(asked).to.not.be.empty;
        for (const envelope of received as Record<string, unknown>[]) {
          expect(envelope).to.have.all.keys('iframeName', 'sender', 'message');
          expect(envelope['iframeName']).to.equal(channel);
          expect(envelope['sender']).to.match(new RegExp(`^master_${channel}-[0-9a-f]{16}$`));
          const message = envelope['message'] as Record<string, Record<string, unknown>>;
          if (typeof message === 'string') continue;
          if ('event' in message) {
            expect(message).to.have.all.keys('event');
            expect(message['event']).to.have.all.keys('objectId', 'name', 'data');
          } else {
            expect(message).to.have.all.keys('id', 'request');
            expect(message['id']).to.match(/#\d+$/);
            const {args: _, ...request} = message['request']!;
            expect(request).to.have.all.keys('objectId', 'verb', 'attrName');
            expect(request['verb']).to.equal('post');
          }
        }
      }
    });

    it('that is there before the simulator is asked when the simulator comes, and again after a reload in a call', async () => {
      const page = new OldPage();
      const simulator = await simulatorIn(place);
      await page.asks('enableClickToDial');
      const id = await simulator.run('offerCall', {ani: '9250000111'});
      await page.asks('screenPop');
      await simulator.run('answer', id);
      page.unload();

      const again = new OldPage();
      await again.asks('getAdtConfig');
      await until(() => again.calls.includes('callAccepted'), `the call is told again; ${again.calls.join()}`);
      await simulator.run('hangUp', id);
      await simulator.run('dispose', id, '3551');
      await again.asks('saveLog');
      expect(page.crm.asked).to.not.include('saveLog');
    });
  });
}

it('a page is forgotten by the contact centre of a server when the frame of its adapter is removed', async () => {
  const simulator = await simulatorIn(served!);
  const page = new OldPage();
  await page.asks('getTodayCallsCount');
  expect((await stateOf(simulator)).connectedPages.crmApi).to.equal(1);
  simulator.close();
  await simulatorWith(simulator, ({connectedPages}) => connectedPages.crmApi === 0);
});

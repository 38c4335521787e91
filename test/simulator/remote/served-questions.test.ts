import {expect} from '@open-wc/testing';
import {fc} from '../../support/check.js';
import {rejection, until, watch} from '../../support/time.js';
import {ServerDouble, settled, type TabDouble} from './server-double.js';

/** Lets the contact centre ask the pages with a command. Returns the result of the command. */
const call = (server: ServerDouble, name = 'note', argument: unknown = null): Promise<unknown> =>
  Promise.resolve(server.center.callCustomMethod(name, argument));

/** Lets the contact centre ask the pages. The test does not need the answer. */
const askOnly = (server: ServerDouble): void => {
  call(server).catch(() => undefined);
};

/** Opens tabs with clients of the Custom Methods API. */
async function openTabs(server: ServerDouble, ...clients: number[]): Promise<TabDouble[]> {
  const tabs: TabDouble[] = [];
  for (const count of clients) {
    const tab = await server.openTab();
    if (count) await tab.connect('customMethodsApi', count);
    tabs.push(tab);
  }
  return tabs;
}

const countsOf = (tabs: readonly TabDouble[]): number[] => tabs.map(({adapter}) => adapter.asked.length);

const lastQuestion = (server: ServerDouble) => server.center.state().questions.at(-1);

describe('questions of a served contact centre', () => {
  it('reach the clients of every tab once, and the first answer counts', async () => {
    const server = new ServerDouble();
    const tabs = await openTabs(server, 1, 2, 0);
    const result = call(server, 'note', {text: 'Hi'});
    await until(() => tabs[1]!.adapter.asked.length === 1);
    server.repeatLastBatch();
    await settled();
    expect(countsOf(tabs)).to.deep.equal([1, 1, 0]);
    const params = {methodName: 'note', argument: {text: 'Hi'}};
    expect(tabs[0]!.adapter.asked[0]).to.deep.include({method: '_callCustomMethod', params});
    tabs[1]!.adapter.asked[0]!.answer(['second tab']);
    expect(await result).to.deep.equal(['second tab']);
    expect(lastQuestion(server)).to.include({asked: 3, answers: 1, outcome: 'answered'});
  });

  it('count each later answer, of the same tab or of another one, as a double answer', async () => {
    const server = new ServerDouble();
    const [first, second] = await openTabs(server, 2, 1);
    const result = call(server);
    await until(() => second!.adapter.asked.length === 1);
    first!.adapter.asked[0]!.answer(1);
    await result;
    first!.adapter.asked[0]!.answerAgain();
    second!.adapter.asked[0]!.answer(2);
    await until(() => lastQuestion(server)?.answers === 3);
  });

  it('do not count a later error as a double answer', async () => {
    const server = new ServerDouble();
    const [first, second] = await openTabs(server, 1, 1);
    const result = call(server);
    await until(() => second!.adapter.asked.length === 1);
    first!.adapter.asked[0]!.answer(1);
    expect(await result).to.equal(1);
    second!.adapter.asked[0]!.fail('No');
    await settled();
    expect(lastQuestion(server)).to.include({answers: 1});
  });

  it('end with the error of a client, if it comes first', async () => {
    const server = new ServerDouble();
    const [tab] = await openTabs(server, 1);
    for (const error of ['The CRM is down.', {message: 'The CRM is down.'}, new Error('The CRM is down.')]) {
      const result = rejection(call(server));
      await until(() => lastQuestion(server)?.outcome === 'waiting' && tab!.adapter.asked.at(-1));
      tab!.adapter.asked.pop()!.fail(error);
      expect(await result)
        .to.have.property('message')
        .that.includes('The CRM is down.');
    }
  });

  it('end with an error if JSON cannot represent the answer', async () => {
    const server = new ServerDouble();
    const [tab] = await openTabs(server, 1);
    const result = rejection(call(server));
    await until(() => tab!.adapter.asked.length === 1);
    let deep: unknown = {};
    for (let depth = 0; depth < 100_000; depth++) deep = {deep};
    tab!.adapter.asked[0]!.answer(deep);
    expect(await result)
      .to.have.property('message')
      .that.includes('JSON cannot represent it');
  });

  it('end at once if the only tab closes, and with the answer of another tab if there is one', async () => {
    const server = new ServerDouble();
    const [first, second] = await openTabs(server, 1, 1);
    const result = call(server);
    await until(() => second!.adapter.asked.length === 1);
    await first!.disconnect();
    second!.adapter.asked[0]!.answer('still here');
    expect(await result).to.equal('still here');

    const lost = rejection(call(server));
    await until(() => second!.adapter.asked.length === 2);
    await second!.disconnect();
    expect(await lost)
      .to.have.property('message')
      .that.includes('went away');
    expect(await call(server), 'no tab is asked any more').to.equal(null);
  });

  it('end if a tab that has crashed does not confirm the question', async () => {
    const server = new ServerDouble();
    const [tab, other] = await openTabs(server, 0, 1);
    other!.crash();
    const result = rejection(call(server));
    await settled();
    server.clock.advance(10_000);
    expect(await result)
      .to.have.property('message')
      .that.includes('went away');
    expect(server.pages.clients('customMethodsApi')).to.equal(0);
    expect(tab!.adapter.asked).to.be.empty;
  });

  it('end at their time limit', async () => {
    const server = new ServerDouble();
    const [tab] = await openTabs(server, 1);
    server.center.configure({questionTimeout: 5000});
    const result = rejection(call(server));
    await until(() => tab!.adapter.asked.length === 1);
    server.clock.advance(5000);
    expect(await result)
      .to.have.property('message')
      .that.includes('in time');
    tab!.adapter.asked[0]!.answer('late');
    await settled();
    expect(lastQuestion(server)).to.include({outcome: 'timeout'});
  });

  it('go on after the connection was lost, also if another tab becomes the master tab', async () => {
    const server = new ServerDouble();
    const [master, other] = await openTabs(server, 1, 1);
    master!.crash();
    server.cut();
    const result = call(server);
    await server.restore();
    await until(() => other!.adapter.asked.length === 1);
    other!.adapter.asked[0]!.answer('after the break');
    expect(await result).to.equal('after the break');
  });

  it('are not asked by a tab that reconnects after they have ended', async () => {
    const server = new ServerDouble();
    const [tab] = await openTabs(server, 1);
    server.cut();
    const result = rejection(call(server));
    server.clock.advance(10_000);
    await result;
    await server.restore();
    expect(tab!.adapter.asked).to.be.empty;
    await until(() => server.pages.clients('customMethodsApi') === 1, 'the tab has reported its clients again');
    askOnly(server);
    await until(() => tab!.adapter.asked.length === 1);
  });

  it('are asked again after a restart of the server, which forgets the open questions', async () => {
    const server = new ServerDouble();
    const [tab] = await openTabs(server, 1);
    askOnly(server);
    await until(() => tab!.adapter.asked.length === 1);
    await server.restart();
    tab!.adapter.asked[0]!.answer('too late');
    await tab!.connect('customMethodsApi');
    const result = call(server, 'after');
    await until(() => tab!.adapter.asked.length === 2);
    tab!.adapter.asked[1]!.answer('now');
    expect(await result).to.equal('now');
  });

  it('reach only the master tab, if the option says so', async () => {
    const server = new ServerDouble();
    const [master, other] = await openTabs(server, 1, 1);
    server.center.configure({askedTabs: 'master'});
    askOnly(server);
    await until(() => master!.adapter.asked.length === 1);
    await settled();
    expect(other!.adapter.asked).to.be.empty;
    master!.crash();
    await until(() => other!.remote.isMasterPage());
    await settled();
    askOnly(server);
    await until(() => other!.adapter.asked.length === 1);
  });

  it('are all answered, and each gets its own answer, if there are 200 at once', async () => {
    const server = new ServerDouble();
    const [tab] = await openTabs(server, 1);
    const results = Array.from({length: 200}, (_, index) => call(server, 'double', index));
    await until(() => tab!.adapter.asked.length === 200);
    for (const {params, answer} of tab!.adapter.asked) answer((params as {argument: number}).argument * 2);
    expect(await Promise.all(results)).to.deep.equal(results.map((_, index) => index * 2));
  });

  it('settle with the first answer, for any number of tabs and clients, any answers and any order', async () => {
    const answers = fc.array(
      fc.record({isError: fc.boolean(), value: fc.oneof(fc.jsonValue(), fc.constant(undefined)), tab: fc.nat()}),
      {minLength: 1, maxLength: 6},
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({min: 1, max: 3}), {minLength: 1, maxLength: 4}),
        answers,
        async (clients, given) => {
          const server = servers();
          const tabs = await openTabs(server, ...clients);
          const watched = watch(call(server));
          await until(() => tabs.every(({adapter}) => adapter.asked.length === 1));
          const open = tabs.map(({adapter}) => adapter.asked[0]!);
          for (const {isError, value, tab} of given) {
            const question = open[tab % open.length]!;
            if (isError) question.fail(value);
            else question.answer(value);
            await settled();
          }
          await until(() => watched.state !== 'pending');
          const [{isError, value}] = given as [(typeof given)[number]];
          expect(watched.state).to.equal(isError ? 'rejected' : 'fulfilled');
          // Compare the JSON, because JSON has no -0.
          if (!isError) expect(JSON.stringify(watched.value)).to.equal(JSON.stringify(value ?? null));
          for (const tab of tabs) await tab.disconnect();
        },
      ),
      {numRuns: 20},
    );
  });
});

let shared: ServerDouble | undefined;
/** Returns one server for all runs of a property, because a test can replace `fetch` only once. */
const servers = (): ServerDouble => (shared ??= new ServerDouble());
afterEach(() => {
  shared = undefined;
});

describe('events of a served contact centre for the other APIs', () => {
  it('reach the clients of every tab that has some, once', async () => {
    const server = new ServerDouble();
    server.center.configure({repeatsLoginState: false});
    server.center.configure({repeatsLoginState: false});
    const [first, second] = [await server.openTab(), await server.openTab()];
    await first.connect('applicationApi');
    server.center.setLoginState('SELECT_SKILLS');
    await until(() => first.adapter.events.length === 1);
    server.repeatLastBatch();
    await settled();
    expect(first.adapter.events).to.deep.equal([
      {api: 'applicationApi', name: 'loginStateChanged', data: {state: 'SELECT_SKILLS'}},
    ]);
    expect(second.adapter.events).to.be.empty;
  });

  it('reach only the tab that has connected last, if they are for that tab', async () => {
    const server = new ServerDouble();
    const [first, second] = [await server.openTab(), await server.openTab()];
    await first.connect('applicationApi');
    const before = first.adapter.events.length;
    await second.connect('applicationApi');
    expect(second.adapter.events).to.deep.include({
      api: 'applicationApi',
      name: 'loginStateChanged',
      data: {state: 'WORKING'},
    });
    expect(first.adapter.events).to.have.lengthOf(before);
  });
});

describe('replies that take long', () => {
  /** Opens a server whose replies take long, and two tabs. */
  async function openSlow(): Promise<{server: ServerDouble; tabs: TabDouble[]}> {
    const server = new ServerDouble();
    const tabs = await openTabs(server, 1, 1);
    server.isSlow = true;
    return {server, tabs};
  }

  it('reach the tab that has sent the request: results, errors and commands', async () => {
    const {server, tabs} = await openSlow();
    const getConfig = tabs.map(({remote}) => remote.requestApi('applicationApi', 'getConfig'));
    for (const config of await Promise.all(getConfig)) expect(config).to.include({lang: 'en'});
    const refused = await rejection(tabs[1]!.remote.requestApi('applicationApi', 'notify'));
    expect(refused).to.have.property('message', 'Not Implemented: notify');
    const id = await tabs[1]!.remote.run('offerCall', [{ani: '9250000111'}]);
    expect(server.center.state().interactions.map((call) => call.id)).to.deep.equal([id]);
    const wrong = await rejection(tabs[0]!.remote.run('answer', ['nix']));
    expect(String(wrong)).to.contain('answer: ');
  });

  it('are not lost if the connection is cut while the agent decides', async () => {
    const {server, tabs} = await openSlow();
    const called = watch(tabs[0]!.remote.run('callCustomMethod', ['note']));
    await until(() => tabs[0]!.adapter.asked.length, 'the question');
    server.cut();
    await settled();
    expect(called.state).to.equal('pending');
    await server.restore();
    tabs[0]!.adapter.asked[0]!.answer('yes');
    await until(() => called.state === 'fulfilled', 'the result');
  });

  it('end with an error if the server restarts', async () => {
    const {server, tabs} = await openSlow();
    const called = rejection(tabs[0]!.remote.run('callCustomMethod', ['note']));
    await until(() => tabs[0]!.adapter.asked.length, 'the question');
    await server.restart();
    expect(String(await called)).to.contain('cannot be reached');
  });
});

describe('requests of clients of the other APIs', () => {
  it('are answered by the contact centre on the server', async () => {
    const server = new ServerDouble();
    const tab = await server.openTab();
    expect(await tab.remote.requestApi('applicationApi', 'getConfig')).to.include({lang: 'en'});
    const error = await rejection(tab.remote.requestApi('applicationApi', 'notify'));
    expect(error).to.have.property('message', 'Not Implemented: notify');
    await tab.remote.requestApi('applicationApi', 'showErrorMessage', {msgText: 'No CRM.'});
    expect(server.center.state().messages).to.deep.equal(['No CRM.']);
  });

  it('call own methods of the page, if it has registered some, and methods of the server otherwise', async () => {
    const server = new ServerDouble();
    server.center.registerCustomMethods({echo: (argument) => argument});
    const tab = await server.openTab();
    const callMethod = (methodName: string): Promise<unknown> =>
      tab.remote.requestApi('customMethodsApi', '_callCustomMethod', {methodName, argument: 4});
    expect(await callMethod('echo')).to.equal(4);
    tab.remote.registerCustomMethods({
      half: (value) => Promise.resolve((value as number) / 2),
      broken() {
        throw new Error('Broken.');
      },
    });
    expect(await callMethod('half')).to.equal(2);
    expect(await callMethod('echo'), 'the new set replaces the old one').to.equal(null);
    expect(await callMethod('toString')).to.equal(null);
    expect(await rejection(callMethod('broken'))).to.have.property('message', 'Broken.');
  });
});

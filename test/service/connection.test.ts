import {expect} from '@open-wc/testing';
import type {Connection} from '../../src/interaction-api.js';
import {ConnectionEvent} from '../../src/service/index.js';
import {channelOf, freshName} from '../support/client.js';
import {addFrame, inWindow} from '../support/places.js';
import {
  connectService,
  freshId,
  allHandled,
  listen,
  openAdapter,
  openService,
  sendCallEvent,
} from '../support/service.js';
import {fakeClock, rejection, turn, until} from '../support/time.js';

describe('the connection of a service', () => {
  it('is connecting until the service is used, and sends nothing', async () => {
    const clock = fakeClock();
    const name = freshName();
    const adapter = await openAdapter(name);
    const service = openService({name});

    await clock.tickAsync(60_000);
    await adapter.sync();

    expect(service.connection.status).to.equal('connecting');
    expect(service.connected).to.equal(false);
    expect(adapter.received).to.deep.equal([]);
  });

  it('starts when a listener is added', async () => {
    const name = freshName();
    await openAdapter(name);
    const service = openService({name});

    const stop = service.listen({serviceChanged: () => undefined});

    await until(() => service.connected);
    stop();
  });

  it('does not start for a listener that was removed at once', async () => {
    const clock = fakeClock();
    const name = freshName();
    const adapter = await openAdapter(name);
    const service = openService({name});

    service.listen({serviceChanged: () => undefined})();
    await clock.tickAsync(60_000);
    await adapter.sync();

    expect(adapter.received).to.deep.equal([]);
  });

  it('is reported by five9-connection at the target, bubbling and composed, with the state as detail', async () => {
    const target = document.createElement('div');
    const events = listen<CustomEvent<Connection>>(target, 'five9-connection');
    const {service, adapter, name} = await connectService({}, target);
    expect(events.at(-1)?.detail).to.deep.equal({status: 'connected', origin: location.origin});

    await adapter.mute();
    await adapter.disconnect();
    await until(() => service.connection.status === 'lost');
    expect(events.at(-1)?.detail).to.include({status: 'lost', reason: 'adapter-disconnected'});
    await adapter.start({channel: channelOf(name), announces: true});
    await until(() => service.connected);

    expect(events.map(({detail}) => detail.status).filter((status) => status !== 'connecting')).to.deep.equal([
      'connected',
      'lost',
      'connected',
    ]);
    for (const event of events) {
      expect(event).to.be.instanceOf(ConnectionEvent);
      expect(event).to.include({bubbles: true, composed: true, cancelable: false});
    }
    expect(events.at(-1)?.detail).to.equal(service.connection);
  });

  it('is unreachable, with a reason, when no adapter answers', async () => {
    const clock = fakeClock();
    const target = new EventTarget();
    const events = listen<CustomEvent<Connection>>(target, 'five9-connection');
    const service = openService({name: freshName()}, target);
    service.listen({serviceChanged: () => undefined});

    await clock.tickAsync(17_000);

    expect(service.connection).to.deep.equal({status: 'unreachable', reason: 'no-answer'});
    expect(events.at(-1)?.detail).to.deep.equal({status: 'unreachable', reason: 'no-answer'});
  });

  it('notifies its listeners of each change', async () => {
    const name = freshName();
    const adapter = await openAdapter(name);
    const service = openService({name});
    const seen: string[] = [];
    const stop = service.listen({serviceChanged: () => seen.push(service.connection.status)});
    await until(() => seen.at(-1) === 'connected');
    await adapter.receives('connected');
    await adapter.mute();
    await adapter.disconnect();
    await until(() => seen.at(-1) === 'lost');

    stop();
    await adapter.start({channel: channelOf(name), announces: true});
    await until(() => service.connected);

    expect(seen.at(-1), 'no notification after the removal').to.equal('lost');
  });

  it('ends with close, and starts again when the service is used again', async () => {
    const {service, adapter} = await connectService();
    const {api} = service;

    service.close();
    await adapter.receives('disconnect');
    expect(service.connected).to.equal(false);
    expect(await rejection(api.isMasterPage())).to.have.property('name', 'InteractionApiError');

    expect(service.api).to.not.equal(api);
    await until(() => service.connected);
    await allHandled({service, adapter});
  });

  it('starts again for a new listener, also if an earlier listener stayed', async () => {
    const {service, adapter} = await connectService();
    service.listen({serviceChanged: () => undefined});
    service.close();
    await adapter.receives('disconnect');

    service.listen({serviceChanged: () => undefined});

    await adapter.receives('connected', 2);
    await until(() => service.connected);
  });

  it('starts again by restart() for a listener that stayed', async () => {
    const {service, adapter} = await connectService();
    service.listen({serviceChanged: () => undefined});
    service.close();

    service.restart();

    await adapter.receives('connected', 2);
    await until(() => service.connected);
  });

  it('does not start by restart() if nothing listens', async () => {
    const clock = fakeClock();
    const name = freshName();
    const adapter = await openAdapter(name);
    const service = openService({name});

    service.restart();
    await clock.tickAsync(60_000);
    await adapter.sync();

    expect(adapter.received).to.deep.equal([]);
  });

  it('does not start if the service is closed in the same task', async () => {
    const clock = fakeClock();
    const name = freshName();
    const adapter = await openAdapter(name);
    const service = openService({name});

    service.listen({serviceChanged: () => undefined});
    service.close();
    await clock.tickAsync(60_000);
    await adapter.sync();

    expect(adapter.received).to.deep.equal([]);
  });
});

describe('the adapter frame of a service', () => {
  const trusted = {window, origin: location.origin};

  it('has one holder at a time; other elements are notified when the frame is free', () => {
    const service = openService({name: freshName()});
    const [first, second] = [{}, {}];
    expect(service.useFrame(first)).to.equal(true);
    expect(service.frame, 'no window yet').to.equal(undefined);
    expect(service.useFrame(second, trusted)).to.equal(false);
    expect(service.useFrame(first, trusted)).to.equal(true);
    expect(service.frame).to.equal(trusted);

    let changes = 0;
    service.listen({serviceChanged: () => changes++});
    service.releaseFrame(second);
    expect(service.frame, 'not released by another').to.equal(trusted);
    service.releaseFrame(first);

    expect(changes).to.equal(1);
    expect(service.frame).to.equal(undefined);
    expect(service.useFrame(second)).to.equal(true);
  });

  it('disconnects its adapter when it is released', async () => {
    const {service, adapter} = await connectService();
    const holder = {};
    service.useFrame(holder, trusted);
    await allHandled({service, adapter});

    service.releaseFrame(holder);

    await adapter.receives('disconnect');
  });
});

describe('an API that a service creates for another name', () => {
  it('uses the settings and the frame of the service, and follows their changes', async () => {
    const name = freshName();
    const adapter = await openAdapter(name);
    const service = openService({name: freshName(), requestTimeout: 1234});
    const holder = {};
    const frame = document.createElement('iframe');
    document.body.append(frame);
    service.useFrame(holder, {window: frame.contentWindow!});
    const api = service.createApi(name);
    expect(api.requestTimeout).to.equal(1234);
    await adapter.sync();
    expect(adapter.received, 'only the frame is asked').to.deep.equal([]);

    service.releaseFrame(holder);
    frame.remove();
    await until(() => api.connection.status === 'connected');
    service.configure({name: freshName(), requestTimeout: 5});

    expect(api.requestTimeout).to.equal(5);
    expect(api.connection.status, 'its own channel stays').to.equal('connected');
    api.close();
    service.configure({});
    expect(api.connection, 'a closed one stays closed').to.deep.equal({status: 'lost', reason: 'closed'});
  });
});

describe('the settings of a service', () => {
  it('decide which origins are allowed, also when they change later', async () => {
    const clock = fakeClock();
    const name = freshName();
    const service = openService({name});
    service.listen({serviceChanged: () => undefined});
    await clock.tickAsync(10);
    const connectFrom = (origin: string): void => {
      const {port2} = new MessageChannel();
      const data = {iframeName: channelOf(name), sender: 'master_x', message: 'connect'};
      const frame = document.createElement('iframe');
      document.body.append(frame);
      dispatchEvent(new MessageEvent('message', {data, origin, source: frame.contentWindow, ports: [port2]}));
      frame.remove();
    };
    connectFrom('https://phone.example.com');
    expect(service.connection).to.include({reason: 'origin-refused', origin: 'https://phone.example.com'});

    service.configure({name, adapterOrigin: 'https://phone.example.com'});
    expect(service.connection).to.deep.equal({status: 'connecting', reason: 'searching'});
    connectFrom('https://phone.example.com');

    expect(service.connected).to.equal(true);
  });

  it('keep the connection if they still allow the adapter', async () => {
    const {service, adapter, name} = await connectService();

    service.configure({name, adapterOrigin: 'https://phone.example.com', requestTimeout: 60_000});
    await allHandled({service, adapter});

    expect(adapter.all('disconnect')).to.deep.equal([]);
    expect(service.api.requestTimeout).to.equal(60_000);
  });

  it('with another channel name connect another adapter and keep the interactions', async () => {
    const line = await connectService();
    const {service, adapter} = line;
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    const name = freshName();
    const other = await openAdapter(name);

    service.configure({name});

    await adapter.receives('disconnect');
    await other.receives('connected');
    await allHandled({service, adapter: other});
    expect(service.interaction(interactionId)).to.exist;
  });

  it('throw for an invalid origin, and change nothing', async () => {
    const {service, adapter, name} = await connectService({requestTimeout: 1234});
    const settings = {...service.settings};

    expect(() => service.configure({name: freshName(), adapterOrigin: 'https://*', requestTimeout: 5})).to.throw(
      TypeError,
    );

    expect(service.settings).to.deep.equal(settings);
    expect(service.api.requestTimeout).to.equal(1234);
    await allHandled({service, adapter});
    expect(service.settings.name).to.equal(name);
  });

  it('throw for an invalid origin also before the service starts', () => {
    const service = openService({name: freshName()});
    expect(() => service.configure({adapterOrigin: 'nonsense'})).to.throw(TypeError, 'nonsense');
  });

  it('get their defaults if they are left out', async () => {
    const {service, name} = await connectService({requestTimeout: 5});
    service.configure({name});
    expect(service.api.requestTimeout).to.equal(60_000);
  });

  it('set the time limit of calls', async () => {
    const {service, adapter} = await connectService({requestTimeout: 50});
    const clock = fakeClock();
    await adapter.reply('mute', {silent: true});
    const mute = rejection(service.api.mute());
    await turn();

    await clock.tickAsync(50);

    expect(await mute).to.include({errorCode: 'Timeout'});
  });
});

describe('another API of a service that is connected', () => {
  it('asks every window once, and then only the window of the adapter', async () => {
    const clock = fakeClock();
    const name = freshName();
    const bystander = (await addFrame('/test/pages/empty.html')).contentWindow!;
    const count = (window: Window): (() => number) => {
      const asked = listen<MessageEvent>(window, 'message');
      return () => asked.filter(({data}) => isQuestionFor(`app_api_plugin_${name}`, data)).length;
    };
    const [asked, bystanderAsked] = [count(window), count(bystander)];
    await openAdapter(name);
    const service = openService({name});
    const {api} = service;
    await clock.tickAsync(0);
    await until(() => api.connection.status === 'connected');

    await clock.tickAsync(120_000);
    await until(() => asked() === 24 + 3);
    expect(bystanderAsked()).to.equal(1);
  });
});

/** Returns whether a message to a window is `asking_connect` on a channel. */
const isQuestionFor = (channel: string, data: unknown): boolean => {
  const {iframeName, message} = Object(data) as Record<string, unknown>;
  return iframeName === channel && message === 'asking_connect';
};

describe('two services of a page', () => {
  it('each have their own adapter and interactions', async () => {
    const [one, two] = [await connectService(), await connectService()];
    const interactionId = freshId();

    await sendCallEvent(one, 'callStarted', {interactionId});
    await allHandled(two);

    expect(one.service.interaction(interactionId)).to.exist;
    expect(two.service.interaction(interactionId)).to.equal(undefined);
    expect(inWindow.origin).to.equal(location.origin);
  });
});

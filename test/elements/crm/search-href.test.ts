import {expect, html} from '@open-wc/testing';
import sinon from 'sinon';
import {CrmServer, type CrmReply, json, page} from '../../support/crm-server.js';
import {aboutCall, type CrmStage, crmStage, shown} from '../../support/crm-stage.js';
import {words} from '../../support/stage.js';
import {fakeClock, until} from '../../support/time.js';

const JANE = {id: '5', label: 'Contact', name: 'Jane', isWho: true, isWhat: false};

interface SearchStage extends CrmStage {
  server: CrmServer;
}

/** Puts an element with `search-href` into the page. The server sends these replies. */
async function searching(...replies: CrmReply[]): Promise<SearchStage> {
  const server = await CrmServer.start(...replies);
  const setup = await crmStage(
    html`<five9-crm search-href=${`${server.address}/contacts?phone={number}`}></five9-crm>`,
  );
  return {...setup, server};
}

const records = async ({ask}: CrmStage, args = aboutCall()): Promise<unknown> =>
  ((await ask('search', args)).response as {crmObjects: unknown}).crmObjects;

describe('five9-crm with search-href', () => {
  it('requests the records with the number of the customer and the cookies of the page', async () => {
    document.cookie = 'session=mine; path=/crm';
    const setup = await searching(json([JANE]));
    expect(await records(setup, aboutCall({number: '+1 925&x=1'}))).to.deep.equal([JANE]);
    const [request] = await setup.server.requests();
    expect(request).to.include({method: 'GET', url: '/contacts?phone=%2B1%20925%26x%3D1'});
    expect(request!.headers).to.include({accept: 'application/json'});
    expect(request!.headers['cookie']).to.contain('session=mine');
    await setup.settled();
    expect(words(setup.element, 'status')).to.equal('1 record found');
  });

  for (const [what, data, expected] of [
    ['a record', JANE, [JANE]],
    ['a list', [JANE, {id: 6, name: 'Joe'}], [JANE, {id: '6', label: '', name: 'Joe', isWho: true, isWhat: false}]],
    ['a search result', {crmObjects: [JANE]}, [JANE]],
    ['null', null, []],
  ] as const) {
    it(`takes ${what} as an answer`, async () => {
      expect(await records(await searching(json(data)))).to.deep.equal(expected);
    });
  }

  it('sends the record to open, and fields as texts', async () => {
    const fields = [{displayName: 'Age', value: 7}, {displayName: 'VIP', value: true}, null];
    const {ask} = await searching(
      json({crmObjects: [JANE, {...JANE, id: 6}], screenPopObject: {...JANE, id: 6, fields}}),
    );
    expect((await ask('search', aboutCall())).response).to.have.deep.property('screenPopObject', {
      ...JANE,
      id: '6',
      fields: [
        {displayName: 'Age', value: '7'},
        {displayName: 'VIP', value: 'true'},
      ],
    });
  });

  for (const reply of [{status: 204}, {status: 404, body: 'Not found'}, {status: 200, body: ''}]) {
    it(`finds nothing if the server answers with status ${reply.status} and ${reply.body ? 'a' : 'no'} text`, async () => {
      const setup = await searching(reply);
      expect(await records(setup)).to.deep.equal([]);
      await setup.settled();
      expect(shown(setup.element)).to.equal('No records found');
    });
  }

  const failures: [what: string, reply: CrmReply, text: string][] = [
    ['status 401', {status: 401}, 'status 401. Log in to the CRM'],
    ['status 403', {status: 403}, 'status 403. Log in to the CRM'],
    ['status 500', {status: 500, body: 'Error'}, 'status 500'],
    ['a web page', page(), 'Log in to the CRM'],
    ['a web page that says that it is JSON', {...page(), headers: {'content-type': 'application/json'}}, 'web page'],
    ['wrong JSON', {body: '{"crmObjects": [', headers: {'content-type': 'application/json'}}, 'is not JSON'],
    ['a JSON text', json('Jane'), 'a text is no record'],
    ['a record without an id', json({data: [JANE]}), 'the record has no id'],
    ['a redirect to a log-in page', {status: 302, headers: {location: '/test/pages/empty.html'}}, 'Log in to the CRM'],
    ['more than 5 million characters', {length: 6_000_000}, '5 million characters'],
  ];
  for (const [what, reply, text] of failures) {
    it(`shows that the search failed because of ${what}, and the adapter continues`, async () => {
      const setup = await searching(reply);
      expect(await records(setup)).to.deep.equal([]);
      await setup.settled();
      expect(shown(setup.element)).to.contain(text);
      expect(shown(setup.element)).to.not.contain('found');
      expect(setup.errors).to.have.lengthOf(1);
      expect(setup.errors[0]).to.include({errorCode: 'Generic', method: 'search'});
    });
  }

  it('follows a redirect to the same origin', async () => {
    const setup = await searching({status: 301, headers: {location: 'again'}}, json([JANE]));
    expect(await records(setup)).to.deep.equal([JANE]);
  });

  it('sends nothing to another origin, also if the server redirects there', async () => {
    const setup = await searching();
    await setup.server.reply({status: 307, headers: {location: `${setup.server.otherAddress}/stolen`}}, json([JANE]));
    expect(await records(setup)).to.deep.equal([]);
    expect((await setup.server.requests()).map(({url}) => url)).to.deep.equal(['/contacts?phone=9250000111']);
    await setup.settled();
    expect(shown(setup.element)).to.contain('redirects to another origin');
  });

  it('uses an address of another origin only if allow-origins names it', async () => {
    const setup = await searching(json([JANE]));
    const {element, server} = setup;
    element.searchHref = `${server.otherAddress}/contacts?{number}`;
    expect(await records(setup)).to.deep.equal([]);
    await setup.settled();
    expect(shown(element)).to.contain('allow-origins').and.to.contain(new URL(server.otherAddress).origin);
    expect(await server.requests()).to.deep.equal([]);

    element.allowOrigins = `https://a.example ${new URL(server.otherAddress).origin}/`;
    expect(await records(setup)).to.deep.equal([JANE]);
    await setup.settled();
    expect(shown(element), 'the error is over').to.equal('1 record found');
  });

  it('refuses the answer of another origin to which an allowed origin redirects', async () => {
    const setup = await searching(json([JANE]));
    const {element, server} = setup;
    element.searchHref = `${server.otherAddress}/contacts?{number}`;
    element.allowOrigins = new URL(server.otherAddress).origin;
    sinon.stub(window, 'fetch').callsFake(() => {
      const response = new Response(JSON.stringify(JANE));
      Object.defineProperties(response, {redirected: {value: true}, url: {value: 'https://evil.example/'}});
      return Promise.resolve(response);
    });
    expect(await records(setup)).to.deep.equal([]);
    expect(setup.errors[0]!.message).to.contain('https://evil.example');
  });

  for (const href of [
    'javascript:alert({number})',
    'data:text/json,[{number}]',
    'http://user:key@{number}/',
    '//{number}',
  ]) {
    it(`does not use ${href}`, async () => {
      const setup = await searching();
      const send = sinon.spy(window, 'fetch');
      setup.element.searchHref = href;
      expect(await records(setup)).to.deep.equal([]);
      expect(send.callCount).to.equal(0);
      expect(setup.errors).to.have.lengthOf(1);
    });
  }

  it('shows that a template is no template', async () => {
    const setup = await searching();
    setup.element.searchHref = '/contacts?{number';
    expect(await records(setup)).to.deep.equal([]);
    expect(setup.errors[0]!.message).to.contain('{number');
  });

  it('requests nothing without a number', async () => {
    const setup = await searching(json([JANE]));
    expect(await records(setup, {interactionType: 'Chat', interactionData: {interactionId: 'A'}})).to.deep.equal([]);
    expect(await records(setup, aboutCall({number: 'agent:joe', ani: ''}))).to.deep.equal([]);
    expect(await setup.server.requests()).to.deep.equal([]);
    expect(setup.errors).to.deep.equal([]);
  });

  it('uses the fields of the interaction, and the custom fields of a chat, as variables', async () => {
    const setup = await searching(json([JANE]));
    setup.element.searchHref = `${setup.server.address}/contacts{?email,campaignName,missing}`;
    const interactionData = {
      interactionId: 'A',
      campaignName: 'Sales & more',
      customFields: [{key: 'email', value: 'jane@x.example'}, {key: 'campaignName', value: 'other'}, null],
    };
    expect(await records(setup, {interactionType: 'Chat', interactionData})).to.deep.equal([JANE]);
    const [request] = await setup.server.requests();
    expect(request!.url).to.equal('/contacts?email=jane%40x.example&campaignName=Sales%20%26%20more');
  });

  it('uses the called number of an outbound call', async () => {
    const setup = await searching(json([JANE]));
    await records(setup, aboutCall({number: undefined, callType: 'MANUAL', ani: '1', dnis: '2'}));
    expect((await setup.server.requests())[0]!.url).to.equal('/contacts?phone=2');
  });

  it('ends if the server never answers', async () => {
    const setup = await searching({silent: true});
    const clock = fakeClock();
    const answer = records(setup);
    await setup.server.receives(1);
    clock.tick(10_000);
    expect(await answer).to.deep.equal([]);
    await setup.settled();
    expect(shown(setup.element)).to.contain('“search” was not answered: there was no answer within 10 s');
  });

  it('shows that the server cannot be reached', async () => {
    const setup = await searching();
    sinon.stub(window, 'fetch').rejects(new TypeError('Failed to fetch'));
    expect(await records(setup)).to.deep.equal([]);
    await setup.settled();
    expect(shown(setup.element)).to.contain('the server cannot be reached');
  });

  it('requests nothing if a listener answers', async () => {
    const setup = await searching(json([JANE]));
    setup.element.addEventListener('five9-search', (event) => event.respondWith(null));
    expect(await records(setup)).to.deep.equal([]);
    expect(await setup.server.requests()).to.deep.equal([]);
  });

  it('answers many searches at the same time, each with its own records', async () => {
    const setup = await searching(json([]));
    setup.element.addEventListener('five9-search', (event) =>
      event.respondWith(new Promise((resolve) => queueMicrotask(() => resolve({...JANE, id: event.detail.number})))),
    );
    const answers = await Promise.all(
      Array.from({length: 200}, (_, index) => records(setup, aboutCall({number: String(index)}))),
    );
    expect(answers.map((answer) => (answer as {id: string}[])[0]!.id)).to.deep.equal(
      Array.from({length: 200}, (_, index) => String(index)),
    );
    await until(() => words(setup.element, 'status') === '1 record found', 'the last search is shown');
  });
});

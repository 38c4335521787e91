import {expect} from '@open-wc/testing';
import {ApiErrorCode, installDropIn, type InteractionApi} from '../../src/interaction-api.js';
import {type CrmSdk, makeApis} from '../../src/sdk.js';
import {freshName, openClient} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow} from '../support/places.js';
import {CHANNELS, SISTER_APIS} from '../support/sdk-client.js';
import {turn} from '../support/time.js';

interface Page {
  Five9?: {
    CrmSdk?: {interactionApi?: (name?: string) => InteractionApi; ApiErrorCode?: object; crmApi?: unknown};
    other?: unknown;
  };
}

describe('Five9.CrmSdk.interactionApi', () => {
  const page = window as Page;

  beforeEach(() => {
    delete page.Five9;
  });

  after(() => {
    delete page.Five9;
  });

  const make = (): {made: string[]; factory: (name: string) => InteractionApi} => {
    const made: string[] = [];
    return {
      made,
      factory(name) {
        made.push(name);
        return openClient({name: freshName()}).api;
      },
    };
  };

  it('returns one API for each name, made at the first call', () => {
    const {made, factory} = make();
    installDropIn({interactionApi: factory});
    expect(made, 'nothing is made by loading').to.deep.equal([]);
    const interactionApi = page.Five9!.CrmSdk!.interactionApi!;

    const api = interactionApi();

    expect(interactionApi()).to.equal(api);
    expect(interactionApi('')).to.equal(api);
    expect(interactionApi('other')).to.not.equal(api);
    expect(interactionApi('other')).to.equal(interactionApi('other'));
    expect(made).to.deep.equal(['', 'other']);
  });

  it('is installed together with the error codes', () => {
    installDropIn({interactionApi: make().factory});
    expect(page.Five9!.CrmSdk!.ApiErrorCode).to.equal(ApiErrorCode);
    expect(ApiErrorCode).to.deep.equal({
      Generic: 'Generic',
      InteractionNotFound: 'InteractionNotFound',
      NoData: 'NoData',
    });
  });

  it('works if it is called without its object, as code for the SDK does', () => {
    installDropIn({interactionApi: make().factory});
    const {interactionApi} = page.Five9!.CrmSdk!;
    expect(interactionApi!()).to.respondTo('getCav');
  });

  it('leaves an existing SDK unchanged', () => {
    const sdk = {interactionApi: (): InteractionApi => undefined as unknown as InteractionApi, ApiErrorCode: {}};
    page.Five9 = {CrmSdk: sdk};
    const before = {...sdk};

    installDropIn({interactionApi: make().factory});

    expect(page.Five9.CrmSdk).to.equal(sdk);
    expect(sdk).to.deep.equal(before);
  });

  it('leaves other properties of Five9 unchanged', () => {
    const crmApi = {};
    page.Five9 = {other: 1, CrmSdk: {crmApi}};

    installDropIn({interactionApi: make().factory});

    expect(page.Five9).to.have.property('other', 1);
    expect(page.Five9.CrmSdk!.crmApi).to.equal(crmApi);
    expect(page.Five9.CrmSdk!.interactionApi).to.be.a('function');
  });

  it('lets an SDK that loads later replace it', () => {
    installDropIn({interactionApi: make().factory});
    const later = (): InteractionApi => undefined as unknown as InteractionApi;

    page.Five9!.CrmSdk!.interactionApi = later;
    expect(page.Five9!.CrmSdk!.interactionApi).to.equal(later);
    page.Five9 = {CrmSdk: {interactionApi: later}};
    expect(page.Five9.CrmSdk!.interactionApi).to.equal(later);
  });

  it('stays the first one if it is installed twice', () => {
    installDropIn({interactionApi: make().factory});
    const first = page.Five9!.CrmSdk!.interactionApi!();
    installDropIn({interactionApi: make().factory});
    expect(page.Five9!.CrmSdk!.interactionApi!()).to.equal(first);
  });
});

describe('Five9.CrmSdk with every API', () => {
  const page = window as unknown as {Five9?: {CrmSdk: CrmSdk}};
  const NAMES = ['interactionApi', ...SISTER_APIS] as const;

  beforeEach(() => {
    delete page.Five9;
  });

  after(() => {
    delete page.Five9;
  });

  function installed(): CrmSdk {
    installDropIn(makeApis());
    const sdk = page.Five9!.CrmSdk;
    return sdk;
  }

  it('has six factories, and the codes, whose values equal their keys', () => {
    const sdk = installed();
    expect(sdk).to.have.all.keys(...NAMES, 'ApiErrorCode', 'HookStatusCode');
    expect(Object.keys(sdk.HookStatusCode)).to.have.members([
      'Proceed',
      'ProceedWithParams',
      'Cancel',
      'Confirmation',
      'Error',
    ]);
    for (const codes of [sdk.HookStatusCode, sdk.ApiErrorCode]) {
      for (const [key, value] of Object.entries(codes)) expect(value).to.equal(key);
    }
  });

  for (const name of NAMES) {
    it(`returns one object for each name of ${name}, and the default name is the empty text`, () => {
      const factory = installed()[name] as (name?: unknown) => {close(): void};
      const [api, other] = [factory(), factory('other')];
      atEnd(() => {
        api.close();
        other.close();
      });
      for (const same of ['', undefined, null]) expect(factory(same)).to.equal(api);
      expect(factory('other')).to.equal(other);
      expect(other).to.not.equal(api);
    });
  }

  for (const name of SISTER_APIS) {
    it(`does not connect ${name} before its factory is called`, async () => {
      const sdk = installed();
      const channel = freshName();
      const adapter = await inWindow.settle();
      await adapter.start({channel: CHANNELS[name] + channel, announces: true});
      await turn();
      expect(adapter.received).to.deep.equal([]);
      const api = sdk[name](channel);
      atEnd(() => api.close());
      await adapter.receives('connected');
    });
  }

  it('leaves every factory of an official SDK that has only some of them', () => {
    const official = {interactionApi: () => undefined, crmApi: () => undefined};
    page.Five9 = {CrmSdk: official as never};
    installDropIn(makeApis());
    expect(Object.keys(page.Five9.CrmSdk)).to.deep.equal(['interactionApi', 'crmApi']);
  });

  it('adds the missing factories to a drop-in of a file with the Interaction API only', () => {
    installDropIn({interactionApi: makeApis().interactionApi});
    const {interactionApi} = page.Five9!.CrmSdk;
    const sdk = installed();
    expect(sdk.interactionApi).to.equal(interactionApi);
    expect(sdk).to.include.all.keys(...SISTER_APIS);
  });
});

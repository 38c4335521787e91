import {expect} from '@open-wc/testing';
import {ApiErrorCode, installDropIn, type InteractionApi} from '../../src/interaction-api.js';
import {freshName, openClient} from '../support/client.js';

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

import {expect} from '@open-wc/testing';
import {quietCentre} from '../../centre.js';
import {rejection} from '../../../support/time.js';

describe('the API for pages in Salesforce', () => {
  it('shows what Salesforce would open, and answers null', async () => {
    const {centre} = quietCentre();
    const pop = {type: 'flow', params: {flowDevName: 'Callers'}};
    expect(await centre.requestApi('sfNativeApi', 'screenPop', pop)).to.equal(null);
    expect(centre.state().messages).to.deep.equal(['Salesforce would show: flow {"flowDevName":"Callers"}']);
  });

  it('refuses a screen pop without a type, and Apex', async () => {
    const {centre} = quietCentre();
    for (const params of [undefined, null, 'flow', {}, {type: 7}]) {
      expect(await rejection(centre.requestApi('sfNativeApi', 'screenPop', params))).to.be.instanceOf(Error);
    }
    expect(await rejection(centre.requestApi('sfNativeApi', 'runApex', {}))).to.include({errorCode: 'Generic'});
    expect(centre.state().messages).to.deep.equal([]);
  });

  it('has no other method', async () => {
    const {centre} = quietCentre();
    expect(await rejection(centre.requestApi('sfNativeApi', 'toString'))).to.include({
      message: 'Not Implemented: toString',
    });
  });
});

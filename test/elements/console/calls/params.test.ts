import {expect} from '@open-wc/testing';
import {formsOf} from '../../../../src/elements/console/calls/methods.js';
import {paramsOf} from '../../../../src/elements/console/calls/params.js';

describe('the forms of the methods', () => {
  const METHODS = formsOf('interactionApi');
  const form = (name: string) => METHODS.find((method) => method.name === name)!;

  it('include each of the 25 methods', () => {
    const documented =
      'click2dial executeRestApi executeRestApiV2 getCav getCrm getDispositions getMetadata getNameObjects getRelatedToObjects getSearchResults getSelectedNameObject getSelectedRelatedToObject isMasterPage mute objectVisited openInteraction selectNameObject selectRelatedToObject sendDtmf setCav setDisposition subscribe subscribeWsEvent unMute unsubscribeWsEvent';
    expect(METHODS.map(({name}) => name)).to.include.members(documented.split(' '));
  });

  it('become the parameters of a method', () => {
    const of = (name: string, values: Record<string, string>) => paramsOf(form(name), new Map(Object.entries(values)));
    expect(of('setCav', {interactionId: 'A', 'cavList.0.id': '641', 'cavList.0.value': ''})).to.deep.equal({
      interactionId: 'A',
      cavList: [{id: '641', value: ''}],
    });
    expect(
      of('click2dial', {'click2DialData.clickToDialNumber': '1', 'click2DialData.screenpopC2DSearch': 'false'}),
    ).to.deep.equal({
      click2DialData: {clickToDialNumber: '1', screenpopC2DSearch: false},
    });
    expect(of('selectNameObject', {interactionType: 'Call', interactionId: 'A'})).to.deep.equal({
      interactionType: 'Call',
      interactionId: 'A',
      objectId: null,
    });
    expect(of('executeRestApiV2', {path: '/x', method: 'PUT', headers: '{"a": "b"}'})).to.deep.equal({
      path: '/x',
      method: 'PUT',
      headers: {a: 'b'},
    });
    expect(() => of('executeRestApiV2', {path: '/x', headers: '{'}))
      .to.throw('This is not valid JSON')
      .with.property('path', 'headers');
    expect(of('mute', {})).to.be.undefined;
  });
});

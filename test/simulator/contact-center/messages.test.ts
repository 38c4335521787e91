import {expect} from '@open-wc/testing';
import {CommandError, type ContactCenter} from '../../../src/simulator.js';
import {quietCentre} from '../centre.js';

describe('a chat or an e-mail in the contact centre', () => {
  const cases: [what: string, act: (centre: ContactCenter) => void, events: string[]][] = [
    ['a chat that is declined', (it) => it.reject(it.offerChat()), ['chatOffered', 'chatRejected']],
    [
      'a chat from offer to disposition',
      (it) => {
        const id = it.offerChat({from: 'Mei', campaignId: 'Support'});
        it.accept(id);
        it.end(id);
        it.dispose(id, '3554');
      },
      ['chatOffered', 'chatAccepted', 'chatEnded', 'chatFinished'],
    ],
    [
      'a chat that is transferred',
      (it) => {
        const id = it.offerChat();
        it.accept(id);
        void it.transfer(id);
      },
      ['chatOffered', 'chatAccepted', 'chatTransferred'],
    ],
    ['an e-mail that is declined', (it) => it.reject(it.offerEmail()), ['emailOffered', 'emailRejected']],
    [
      'an e-mail from offer to disposition',
      (it) => {
        const id = it.offerEmail();
        it.accept(id);
        it.dispose(id, '3558');
      },
      ['emailOffered', 'emailAccepted', 'emailFinished'],
    ],
    [
      'an e-mail that is transferred',
      (it) => {
        const id = it.offerEmail();
        it.accept(id);
        void it.transfer(id);
      },
      ['emailOffered', 'emailAccepted', 'emailTransferred'],
    ],
  ];
  for (const [what, act, expected] of cases) {
    it(`sends the events of ${what}`, () => {
      const {centre, takeEvents} = quietCentre();
      act(centre);
      expect(takeEvents()).to.deep.equal(expected);
    });
  }

  it('has the fields of its offer in its data', () => {
    const {centre, events} = quietCentre();
    const id = centre.offerChat({from: 'Mei', customFields: [{key: 'ChatVariables.authenticated', value: 'true'}]});
    expect(events[0])
      .to.have.nested.property('params.chatData')
      .that.deep.includes({
        interactionId: id,
        agentId: '3001207',
        campaignName: 'Sales',
        from: 'Mei',
        customFields: [{key: 'ChatVariables.authenticated', value: 'true'}],
      });
  });

  it('has a list of custom fields also without its offer, because pages read the list without a check', () => {
    const {centre, events} = quietCentre();
    centre.offerChat();
    centre.offerEmail();
    expect(events[0]).to.have.nested.property('params.chatData.customFields').that.deep.equals([]);
    expect(events[1]).to.not.have.nested.property('params.emailData.customFields');
  });

  it('sends its events again to a page that connects later', () => {
    const {centre} = quietCentre();
    const names = () => centre.replay().map((it) => (it.kind === 'interaction' ? it.name : it.id));
    const chat = centre.offerChat();
    const email = centre.offerEmail();
    expect(names()).to.deep.equal(['chatOffered', 'emailOffered']);
    centre.accept(chat);
    centre.accept(email);
    expect(names()).to.deep.equal(['chatAccepted', 'emailOffered', 'emailAccepted']);
    centre.configure({replayChatOffered: true});
    expect(names()).to.deep.equal(['chatOffered', 'chatAccepted', 'emailOffered', 'emailAccepted']);
  });

  it('is unknown to the page after it has finished', async () => {
    const {centre} = quietCentre();
    const id = centre.offerEmail();
    const email = {interactionType: 'Email', interactionId: id};
    centre.accept(id);
    expect(await centre.request('getDispositions', email)).to.be.an('array');
    centre.dispose(id, '3558');
    const {errorCode} = (await centre.request('getDispositions', email).catch((error: unknown) => error)) as {
      errorCode: string;
    };
    expect(errorCode).to.equal('InteractionNotFound');
  });

  it('refuses the commands of a call', () => {
    const {centre} = quietCentre();
    const id = centre.offerChat();
    expect(() => {
      centre.answer(id);
    }).to.throw(CommandError, /answer: the Chat is OFFERED; it takes accept, reject/);
  });
});

import {expect} from '@open-wc/testing';
import {CommandError, ContactCenter, ManualClock, seededRandom} from '../../../src/simulator.js';
import {centreWithCall, dialled, quietCentre} from '../centre.js';

describe('a call in the contact centre', () => {
  describe('tells, in this order', () => {
    const cases: [what: string, act: (centre: ContactCenter) => void, events: string[]][] = [
      ['a customer who calls', (it) => it.offerCall({ani: '1'}), ['3 CREATED', 'callStarted']],
      [
        'an agent who answers',
        (it) => it.answer(it.offerCall({ani: '1'})),
        ['3 CREATED', 'callStarted', '4 CONNECTED', 'callAccepted'],
      ],
      [
        'an agent who declines',
        (it) => it.reject(it.offerCall({ani: '1'})),
        ['3 CREATED', 'callStarted', '5 DISCONNECTED_BY_AGENT', 'callRejected'],
      ],
      [
        'a customer who gives up before the answer',
        (it) => it.hangUp(it.offerCall({ani: '1'}), {by: 'customer'}),
        ['3 CREATED', 'callStarted', '5 DISCONNECTED_BY_CALLER', 'callEnded', 'callFinished'],
      ],
      [
        'a dial: accepted while it rings',
        (it) => it.dial({number: '12'}),
        ['3 CREATED', 'callStarted', '4 UPDATED', 'callAccepted'],
      ],
    ];
    for (const [what, act, expected] of cases) {
      it(what, () => {
        const {centre, takeEvents} = quietCentre();
        act(centre);
        expect(takeEvents()).to.deep.equal(expected);
      });
    }

    const later: [
      what: string,
      from: Parameters<typeof centreWithCall>[0],
      act: (centre: ContactCenter, id: string) => void,
      told: string[],
    ][] = [
      ['a far end that answers', 'ringing', (it, id) => it.remoteAnswer(id), ['4 CONNECTED']],
      [
        'a far end that never answers',
        'ringing',
        (it, id) => it.hangUp(id, {by: 'customer'}),
        ['4 FAILED_TO_CONNECT', 'callEnded'],
      ],
      ['hold', 'talking', (it, id) => it.hold(id), ['4 UPDATED']],
      ['resume', 'on hold', (it, id) => it.resume(id), ['4 UPDATED']],
      [
        'an agent who hangs up',
        'talking',
        (it, id) => it.hangUp(id, {by: 'agent'}),
        ['4 DISCONNECTED_BY_AGENT', 'callEnded'],
      ],
      [
        'a customer who hangs up',
        'on hold',
        (it, id) => it.hangUp(id, {by: 'customer'}),
        ['4 DISCONNECTED_BY_CALLER', 'callEnded'],
      ],
      ['the disposition', 'wrap-up', (it, id) => it.dispose(id, '3558'), ['5 DISPOSITIONED', 'callFinished']],
      ['a transfer', 'talking', (it, id) => it.transfer(id), ['5 TRANSFERRED', 'callEnded', 'callFinished']],
    ];
    for (const [what, from, act, expected] of later) {
      it(what, () => {
        const {centre, id, takeEvents} = centreWithCall(from);
        act(centre, id);
        expect(takeEvents()).to.deep.equal(expected);
      });
    }
  });

  it('has an id of 32 upper-case hexadecimal digits', () => {
    expect(quietCentre().centre.offerCall({ani: '1'})).to.match(/^[0-9A-F]{32}$/);
  });

  it('carries the customer as ANI when inbound', () => {
    const {centre, live} = quietCentre();
    centre.offerCall({ani: '9250000111', dnis: '9255550100', campaignId: '300000000000484'});
    expect(live()[0]?.data).to.include({
      ani: '9250000111',
      dnis: '9255550100',
      number: '9250000111',
      callType: 'INBOUND',
      campaignName: 'Support',
      skillName: 'Support',
      agentId: '3001207',
      isTransferredCall: false,
    });
  });

  it('carries the customer as DNIS when outbound, with our caller id as ANI', () => {
    const {centre, live} = quietCentre();
    centre.dial({number: '+1 (925) 000-0111', campaignName: 'Renewals'});
    expect(live()[0]?.data).to.include({
      ani: '9255550140',
      dnis: '+19250000111',
      number: '+19250000111',
      callType: 'MANUAL',
      campaignName: 'Renewals',
    });
  });

  it('says which agent it was transferred from', () => {
    const {centre, live} = quietCentre();
    centre.offerCall({ani: '9250000111', transferredFrom: 'kim'});
    expect(live()[0]?.data).to.include({number: 'agent:kim', ani: '9250000111', isTransferredCall: true});
  });

  it('is put on hold by the answer to another one', () => {
    const {centre, live} = centreWithCall('talking');
    const second = centre.offerCall({ani: '2'});
    centre.answer(second);
    expect(live().map(({state}) => state)).to.deep.equal(['ON_HOLD', 'TALKING']);
  });

  it('is answered by the far end on its own after the time that is set', () => {
    const {centre, clock, live} = quietCentre({autoAnswerAfter: 2500});
    dialled(centre, '9250000111');
    clock.advance(2499);
    expect(live()[0]?.state).to.equal('RINGING_ON_OTHER_SIDE');
    clock.advance(1);
    expect(live()[0]?.state).to.equal('TALKING');
  });

  it('is not answered after it was hung up', () => {
    const {centre, clock, live} = quietCentre({autoAnswerAfter: 2500});
    centre.hangUp(dialled(centre, '9250000111'));
    clock.advance(5000);
    expect(live()[0]?.state).to.equal('WRAP_UP');
  });

  describe('in wrap-up', () => {
    it('waits for the disposition as long as it takes, without a limit', () => {
      const {clock, live} = centreWithCall('wrap-up');
      clock.advance(86_400_000);
      expect(live()[0]?.state).to.equal('WRAP_UP');
    });

    it('gets the automatic disposition when its time is over', () => {
      const {centre, clock, events} = centreWithCall('wrap-up', {wrapUpSeconds: 30});
      clock.advance(29_999);
      expect(events).to.be.empty;
      clock.advance(1);
      expect(events.map((it) => (it.kind === 'ws' ? it.context.eventReason : it.name))).to.deep.equal([
        'AFTER_CALL_WORK_TIME_EXPIRED',
        'callFinished',
      ]);
      expect(events[1]).to.have.nested.property('params.callLogData.dispositionName', 'No Disposition');
      expect(centre.state().interactions[0]?.disposition).to.include({id: '3570'});
    });

    it('is left alone by its timer once disposed', () => {
      const {centre, clock, id, takeEvents} = centreWithCall('wrap-up', {wrapUpSeconds: 30});
      centre.dispose(id, '3558');
      takeEvents();
      clock.advance(60_000);
      expect(takeEvents()).to.be.empty;
    });
  });

  it('is logged with disposition, records and times when it finishes', () => {
    const {centre, clock, events} = quietCentre();
    centre.notify('click2dial', {
      click2DialData: {clickToDialNumber: '9255550161', crmObject: {id: '9', name: 'Fabrikam', isWhat: true}},
    });
    const id = centre.state().interactions[0]!.id;
    clock.advance(4000);
    centre.remoteAnswer(id);
    clock.advance(60_000);
    centre.hangUp(id);
    clock.advance(5000);
    centre.dispose(id, '3552');
    const finished = events.at(-1);
    expect(finished).to.deep.include({kind: 'interaction', name: 'callFinished'});
    expect(finished)
      .to.have.nested.property('params.callLogData')
      .that.deep.includes({
        dispositionName: 'Quote sent',
        talkTime: 60_000,
        duration: 64,
        what: {id: '9', name: 'Fabrikam', isWhat: true},
      });
  });

  it('has no disposition name in its log when it was transferred away', () => {
    const {centre, id, events} = centreWithCall('talking');
    centre.transfer(id);
    expect(events.at(-1)).to.have.nested.property('params.callLogData.dispositionName', '');
  });

  describe('a dial', () => {
    const refusals: [why: string, number: string, code: string][] = [
      ['a number on the do-not-call list', '925-555-0199', 'DNC'],
      ['the same number with its country', '+1 925 555 0199', 'DNC'],
      ['what is no number', 'Alice', 'INVALID_NUMBER'],
    ];
    for (const [why, number, errorCode] of refusals) {
      it(`is refused for ${why}`, () => {
        const {centre, events} = quietCentre();
        expect(centre.dial({number})).to.equal(null);
        expect(events).to.have.lengthOf(1);
        expect(events[0]).to.deep.include({kind: 'ws', id: '65'});
        expect(events[0]).to.have.property('payload').that.includes({number, errorCode});
        expect(centre.state().refusedDials).to.have.lengthOf(1);
      });
    }

    it('is refused while another call is not finished', () => {
      const {centre, takeEvents} = centreWithCall('wrap-up');
      expect(centre.dial({number: '9255550161'})).to.equal(null);
      expect(takeEvents()).to.deep.equal(['65 FAILED_TO_CONNECT']);
    });

    it('is not, if the assumption is dropped', () => {
      const {centre} = centreWithCall('wrap-up', {oneCallAtATime: false});
      expect(centre.dial({number: '9255550161'})).to.be.a('string');
    });

    it('is refused by an agent who is not at work', () => {
      const {centre} = quietCentre({loggedIn: false});
      expect(centre.dial({number: '9255550161'})).to.equal(null);
    });

    it('waits for the agent to choose a campaign where there is no default', () => {
      const {centre, takeEvents, live} = quietCentre({defaultCampaignId: null});
      const id = dialled(centre, '9255550161');
      expect(takeEvents()).to.be.empty;
      expect(centre.state().pendingDial).to.include({id, number: '9255550161'});
      centre.chooseCampaign(id, '300000000000485');
      expect(takeEvents()).to.deep.equal(['3 CREATED', 'callStarted', '4 UPDATED', 'callAccepted']);
      expect(live()[0]).to.include({id}).and.to.have.nested.property('data.campaignName', 'Renewals');
      expect(centre.state().pendingDial).to.equal(null);
    });

    it('is reported as failed when the agent chooses none', () => {
      const {centre, takeEvents} = quietCentre({defaultCampaignId: null});
      centre.cancelDial(dialled(centre, '9255550161'));
      expect(takeEvents()).to.deep.equal(['65 FAILED_TO_CONNECT']);
    });

    it('with an unknown campaign waits, or is refused, as assumed', () => {
      const click2DialData = {clickToDialNumber: '9255550161', preselectedCampaignName: 'Nope'};
      const asking = quietCentre();
      asking.centre.notify('click2dial', {click2DialData});
      expect(asking.centre.state().pendingDial).to.include({number: '9255550161'});
      const refusing = quietCentre({unknownCampaign: 'refuse'});
      refusing.centre.notify('click2dial', {click2DialData});
      expect(refusing.takeEvents()).to.deep.equal(['65 FAILED_TO_CONNECT']);
    });
  });

  it('is the same for the same commands, clock and random source', () => {
    const story = () => {
      const {centre, clock, events} = quietCentre({wrapUpSeconds: 10});
      const id = centre.offerCall({ani: '9250000111'});
      centre.answer(id);
      clock.advance(3000);
      centre.hangUp(id, {by: 'customer'});
      clock.advance(10_000);
      centre.dial({number: '9255550161'});
      return JSON.stringify([events, centre.state()]);
    };
    expect(story()).to.equal(story());
  });

  it('hands out nothing that could change it from outside', () => {
    const {centre, events} = quietCentre();
    centre.offerCall({ani: '9250000111'});
    const [, started] = events;
    if (started?.kind === 'interaction') Object.assign(started.params, {callData: null});
    Object.assign(centre.state().interactions[0]!.data, {ani: 'changed'});
    expect(centre.state().interactions[0]!.data).to.include({ani: '9250000111'});
  });
});

describe('a command', () => {
  const nonsense: [what: string, act: (centre: ContactCenter) => unknown, message: RegExp][] = [
    ['for an interaction that does not exist', (it) => it.answer('X'), /answer: there is no interaction X/],
    [
      'that its state does not allow',
      (it) => it.hold(it.offerCall({ani: '1'})),
      /hold: the Call is OFFERED; it takes answer, reject, hangUp/,
    ],
    ['for a call that is not answered', (it) => it.hangUp(it.offerCall({ani: '1'})), /reject instead/],
    ['with an unknown campaign', (it) => it.offerCall({ani: '1', campaignId: 'x'}), /there are Sales/],
    ['with an unknown variable', (it) => it.offerCall({ani: '1', cavs: {'No.such': '1'}}), /no variable No\.such/],
    ['without its number', (it) => it.run('offerCall', [{}]), /ani must be a text/],
    ['without its arguments', (it) => it.run('offerCall'), /offerCall/],
    ['with an unknown disposition', (it) => it.run('dispose', [wrapUp(it), '1']), /no disposition 1/],
    ['that is none', (it) => it.run('constructor'), /there is no command constructor/],
    ['with an unknown fault', (it) => it.run('inject', [{fault: 'x'}]), /no fault x/],
    ['with an unknown option', (it) => it.run('configure', [{x: 1}]), /no option x/],
    [
      'to log out in mid-call',
      (it) => {
        it.offerCall({ani: '1'});
        it.logOut();
      },
      /finish the live interactions/,
    ],
  ];
  const wrapUp = (centre: ContactCenter): string => {
    const id = centre.offerCall({ani: '1'});
    centre.answer(id);
    centre.hangUp(id);
    return id;
  };
  for (const [what, act, message] of nonsense) {
    it(`${what} is an error that says why`, () => {
      const {centre} = quietCentre();
      expect(() => act(centre)).to.throw(CommandError, message);
    });
  }

  it('can be given by name', () => {
    const {centre, live} = quietCentre();
    const id = centre.run('offerCall', [{ani: '9250000111'}]);
    centre.run('answer', [id]);
    expect(live()[0]).to.include({id, state: 'TALKING'});
    expect(centre.run('state')).to.deep.equal(centre.state());
  });

  it('needs an agent at work where it offers something', () => {
    const {centre} = quietCentre({loggedIn: false});
    expect(() => centre.offerCall({ani: '1'})).to.throw(CommandError, /LOGOUT/);
    centre.logIn();
    expect(centre.offerCall({ani: '1'})).to.be.a('string');
  });

  it('given by a listener is heard after the one it listens to', () => {
    const {centre, takeEvents} = quietCentre();
    centre.subscribe((event) => {
      if (event.kind === 'interaction' && event.name === 'callStarted') {
        centre.hangUp(centre.state().interactions[0]!.id);
      }
    });
    centre.dial({number: '9255550161'});
    expect(takeEvents()).to.deep.equal([
      '3 CREATED',
      'callStarted',
      '4 UPDATED',
      'callAccepted',
      '4 DISCONNECTED_BY_AGENT',
      'callEnded',
    ]);
  });

  it('reset finishes what lives, tells so, and begins anew', () => {
    const {centre, takeEvents} = quietCentre({loggedIn: false});
    centre.logIn();
    centre.offerCall({ani: '1'});
    const second = centre.offerCall({ani: '2'});
    centre.answer(second);
    centre.configure({wrapUpSeconds: 5});
    centre.inject({fault: 'latency', ms: 9});
    takeEvents();
    centre.reset();
    expect(takeEvents().filter((it) => /^[a-z]/.test(it))).to.deep.equal(['callRejected', 'callEnded', 'callFinished']);
    expect(centre.state()).to.deep.equal(
      new ContactCenter({clock: new ManualClock(), random: seededRandom(7), loggedIn: false}).state(),
    );
  });

  it('emitWsEvent sends any event, in the envelope that Five9 gives it', () => {
    const {centre, events, clock} = quietCentre();
    centre.emitWsEvent({id: '29', payload: {ready: 3}, context: {eventReason: 'X'}});
    expect(events[0]).to.deep.include({kind: 'ws', id: '29', payload: {ready: 3}});
    expect(events[0])
      .to.have.property('context')
      .that.includes({eventId: '29', eventReason: 'X', timeStamp: clock.now()});
  });
});

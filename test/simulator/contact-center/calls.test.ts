import {expect} from '@open-wc/testing';
import {CommandError, ContactCenter, ManualClock, seededRandom} from '../../../src/simulator.js';
import {centreWithCall, dialled, quietCentre} from '../centre.js';

describe('a call in the contact centre', () => {
  describe('sends events in this order for', () => {
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
      received: string[],
    ][] = [
      ['a customer who answers', 'ringing', (it, id) => it.remoteAnswer(id), ['4 CONNECTED']],
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

  it('has the customer as ANI if it is inbound', () => {
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

  it('has the customer as DNIS if it is outbound, and the caller id of the campaign as ANI', () => {
    const {centre, live} = quietCentre();
    void centre.dial({number: '+1 (925) 000-0111', campaignName: 'Renewals'});
    expect(live()[0]?.data).to.include({
      ani: '9255550140',
      dnis: '+19250000111',
      number: '+19250000111',
      callType: 'MANUAL',
      campaignName: 'Renewals',
    });
  });

  it('names the agent that it was transferred from', () => {
    const {centre, live} = quietCentre();
    centre.offerCall({ani: '9250000111', transferredFrom: 'kim'});
    expect(live()[0]?.data).to.include({number: 'agent:kim', ani: '9250000111', isTransferredCall: true});
  });

  it('goes on hold when the agent answers another call', () => {
    const {centre, live} = centreWithCall('talking');
    const second = centre.offerCall({ani: '2'});
    centre.answer(second);
    expect(live().map(({state}) => state)).to.deep.equal(['ON_HOLD', 'TALKING']);
  });

  it('is answered by the customer after the time in the options', () => {
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
    it('waits for the disposition without a limit by default', () => {
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

    it('is not changed by its timer after the disposition is set', () => {
      const {centre, clock, id, takeEvents} = centreWithCall('wrap-up', {wrapUpSeconds: 30});
      centre.dispose(id, '3558');
      takeEvents();
      clock.advance(60_000);
      expect(takeEvents()).to.be.empty;
    });
  });

  it('has disposition, records and times in its log when it finishes', () => {
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
    void centre.transfer(id);
    expect(events.at(-1)).to.have.nested.property('params.callLogData.dispositionName', '');
  });

  describe('a dial', () => {
    const refusals: [why: string, number: string, code: string][] = [
      ['a number on the do-not-call list', '925-555-0199', 'DNC'],
      ['the same number with its country code', '+1 925 555 0199', 'DNC'],
      ['a text that is not a number', 'Alice', 'INVALID_NUMBER'],
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

    it('is not refused during another call if the option allows it', () => {
      const {centre} = centreWithCall('wrap-up', {oneCallAtATime: false});
      expect(centre.dial({number: '9255550161'})).to.be.a('string');
    });

    it('is refused if the agent is not working', () => {
      const {centre} = quietCentre({loggedIn: false});
      expect(centre.dial({number: '9255550161'})).to.equal(null);
    });

    it('waits until the agent chooses a campaign if there is no default', () => {
      const {centre, takeEvents, live} = quietCentre({defaultCampaignId: null});
      const id = dialled(centre, '9255550161');
      expect(takeEvents()).to.be.empty;
      expect(centre.state().pendingDial).to.include({id, number: '9255550161'});
      centre.chooseCampaign(id, '300000000000485');
      expect(takeEvents()).to.deep.equal(['3 CREATED', 'callStarted', '4 UPDATED', 'callAccepted']);
      expect(live()[0]).to.include({id}).and.to.have.nested.property('data.campaignName', 'Renewals');
      expect(centre.state().pendingDial).to.equal(null);
    });

    it('is reported as failed if the agent chooses no campaign', () => {
      const {centre, takeEvents} = quietCentre({defaultCampaignId: null});
      centre.cancelDial(dialled(centre, '9255550161'));
      expect(takeEvents()).to.deep.equal(['65 FAILED_TO_CONNECT']);
    });

    it('with an unknown campaign waits or is refused, as the option says', () => {
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
      void centre.dial({number: '9255550161'});
      return JSON.stringify([events, centre.state()]);
    };
    expect(story()).to.equal(story());
  });

  it('does not change if a listener changes its event, or a caller changes the returned state', () => {
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
    ['that does not exist', (it) => it.run('constructor'), /there is no command constructor/],
    ['with an unknown fault', (it) => it.run('inject', [{fault: 'x'}]), /no fault x/],
    ['with an unknown option', (it) => it.run('configure', [{x: 1}]), /no option x/],
    ...Object.entries({
      autoAnswerAfter: NaN,
      wrapUpSeconds: -1,
      dtmfMaxLength: NaN,
      talkTimeUnit: 0,
      durationUnit: 0,
      dialPattern: '(',
      timeoutPattern: {toString: 1},
      keepFinished: null,
    }).map(([name, value]): [string, (centre: ContactCenter) => unknown, RegExp] => [
      `with a wrong value of ${name}`,
      (it) => it.run('configure', [{[name]: value}]),
      new RegExp(`${name} cannot be`),
    ]),
    ['with a latency that is not a number', (it) => it.run('inject', [{fault: 'latency', ms: '5'}]), /ms must be/],
    ['with the latency NaN', (it) => it.run('inject', [{fault: 'latency', ms: NaN}]), /ms must be/],
    ['with a count that is not a number', (it) => it.run('inject', [{fault: 'error', times: '2'}]), /times must be/],
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
    it(`${what} throws an error with the reason`, () => {
      const {centre} = quietCentre();
      expect(() => act(centre)).to.throw(CommandError, message);
    });
  }

  it('can be called by its name', () => {
    const {centre, live} = quietCentre();
    const id = centre.run('offerCall', [{ani: '9250000111'}]);
    centre.run('answer', [id]);
    expect(live()[0]).to.include({id, state: 'TALKING'});
    expect(centre.run('state')).to.deep.equal(centre.state());
  });

  it('that offers an interaction needs a working agent', () => {
    const {centre} = quietCentre({loggedIn: false});
    expect(() => centre.offerCall({ani: '1'})).to.throw(CommandError, /LOGOUT/);
    centre.logIn();
    expect(centre.offerCall({ani: '1'})).to.be.a('string');
  });

  it('of a listener sends its events after the events of the command that the listener handles', () => {
    const {centre, takeEvents} = quietCentre();
    centre.subscribe((event) => {
      if (event.kind === 'interaction' && event.name === 'callStarted') {
        centre.hangUp(centre.state().interactions[0]!.id);
      }
    });
    void centre.dial({number: '9255550161'});
    expect(takeEvents()).to.deep.equal([
      '3 CREATED',
      'callStarted',
      '4 UPDATED',
      'callAccepted',
      '4 DISCONNECTED_BY_AGENT',
      'callEnded',
    ]);
  });

  it('reset finishes the live interactions, sends their events, and restores the state at the start', () => {
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

  it('emitWsEvent sends any event in Five9’s envelope', () => {
    const {centre, events, clock} = quietCentre();
    centre.emitWsEvent({id: '29', payload: {ready: 3}, context: {eventReason: 'X'}});
    expect(events[0]).to.deep.include({kind: 'ws', id: '29', payload: {ready: 3}});
    expect(events[0])
      .to.have.property('context')
      .that.includes({eventId: '29', eventReason: 'X', timeStamp: clock.now()});
  });
});

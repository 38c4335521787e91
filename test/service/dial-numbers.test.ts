import {expect} from '@open-wc/testing';
import {InteractionApiError} from '../../src/interaction-api.js';
import type {InteractionService} from '../../src/service/index.js';
import {NUMBERS, REFUSED, TEL_ADDRESSES} from '../support/phone-numbers.js';
import {allHandled, connectService, freshId, sendCallEvent, type ServiceLine} from '../support/service.js';
import {rejection, until, watch} from '../support/time.js';

const NUMBER = '9250000111';

/** Returns the numbers that the adapter has received. */
async function dialled({service, adapter}: ServiceLine): Promise<unknown[]> {
  await allHandled({service, adapter});
  await adapter.sync();
  return adapter
    .all('event')
    .map(({event}) => (event.data as {click2DialData: {clickToDialNumber: unknown}}).click2DialData.clickToDialNumber);
}

const dialAny = (service: InteractionService, value: unknown, options = {}): Promise<unknown> =>
  service.dial(value as string, options);

describe('service.dial()', () => {
  it('dials every number as it is read', async () => {
    const line = await connectService();
    const examples = [...NUMBERS, ...TEL_ADDRESSES];
    for (const [text] of examples) watch(line.service.dial(text));
    expect(await dialled(line)).to.deep.equal(examples.map(([, number]) => number));
  });

  it('refuses with words every text that is not one number, and sends nothing', async () => {
    const line = await connectService();
    for (const [text] of REFUSED) {
      const error = (await rejection(line.service.dial(text))) as InteractionApiError;
      expect(error).to.be.instanceOf(InteractionApiError);
      expect(error).to.include({errorCode: 'Generic', method: 'click2dial'});
      expect(error.errorMessage).to.match(/is not a number that can be dialled/);
    }
    expect(await dialled(line)).to.deep.equal([]);
  });

  it('dials a whole number as text, and later events reach everybody', async () => {
    const line = await connectService();
    const dial = watch(dialAny(line.service, 9250000111));
    expect(await dialled(line)).to.deep.equal([NUMBER]);
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId, number: 9250000111, dnis: undefined});
    await until(() => dial.state === 'fulfilled');
    expect(line.service.interaction(interactionId)).to.include({state: 'offered'});
  });

  for (const [name, value] of Object.entries({null: null, undefined, object: {}, list: [], NaN, true: true})) {
    it(`refuses the value ${name}, and the next dial works`, async () => {
      const line = await connectService();
      expect(await rejection(dialAny(line.service, value))).to.include({errorCode: 'Generic', method: 'click2dial'});
      const dial = watch(line.service.dial(NUMBER));
      await sendCallEvent(line, 'callStarted', {interactionId: freshId()});
      await until(() => dial.state === 'fulfilled');
    });
  }

  it('sends a number in any format if the number is to be sent as it is written', async () => {
    const line = await connectService();
    watch(line.service.dial('9,1 (925) 000-0111', {asWritten: true}));
    expect(await dialled(line)).to.deep.equal(['9,1 (925) 000-0111']);
    expect(await rejection(line.service.dial('agent:jill', {asWritten: true}))).to.include({errorCode: 'Generic'});
  });
});

describe('the call of a dial', () => {
  for (const [number, reported] of [
    ['+442079460018', '02079460018'],
    ['+442079460018', '2079460018'],
    ['+442079460018', '00442079460018'],
    ['+442079460018', '011442079460018'],
    ['02079460018', '+442079460018'],
    ['+74951234567', '84951234567'],
    ['+19250000111', 9250000111],
  ] as const) {
    it(`to ${number} is the call that the adapter reports as ${reported}`, async () => {
      const line = await connectService();
      const dial = watch(line.service.dial(number));
      await sendCallEvent(line, 'callStarted', {interactionId: freshId(), number: reported, dnis: reported});
      await until(() => dial.state === 'fulfilled');
    });
  }

  it('is the one with the most similar number, if two dials wait', async () => {
    const line = await connectService();
    const [one, two] = ['+12079460018', '+442079460018'].map((number) => watch(line.service.dial(number)));
    await sendCallEvent(line, 'callStarted', {interactionId: freshId(), number: '02079460018', dnis: '02079460018'});
    await until(() => two!.state === 'fulfilled');
    expect(one!.state).to.equal('pending');
  });

  it('is recognized with the data of a number plan, for the default country', async () => {
    const line = await connectService({defaultCountry: 'AR'});
    line.service.useNumberPlan({
      international: (number, country) => (country === 'AR' && /15|\+549/.test(number) ? '+5491123456789' : undefined),
    });
    const dial = watch(line.service.dial('+5491123456789'));
    await sendCallEvent(line, 'callStarted', {interactionId: freshId(), number: '011 15-2345-6789', dnis: undefined});
    await until(() => dial.state === 'fulfilled');
  });

  it('keeps the extension, in its parts, until it is sent', async () => {
    const line = await connectService();
    watch(line.service.dial('925-000-0111,,5,,2'));
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    expect(await dialled(line)).to.deep.equal([NUMBER]);
    expect(line.service.extension(interactionId)).to.equal('5');
    line.service.extensionSent(interactionId);
    expect(line.service.extension(interactionId)).to.equal('2');
    line.service.extensionSent(interactionId);
    expect(line.service.extension(interactionId)).to.equal(undefined);
  });

  it('forgets the extension when it is over', async () => {
    const line = await connectService();
    watch(line.service.dial(NUMBER, {extension: '5'}));
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    expect(line.service.extension(interactionId)).to.equal('5');
    await sendCallEvent(line, 'callFinished', {interactionId});
    expect(line.service.extension(interactionId)).to.equal(undefined);
  });

  it('is not dialled with an extension that is not made of digits', async () => {
    const line = await connectService();
    expect(await rejection(line.service.dial(NUMBER, {extension: 'five'}))).to.include({errorCode: 'Generic'});
    expect(await dialled(line)).to.deep.equal([]);
  });
});

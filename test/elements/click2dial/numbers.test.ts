import {expect, html} from '@open-wc/testing';
import '../../../src/elements/click2dial/define.js';
import type {BeforeDialEvent, DialEvent, DialRequest} from '../../../src/elements/click2dial/click2dial.events.js';
import type {Five9Click2dial} from '../../../src/elements/click2dial/click2dial.js';
import {NUMBERS, REFUSED, TEL_ADDRESSES} from '../../support/phone-numbers.js';
import {listen} from '../../support/service.js';
import {part, stage, type Stage, words} from '../../support/stage.js';
import {until} from '../../support/time.js';

const show = (template = html`<five9-click2dial></five9-click2dial>`): Promise<Stage<Five9Click2dial>> =>
  stage<Five9Click2dial>(template);

/** Returns the request that the element makes for its number, without dialling. */
async function requested(element: Five9Click2dial): Promise<DialRequest> {
  let detail: DialRequest | undefined;
  const cancel = (event: BeforeDialEvent): void => {
    event.preventDefault();
    ({detail} = event);
  };
  element.addEventListener('five9-before-dial', cancel);
  await element.dial();
  element.removeEventListener('five9-before-dial', cancel);
  return detail!;
}

describe('the number of five9-click2dial', () => {
  it('is read in the attribute, the property and the text inside alike', async () => {
    const {element} = await show();
    for (const [text, number, extension] of [...NUMBERS, ...TEL_ADDRESSES]) {
      element.setAttribute('number', text);
      expect(await requested(element), `attribute ${text}`).to.include({number, extension});
      element.number = text;
      expect(await requested(element), `property ${text}`).to.include({number, extension});
      element.number = undefined;
      element.textContent = text;
      expect(await requested(element), `text ${text}`).to.include({number, extension});
      element.textContent = '';
    }
  });

  it('is refused in words if it is not exactly one number', async () => {
    const {element, errors} = await show();
    for (const [text] of REFUSED) {
      errors.length = 0;
      element.number = text;
      expect(await element.dial()).to.equal(undefined);
      expect(errors[0]?.errorMessage, text).to.match(/is not a number that can be dialled/);
    }
    await element.updateComplete;
    expect(words(element, 'error')).to.equal(errors[0]!.errorMessage);
  });

  it('may be a JSON number', async () => {
    const {element} = await show();
    element.number = 9250000111;
    await element.updateComplete;
    expect(words(element, 'button')).to.contain('9250000111');
    expect(await requested(element)).to.include({number: '9250000111'});
  });

  it('may be changed to a JSON number by the page, and the extension too', async () => {
    const setup = await show(html`<five9-click2dial number="1"></five9-click2dial>`);
    setup.element.addEventListener('five9-before-dial', ({detail}) =>
      Object.assign(detail, {number: 9250000111, extension: 7}),
    );
    const events = listen<DialEvent>(setup.element, 'five9-dial');
    void setup.element.dial();
    await setup.adapter.receives('event');
    expect(events[0]!.detail).to.include({number: '9250000111', extension: '7'});
    await setup.happens('callStarted');
    expect(setup.service.current?.id && setup.service.extension(setup.service.current.id)).to.equal('7');
  });

  for (const number of [{}, ['925'], NaN, true] as unknown[] as string[]) {
    it(`is refused if the page changes it to ${JSON.stringify(number)}`, async () => {
      const {element, errors} = await show(html`<five9-click2dial number="1"></five9-click2dial>`);
      element.addEventListener('five9-before-dial', ({detail}) => Object.assign(detail, {number}));
      await element.dial();
      expect(errors).to.have.lengthOf(1);
    });
  }
});

describe('five9-click2dial without a number', () => {
  const missing: Record<string, unknown> = {
    null: null,
    undefined,
    empty: '',
    '“null”': 'null',
    '“undefined”': 'undefined',
    object: {},
  };
  for (const [name, number] of Object.entries(missing)) {
    it(`is disabled, has no handset, and says that there is no number: ${name}`, async () => {
      const {element} = await show(html`<five9-click2dial .number=${number}></five9-click2dial>`);
      const button = part(element, 'button');
      expect(button).to.have.attribute('aria-disabled', 'true');
      expect(element.shadowRoot!.querySelector('svg')).to.equal(null);
      expect(button.querySelector('bdi')!.textContent).to.equal('No number');
      await expect(element).to.be.accessible();
    });
  }

  it('is disabled with a label of a contact whose number is null', async () => {
    const {element} = await show(html`<five9-click2dial .number=${null}>Call Ann</five9-click2dial>`);
    expect(part(element, 'button')).to.have.attribute('aria-disabled', 'true');
    expect(element.shadowRoot!.querySelector('svg')).to.equal(null);
  });

  it('says why a press does not dial, and asks the page for nothing', async () => {
    for (const [number, reason] of [
      [null, /Set the number/],
      ['agent:jill', /login of an agent/],
    ] as const) {
      const {element, errors} = await show(html`<five9-click2dial .number=${number}></five9-click2dial>`);
      const asked = listen(element, 'five9-before-dial');
      part(element, 'button').click();
      await element.updateComplete;
      expect(errors.map(({errorMessage}) => errorMessage)[0]).to.match(reason);
      expect(words(element, 'error')).to.match(reason);
      expect(asked).to.be.empty;
    }
  });

  it('shows the login of an agent not as a number', async () => {
    const {element} = await show(html`<five9-click2dial number="agent:jill"></five9-click2dial>`);
    expect(part(element, 'button')).to.have.attribute('aria-disabled', 'true');
    expect(element.shadowRoot!.querySelector('svg')).to.equal(null);
  });

  it('can be pressed when a framework writes a number into its text node', async () => {
    const {element} = await show(html`<five9-click2dial></five9-click2dial>`);
    const text = document.createTextNode('');
    element.append(text);
    await element.updateComplete;
    text.data = '(925) 000-0111';
    await until(() => element.shadowRoot!.querySelector('svg'), 'the handset is shown');
    expect(part(element, 'button')).to.not.have.attribute('aria-disabled');
  });
});

import {expect, html} from '@open-wc/testing';
import '../../../src/elements/call-variables/define.js';
import type {Five9CallVariables} from '../../../src/elements/call-variables/call-variables.js';
import type {VariableDefinition} from '../../../src/elements/call-variables/variable.js';
import {press, type} from '../../commands.js';
import {fc} from '../../support/check.js';
import {looksGood} from '../../support/looks.js';
import {CALL_ID} from '../../support/samples.js';
import {part, stage, type Stage, talking, words} from '../../support/stage.js';
import {until} from '../../support/time.js';

type NativeField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
interface VariablesStage extends Stage<Five9CallVariables> {
  answer(values: readonly string[]): Promise<void>;
}

/** Shows variables with these values in a call. The definition of each variable has the same index. */
async function show(
  values: readonly string[],
  definitions: readonly VariableDefinition[] = [],
): Promise<VariablesStage> {
  const setup = await stage<Five9CallVariables>(
    html`<five9-call-variables
      .definitions=${definitions.map((definition, index) => ({...definition, id: String(index)}))}
    ></five9-call-variables>`,
  );
  const answer = (newValues: readonly string[]): Promise<void> =>
    setup.adapter.reply('getCav', {
      response: newValues.map((value, id) => ({id: String(id), group: 'Custom', name: `v${id}`, value})),
    });
  await answer(values);
  await setup.adapter.reply('setCav', {response: null});
  await talking(setup);
  await until(() => fields(setup.element).length === values.length);
  await setup.settled();
  return {...setup, answer};
}

const fields = (element: Five9CallVariables): NativeField[] => [
  ...element.shadowRoot!.querySelectorAll<NativeField>('[part=field]'),
];
const field = (setup: VariablesStage, index = 0): NativeField => fields(setup.element)[index]!;
const note = ({element}: VariablesStage): string => words(element, 'note').replace(/\s+/g, ' ').trim();
const sent = ({adapter}: VariablesStage): string[] =>
  adapter
    .requests('setCav')
    .flatMap(({request}) => (request.args as {cavList: {value: string}[]}).cavList.map(({value}) => value));

/** Types at the end of a field, and saves. The adapter then returns `stored` as the value. */
async function append(setup: VariablesStage, keys: readonly string[], stored: string): Promise<void> {
  field(setup).focus();
  await press('End', 'Control');
  for (const key of keys) await press(key);
  await setup.answer([stored]);
  await setup.settled();
  part(setup.element, 'save').click();
  await until(() => words(setup.element, 'status') === 'Saved', 'it is saved');
}

describe('fields of call variables', () => {
  for (const [name, value, expected] of [
    ['\\n', 'a\nb', 'a\nb\nc'],
    ['\\r\\n', 'a\r\nb', 'a\r\nb\r\nc'],
    ['\\r', 'a\rb', 'a\rb\rc'],
    ['U+2028', 'a\u2028b', 'a\u2028b\nc'],
  ] as const) {
    it(`show a value with the line break ${name} in a textarea, and keep the line break when the agent adds a line`, async () => {
      const setup = await show([value]);
      expect(field(setup).localName).to.equal('textarea');
      expect(field(setup).value).to.equal(value.replace(/\r\n?/g, '\n'));
      await append(setup, ['Enter', 'c'], expected);
      expect(sent(setup)).to.deep.equal([expected]);
    });
  }

  it('do not save on Enter in a textarea, and are unchanged when an edit is taken back', async () => {
    const setup = await show(['a\r\nb']);
    field(setup).focus();
    await press('End', 'Control');
    await press('Enter');
    await setup.settled();
    expect(setup.element.matches(':state(changed)')).to.be.true;
    await press('Backspace');
    await setup.settled();
    expect(setup.element.matches(':state(changed)')).to.be.false;
    expect(sent(setup)).to.be.empty;
  });

  it('show a value as text that the native field of its type would change', async () => {
    const cases: [type: string, value: string][] = [
      ['DATE', '2026-02-30'],
      ['DATE', '31.01.2026'],
      ['TIME', '25:00'],
      ['TIME', '09:30Z'],
      ['DATE_TIME', '2026-01-31T09:30:00'],
      ['DATE_TIME', '2026-01-31T09:30+01:00'],
      ['EMAIL', ' a@b.example '],
      ['EMAIL', 'a@bücher.example'],
      ['URL', ' https://x.example\t'],
      ['NUMBER', '$1,300.00'],
      ['PHONE', '\u200b925 '],
      ['STRING', ' \tx\u0007'],
      ['STRING', '****'],
    ];
    const setup = await show(
      cases.map(([, value]) => value),
      cases.map(([type]) => ({type})),
    );
    expect(fields(setup.element).map((one) => [one.type === 'tel' ? 'text' : one.type, one.value])).to.deep.equal(
      cases.map(([, value]) => ['text', value]),
    );
  });

  it('keep the seconds of a time', async () => {
    const setup = await show(['09:30:00'], [{type: 'TIME'}]);
    const input = field(setup) as HTMLInputElement;
    expect(input.step).to.equal('1');
    input.value = '09:31';
    input.dispatchEvent(new Event('input', {bubbles: true}));
    await setup.answer(['09:31:00']);
    part(setup.element, 'save').click();
    await until(() => sent(setup).length);
    expect(sent(setup)).to.deep.equal(['09:31:00']);
  });

  it('offer a value that is not in the list, also after another choice, and show its blanks', async () => {
    const setup = await show([' Low'], [{restrictions: [{type: 'Set', value: 'Low,High'}]}]);
    const select = field(setup) as HTMLSelectElement;
    const texts = (): string[] => [...select.options].map(({text}) => text);
    expect(select.value).to.equal(' Low');
    expect(texts()).to.include.members(['Low', 'High', '“\u00a0Low”']);
    select.value = 'High';
    select.dispatchEvent(new Event('change', {bubbles: true}));
    await setup.settled();
    expect(texts()).to.include('“\u00a0Low”');
  });

  it('keep the order, the blanks and the other values when the agent chooses one more', async () => {
    const setup = await show(['C, A'], [{restrictions: [{type: 'Multiset', value: 'A,B,C'}]}]);
    const select = field(setup) as HTMLSelectElement;
    const choose = async (isChosen: boolean): Promise<void> => {
      select.options[1]!.selected = isChosen;
      select.dispatchEvent(new Event('change', {bubbles: true}));
      await setup.settled();
    };
    await choose(true);
    await choose(false);
    expect(setup.element.matches(':state(changed)')).to.be.false;
    await choose(true);
    await setup.answer(['C, A, B']);
    part(setup.element, 'save').click();
    await until(() => sent(setup).length);
    expect(sent(setup)).to.deep.equal(['C, A, B']);
  });

  it('save a number in the agent’s notation as a plain number, and show it before', async () => {
    const setup = await show([''], [{type: 'CURRENCY'}]);
    field(setup).focus();
    await type('$1.300,00');
    await press('Tab');
    await setup.settled();
    expect(note(setup)).to.equal('This is saved as 1300.00');
    await looksGood(setup.element);
    await setup.answer(['1300.00']);
    part(setup.element, 'save').click();
    await until(() => words(setup.element, 'status') === 'Saved');
    expect(sent(setup)).to.deep.equal(['1300.00']);
    expect(setup.element.matches(':state(changed)')).to.be.false;
    expect(await setup.element.set({'Custom.v0': '1,300.00'}), 'it has this value').to.be.true;
    expect(sent(setup)).to.have.lengthOf(1);
  });

  it('refuse a number with two meanings, from the agent and from the page', async () => {
    const setup = await show([''], [{type: 'NUMBER'}]);
    const problem = '1,300 can mean 1300 or 1.3. Enter one of these.';
    field(setup).focus();
    await type('1,300');
    await press('Enter');
    await until(() => words(setup.element, 'error'));
    expect(words(setup.element, 'error')).to.equal(`v0: ${problem}`);
    expect(note(setup)).to.equal(problem);
    expect(await setup.element.set({'Custom.v0': '1,300'})).to.be.false;
    expect(setup.errors.at(-1)!.errorMessage).to.equal(`v0: ${problem}`);
    expect(sent(setup)).to.be.empty;
  });

  it('keep the text, the kind and the focus of a field while the value changes elsewhere', async () => {
    const setup = await show(['31.01.2026', 'x'], [{type: 'DATE'}, {}]);
    field(setup).focus();
    await type('!');
    await setup.adapter.wsEvent('4', {id: CALL_ID, variables: {'0': '2026-01-31', '1': 'x\ny'}});
    await until(() => field(setup, 1).localName === 'textarea');
    expect(field(setup).value).to.match(/!/);
    expect(field(setup).type).to.equal('text');
    expect(setup.element.shadowRoot!.activeElement).to.equal(field(setup));
    field(setup, 1).focus();
    await setup.adapter.wsEvent('4', {id: CALL_ID, variables: {'1': 'one line'}});
    await until(() => field(setup, 1).localName === 'input');
    expect(setup.element.shadowRoot!.activeElement).to.equal(field(setup, 1));
  });

  it('never write a value that the agent has only looked at, for any value and type', async function () {
    // WebKit needs more time for so many updates.
    this.timeout(60_000);
    const odd = fc.constantFrom(
      '\n',
      '\r\n',
      '\r',
      '\u2028',
      '\0',
      '\t',
      ' ',
      '\u00a0',
      '\u200b',
      '\ud800',
      ',',
      '1',
      '.',
      'a',
      '@',
      ':',
      '-',
      '\u202e',
    );
    const value = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.array(odd, {maxLength: 8}).map((all) => all.join('')),
      fc.constantFrom(
        '2026-01-31',
        '2026-02-30',
        '09:30',
        '09:30:15',
        '2026-01-31T09:30',
        'TRUE',
        'true',
        'A, B',
        'x'.repeat(5000),
      ),
    );
    const kinds: VariableDefinition[] = [
      ...[
        'STRING',
        'NUMBER',
        'DATE',
        'TIME',
        'DATE_TIME',
        'CURRENCY',
        'BOOLEAN',
        'PERCENT',
        'EMAIL',
        'URL',
        'PHONE',
      ].map((name) => ({type: name})),
      {restrictions: [{type: 'Set', value: 'A,B'}]},
      {restrictions: [{type: 'Multiset', value: 'A,B'}]},
      {restrictions: [{type: 'Required'}, {type: 'Regexp', value: 'x+'}]},
    ];
    const setup = await show(
      kinds.map(() => ''),
      kinds,
    );
    await fc.assert(
      fc.asyncProperty(value, async (held) => {
        await setup.answer(kinds.map(() => held));
        await setup.element.refresh();
        await setup.settled();
        for (const one of fields(setup.element)) {
          one.focus();
          one.dispatchEvent(new Event('input', {bubbles: true}));
          one.dispatchEvent(new Event('change', {bubbles: true}));
          one.blur();
          const shown = one instanceof HTMLSelectElement && one.multiple ? held : one.value;
          expect(shown, one.type).to.equal(one.localName === 'textarea' ? held.replace(/\r\n?/g, '\n') : held);
        }
        await setup.settled();
        setup.element.shadowRoot!.querySelector('form')!.requestSubmit();
        await setup.settled();
        expect(setup.element.matches(':state(changed)')).to.equal(false);
        expect(sent(setup)).to.deep.equal([]);
      }),
      {numRuns: 20},
    );
  });

  it('are accessible with several lines', async () => {
    const setup = await show(['a\nb', ' Low'], [{}, {restrictions: [{type: 'Set', value: 'Low'}]}]);
    await looksGood(setup.element);
  });
});

import {expect} from '@open-wc/testing';
import {componentsIn} from '../../../src/simulator/element/component-template.js';
import {fc} from '../../support/check.js';

const BUTTON = {kind: 'button', name: '', label: '', isPrimary: false, callback: ''};
const INPUT = {kind: 'input', name: '', label: '', value: '', placeholder: '', callback: ''};

describe('the template of own controls', () => {
  it('has components with inputs and buttons, as in the samples of integrators', () => {
    const template = `
      <adt-components>
        <!-- <adt-button name="hidden"></adt-button> -->
        <adt-component location="3rdPartyComp-li-call-tab" label="Verify" style="flex-grow: 1">
          <adt-input name="code" label='The "code"' value=7 placeholder="1234" id="x" onchange="onCode"></adt-input>
          <adt-btn-group label="Buttons" style="gap: 1em">
            <adt-button name="a" label="Yes &amp; no" class="wide btnPrimary" onclick="onVerify"></adt-button>
            <ADT-BUTTON NAME="b" LABEL="Later" class="btnSecondary" ONCLICK="onLater"/>
          </adt-btn-group>
        </adt-component>
        <adt-component location="home-panel-top"/>
      </adt-components>`;
    expect(componentsIn(template)).to.deep.equal([
      {
        location: '3rdPartyComp-li-call-tab',
        label: 'Verify',
        controls: [
          {...INPUT, name: 'code', label: 'The "code"', value: '7', placeholder: '1234', callback: 'onCode'},
          {...BUTTON, name: 'a', label: 'Yes & no', isPrimary: true, callback: 'onVerify'},
          {...BUTTON, name: 'b', label: 'Later', callback: 'onLater'},
        ],
      },
      {location: 'home-panel-top', label: '', controls: []},
    ]);
  });

  it('keeps a greater-than sign in a value, and decodes each entity once', () => {
    const [component] = componentsIn(
      '<adt-component label="a > b"><adt-button label="&lt;b&gt; &amp;lt; &#65;&#x42; &unknown; &#x110000;"></adt-button>',
    );
    expect(component).to.deep.equal({
      location: '',
      label: 'a > b',
      controls: [{...BUTTON, label: '<b> &lt; AB &unknown; &#x110000;'}],
    });
  });

  it('ignores other markup, and controls outside of a component', () => {
    const template =
      '<adt-button label="lost"/><script>alert(1)</script><adt-component><img src=x onerror=alert(1)><a href="javascript:1">x</a></adt-component>';
    expect(componentsIn(template)).to.deep.equal([{location: '', label: '', controls: []}]);
  });

  it('never throws, and has a bounded number of controls, for any text', () => {
    const piece = fc.constantFrom(
      '<adt-component',
      '<adt-button',
      '<adt-input',
      ' name',
      '="',
      "='",
      '"',
      "'",
      '>',
      '/>',
      '<!--',
      '-->',
      '<',
      '&amp;',
      '&#99999999;',
      '__proto__=1',
      ' constructor="x"',
    );
    const text = fc
      .array(fc.oneof({weight: 4, arbitrary: piece}, fc.string()), {maxLength: 60})
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (template) => {
        for (const {controls} of componentsIn(template)) {
          for (const {name, label} of controls) expect([typeof name, typeof label]).to.deep.equal(['string', 'string']);
        }
      }),
    );
    const many = `<adt-component>${'<adt-button label="x">'.repeat(5000)}`;
    expect(componentsIn(many)[0]!.controls).to.have.lengthOf(100);
    for (const start of ['<!--', '<a b="', "<a b='", '<', '<a ', '&']) componentsIn(start.repeat(100_000));
  });
});

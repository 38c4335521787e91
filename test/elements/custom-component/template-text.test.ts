import {expect} from '@open-wc/testing';
import {templateText} from '../../../src/elements/custom-component/template-text.js';
import '../../../src/elements/custom-component/define.js';
import {fc} from '../../support/check.js';
import {openRealm} from '../../support/scope.js';
import {listen} from '../../support/service.js';
import {until} from '../../support/time.js';

const parsed = (text: string): Element => new DOMParser().parseFromString(text, 'text/html').body.firstElementChild!;

describe('the text of a template', () => {
  it('has the elements, their attributes and their order, without empty attributes', () => {
    const text = templateText({
      tag: 'adt-components',
      content: [
        {tag: 'adt-component', attributes: {location: 'home-panel-top', label: ''}},
        {tag: 'adt-input', attributes: {name: 'a', onchange: 'five9Control1'}},
        {tag: 'adt-button', attributes: {onclick: 'five9Control2'}},
      ],
    });
    expect(text).to.equal(
      '<adt-components><adt-component location="home-panel-top"></adt-component>' +
        '<adt-input name="a" onchange="five9Control1"></adt-input>' +
        '<adt-button onclick="five9Control2"></adt-button></adt-components>',
    );
  });

  it('never makes an element or an attribute of a text, for any text', function () {
    // A browser on a busy machine needs many milliseconds to parse one template.
    this.timeout(60_000);
    const hostile = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.constantFrom(
        '"><img src=x onerror=alert(1)>',
        "' onclick='x",
        ' five9-onclick="evil"',
        '</adt-input><script>alert(1)</script>',
        '<!-- -->',
        '&quot; onclick=&quot;x',
        '${alert(1)}{{alert(1)}}',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (label, value) => {
        const attributes = {name: 'n', label, value, onchange: 'five9Control1'};
        const text = templateText({tag: 'adt-components', content: [{tag: 'adt-input', attributes}]});
        const root = parsed(text);
        expect(root.querySelectorAll('*')).to.have.lengthOf(1);
        const [input] = root.children;
        const names = Object.entries(attributes).flatMap(([name, given]) => (given ? [name] : []));
        expect(input!.getAttributeNames()).to.deep.equal(names);
        // A parser of HTML changes these characters by its own rules.
        const normal = (given: string): string =>
          given.replaceAll('\u00a0', ' ').replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
        expect(input!.getAttribute('label') ?? '').to.equal(normal(label));
        expect(input!.getAttribute('value') ?? '').to.equal(normal(value));
      }),
      {examples: [[' five9-onclick="', ' five9-onchange="x"']]},
    );
  });

  it('can be written in a page with Trusted Types', async function () {
    if (!('trustedTypes' in window)) this.skip();
    const {document: page, load} = await openRealm();
    await load('/src/elements/custom-component/define.ts');
    const policy = Object.assign(page.createElement('meta'), {content: "require-trusted-types-for 'script'"});
    policy.httpEquiv = 'Content-Security-Policy';
    page.head.append(policy);
    const violations = listen(page, 'securitypolicyviolation');
    const component = page.createElement('five9-custom-component');
    component.location = 'home-panel-top';
    component.append(page.createElement('five9-adt-input'), page.createElement('five9-adt-button'));
    page.body.append(component);
    const template = (): string => component.service?.sdkApi('customComponentsApi').template ?? '';
    await until(template, 'the template');
    expect(template()).to.contain(' onchange="').and.to.contain(' onclick="');
    expect(violations).to.be.empty;
  });
});

import {expect} from '@open-wc/testing';
import {expandTemplate} from '../../../src/elements/crm/address-template.js';
import {addressOf} from '../../../src/elements/crm/safe-address.js';
import {fc} from '../../support/check.js';

const RULES = {allowOrigins: undefined};

describe('a template of an address', () => {
  const rows: [template: string, values: Record<string, unknown>, address: string | undefined][] = [
    ['/contacts', {}, '/contacts'],
    ['/contacts?phone={number}', {number: '+1 925&x=1#y'}, '/contacts?phone=%2B1%20925%26x%3D1%23y'],
    ['/contacts/{id}', {id: 'a/b?c'}, '/contacts/a%2Fb%3Fc'],
    ['/contacts/{id}', {id: 7}, '/contacts/7'],
    ['/contacts/{id}', {id: 'Zoë 😀'}, '/contacts/Zo%C3%AB%20%F0%9F%98%80'],
    ['/contacts/{id}', {id: '\ud800'}, '/contacts/%EF%BF%BD'],
    ['/contacts{?phone,email}', {email: 'a@b'}, '/contacts?email=a%40b'],
    ['/contacts?a={a}&b={b}', {a: '1'}, '/contacts?a=1&b='],
    ['/{+path}', {path: 'a/b'}, '/a/b'],
    ['/{id:2}', {id: 'abc'}, '/ab'],
    ['#/contacts/{id}', {id: 'a b'}, '#/contacts/a%20b'],
    ['/x?f={first-name}', {'first-name': 'A'}, '/x?f=A'],
    // A value is missing
    ['/contacts?phone={number}', {number: ' '}, undefined],
    ['/contacts?phone={number}', {number: {}}, undefined],
    ['/contacts/{type}/{id}', {type: 'Case'}, undefined],
    ['/contacts/{constructor}', {}, undefined],
    ['/contacts?x={toString}', {}, undefined],
    ['/contacts?x={__proto__}', {}, undefined],
  ];
  for (const [template, values, address] of rows) {
    it(`${template} with ${JSON.stringify(values)} is ${address ?? 'not used'}`, () => {
      expect(expandTemplate(template, values)).to.equal(address);
    });
  }

  for (const template of ['/x?{number', '/x?number}', '/{}', '/{ number }', '/{=number}', '/{a,}', '/{{number}}']) {
    it(`${template} is refused`, () => {
      expect(() => expandTemplate(template, {number: '1'})).to.throw(TypeError, 'is not written as in {number}');
    });
  }

  for (const [template, id] of [
    ['/contacts/{id}', '..'],
    ['/contacts/{id}/delete', '.'],
    ['/contacts/{+id}', 'a/../../admin'],
    ['/contacts/{+id}', '%2e%2E/admin'],
    ['/contacts/{id}{id}', '.'],
  ] as const) {
    it(`${template} with ${id} is refused, because it would be another path`, () => {
      expect(() => expandTemplate(template, {id})).to.throw(TypeError, 'changes its path');
    });
  }

  it('keeps dots of the page’s author, and dots in a query', () => {
    expect(expandTemplate('../contacts/{id}', {id: '1'})).to.equal('../contacts/1');
    expect(expandTemplate('/contacts?file={id}', {id: '../x'})).to.equal('/contacts?file=..%2Fx');
  });

  it('never leads to another path, origin or protocol, whatever a value is', () => {
    const values = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.string({unit: fc.constantFrom(...'./\\:@?#%2e&=;{}'.split(''), 'javascript:', '//evil.example')}),
      fc.anything(),
    );
    fc.assert(
      fc.property(values, (id) => {
        let address: URL | undefined;
        try {
          address = addressOf('/contacts/{id}/show?q={id}#top', {id}, RULES, 'screenPop');
        } catch (error) {
          expect(String(error)).to.contain('changes its path');
        }
        if (!address) return;
        expect(address.origin).to.equal(location.origin);
        expect(address.pathname).to.match(/^\/contacts\/[^/]+\/show$/);
        expect(address.hash).to.equal('#top');
        expect([...address.searchParams.keys()]).to.deep.equal(['q']);
      }),
    );
  });

  it('never leads to another origin or protocol with a value that is a whole address', () => {
    const words = fc.constantFrom(
      'javascript:',
      'data:',
      'http:',
      'https:',
      '//',
      '\\',
      '/',
      '@',
      ':',
      'evil.example',
      '\t',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        try {
          const address = addressOf('{+url}', {url: parts.join('')}, RULES, 'screenPop');
          if (address) expect(address.origin).to.equal(location.origin);
        } catch (error) {
          expect((error as Error).name).to.equal('InteractionApiError');
        }
      }),
    );
  });

  it('uses only whole origins of allow-origins', () => {
    const open = (href: string, allowOrigins: string) => addressOf(href, {}, {allowOrigins}, 'search');
    expect(open('https://a.example/x', 'https://a.example')!.href).to.equal('https://a.example/x');
    expect(open('https://a.example/x', ' https://b.example\nhttps://a.example/path ')!.href).to.contain('a.example');
    for (const allowed of [
      '',
      '*',
      'a.example',
      'https://*.example',
      'http://a.example',
      'https://a.example:8443',
      'null',
    ]) {
      expect(() => open('https://a.example/x', allowed), allowed).to.throw('allow-origins');
    }
  });
});

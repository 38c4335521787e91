import {expect} from '@open-wc/testing';
import {adapterUrl} from '../../../src/elements/adapter/adapter-url.js';
import {fc} from '../../support/check.js';

const PLAIN = {
  f9crmapi: false,
  f9hookapi: false,
  f9verticalthreshold: undefined,
  idpLoginUrl: undefined,
};
const SRC = 'https://app.five9.com/clients/integrations/adt.main.html';
const PAGE = 'https://crm.example.com/contacts/';

const urlOf = (src: string | null, more: object = {}, page = PAGE): string =>
  adapterUrl({...PLAIN, src, ...more}, page);

describe('the address of an adapter', () => {
  it('is src unchanged if there are no parameters', () => {
    expect(urlOf(SRC)).to.equal(SRC);
    expect(urlOf(`${SRC}?a=b%20c&mode=x#y`)).to.equal(`${SRC}?a=b%20c&mode=x#y`);
  });

  it('has a parameter for each attribute, and both spellings of the hooks', () => {
    const {searchParams} = new URL(
      urlOf(SRC, {
        f9crmapi: true,
        f9hookapi: true,
        f9verticalthreshold: '300px',
        idpLoginUrl: 'https://idp.example.com/sso?app=1&x=a b',
      }),
    );
    expect(Object.fromEntries(searchParams)).to.deep.equal({
      f9crmapi: 'true',
      f9hookapi: 'true',
      f9hook: 'true',
      f9verticalthreshold: '300px',
      idpLoginUrl: 'https://idp.example.com/sso?app=1&x=a b',
    });
  });

  it('keeps the query of src, without repeated parameters', () => {
    const {searchParams} = new URL(
      urlOf(`${SRC}?sfdcIFrameOrigin=https%3A%2F%2Fx.example&f9crmapi=false`, {f9crmapi: true}),
    );
    expect([...searchParams]).to.deep.equal([
      ['sfdcIFrameOrigin', 'https://x.example'],
      ['f9crmapi', 'true'],
    ]);
  });

  it('may be a path of the page’s own server, for an adapter behind a proxy', () => {
    expect(urlOf('/five9/adt.main.html')).to.equal('https://crm.example.com/five9/adt.main.html');
  });

  it('may be http if the page is http', () => {
    expect(urlOf('http://localhost:8001/adt.main.html', {}, 'http://localhost:8000/')).to.equal(
      'http://localhost:8001/adt.main.html',
    );
  });

  for (const src of [
    '',
    null,
    'https://',
    'https://exa<mple.com',
    'http://app.five9.com/adt.main.html',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://crm.example.com/1',
    'about:blank',
    'about:srcdoc',
    'file:///etc/passwd',
    'ftp://app.five9.com/',
    'httpsx://app.five9.com/',
    'vbscript:x',
    'app.five9.com/clients/integrations/adt.main.html',
    'adt.main.html',
    '../adt.main.html',
    'https:app.five9.com',
  ]) {
    it(`is never ${JSON.stringify(src)} in a page of https`, () => {
      expect(() => urlOf(src)).to.throw(TypeError, 'src="');
    });
  }

  it('never has a user name or a password, and no error shows one', () => {
    for (const src of [
      'https://agent:secret@app.five9.com/adt',
      'https://secret@app.five9.com/',
      'https://:secret@x.com/',
    ]) {
      expect(() => urlOf(src))
        .to.throw(TypeError, 'without a password')
        .with.property('message')
        .not.contain('secret');
    }
  });

  it('has a limited length, and so has the error', () => {
    for (const more of [{}, {idpLoginUrl: `https://idp.example.com/${'x'.repeat(10_000)}`}]) {
      const src = 'idpLoginUrl' in more ? SRC : `https://app.five9.com/${'x'.repeat(10_000)}`;
      expect(() => urlOf(src, more))
        .to.throw(TypeError)
        .with.property('message')
        .with.length.below(400);
    }
  });

  it('has no login page that is a script', () => {
    expect(() => urlOf(SRC, {idpLoginUrl: 'javascript:alert(1)'})).to.throw(
      TypeError,
      'idp-login-url="javascript:alert(1)"',
    );
  });

  it('is, for any text, a web address without credentials or a short error', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'https:',
        'http:',
        '/',
        '//',
        '\\\\',
        '@',
        'javascript:',
        'data:',
        '\n',
        '\t',
        ' ',
        '?',
        '#',
        '%00',
        'app.five9.com',
      ),
      fc.string({maxLength: 8}),
      fc.webUrl(),
    );
    const text = fc.array(piece, {maxLength: 6}).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, fc.constantFrom(PAGE, 'http://localhost:8000/'), (src, idpLoginUrl, page) => {
        let url;
        try {
          url = new URL(urlOf(src, {idpLoginUrl}, page));
        } catch (error) {
          expect(error).to.be.an.instanceOf(TypeError);
          expect((error as Error).message.length).to.be.below(400);
          return;
        }
        expect(url.protocol).to.match(page === PAGE ? /^https:$/ : /^https?:$/);
        expect(url.username + url.password).to.equal('');
        expect(url.searchParams.get('idpLoginUrl') ?? '').to.equal(
          idpLoginUrl || (new URL(src, page).searchParams.get('idpLoginUrl') ?? ''),
        );
      }),
      {numRuns: 300},
    );
  });
});

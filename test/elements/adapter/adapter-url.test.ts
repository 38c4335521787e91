import {expect} from '@open-wc/testing';
import {adapterUrl} from '../../../src/elements/adapter/adapter-url.js';

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
  it('is src as it stands, where nothing is added', () => {
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

  it('keeps what src has in its query, and has nothing twice', () => {
    const {searchParams} = new URL(
      urlOf(`${SRC}?sfdcIFrameOrigin=https%3A%2F%2Fx.example&f9crmapi=false`, {f9crmapi: true}),
    );
    expect([...searchParams]).to.deep.equal([
      ['sfdcIFrameOrigin', 'https://x.example'],
      ['f9crmapi', 'true'],
    ]);
  });

  it('may be relative, for an adapter behind a proxy of the page’s own', () => {
    expect(urlOf('/five9/adt.main.html')).to.equal('https://crm.example.com/five9/adt.main.html');
  });

  it('may be http where the page is', () => {
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
  ]) {
    it(`is never ${JSON.stringify(src)} in a page of https`, () => {
      expect(() => urlOf(src)).to.throw(TypeError, 'src="');
    });
  }
});

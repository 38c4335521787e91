import {expect} from '@open-wc/testing';
import {originRule} from '../../src/transport/origins.js';
import {FIVE9_ORIGINS} from '../../src/interaction-api.js';
import {fc} from '../support/check.js';

describe('an origin rule', () => {
  describe('of Five9 itself', () => {
    const rule = originRule(FIVE9_ORIGINS);

    for (const origin of [
      'https://app.five9.com',
      'https://app-atl.five9.com',
      'https://app.nld1.eu.five9.com',
      'https://cdn.prod.us.five9.com',
    ]) {
      it(`allows ${origin}`, () => expect(rule(origin)).to.equal(true));
    }

    for (const origin of [
      'https://five9.com.evil.example',
      'https://app.five9.com.evil.example',
      'https://evilfive9.com',
      'https://evil-five9.com',
      'https://five9.com',
      'http://app.five9.com',
      'https://app.five9.com:8443',
      'https://app.five9.com:443',
      'wss://app.five9.com',
      'https://app.five9.com.',
      'https://app.five9.com/',
      'https://app.five9.community',
      'https://appxfive9.com',
      'https://app.fivé9.com',
      'https://APP.FIVE9.COM',
      ' https://app.five9.com',
      'null',
      '',
    ]) {
      // A browser writes an origin in one way only, so any other spelling is not an origin.
      it(`does not allow ${JSON.stringify(origin)}`, () => expect(rule(origin)).to.equal(false));
    }
  });

  for (const [list, allowed, refused] of [
    [
      'https://phone.example.com',
      ['https://phone.example.com'],
      ['https://x.phone.example.com', 'http://phone.example.com'],
    ],
    ['https://phone.example.com:8443', ['https://phone.example.com:8443'], ['https://phone.example.com']],
    ['https://phone.example.com:443', ['https://phone.example.com'], ['https://phone.example.com:443']],
    ['https://phone.example.com/', ['https://phone.example.com'], []],
    ['HTTPS://Phone.Example.COM', ['https://phone.example.com'], []],
    [
      'http://localhost:8001',
      ['http://localhost:8001'],
      ['http://localhost', 'http://localhost:8000', 'https://localhost:8001'],
    ],
    ['http://127.0.0.1:8001', ['http://127.0.0.1:8001'], ['http://localhost:8001']],
    ['http://[::1]:8001', ['http://[::1]:8001'], []],
    [
      'https://*.example.com',
      ['https://a.example.com', 'https://a.b.example.com'],
      ['https://example.com', 'https://aexample.com'],
    ],
    ['https://*.example.com:8443', ['https://a.example.com:8443'], ['https://a.example.com']],
    ['http://*.example.com', ['http://a.example.com'], ['https://a.example.com']],
    ['https://bücher.example', ['https://xn--bcher-kva.example'], []],
    ['null', ['null'], ['https://null', '']],
    [
      '  https://a.example \n\thttps://b.example  null ',
      ['https://a.example', 'https://b.example', 'null'],
      ['https://c.example'],
    ],
    ['', [], ['null', '', 'https://app.five9.com']],
  ] as [string, string[], string[]][]) {
    it(`${JSON.stringify(list)} allows the origins that it names, and no others`, () => {
      const rule = originRule(list);
      for (const origin of allowed) expect(rule(origin), origin).to.equal(true);
      for (const origin of refused) expect(rule(origin), origin).to.equal(false);
    });
  }

  for (const list of [
    '*',
    'https://*',
    'https://*.com',
    'https://*.*.com',
    'https://a.*.example.com',
    'https://a*.example.com',
    'https://*example.com',
    '*.example.com',
    'example.com',
    '//example.com',
    'https:example.com',
    'https://',
    'ftp://example.com',
    'file://',
    'javascript:alert(1)',
    'https://example.com/path',
    'https://example.com?x',
    'https://example.com#x',
    'https://user@example.com',
    'https://user:password@example.com',
    'https://evil.example\\.five9.com',
    'https://*.evil.example\\.five9.com',
    'https://exa mple.com https://',
    '/https:\\/\\/.*/',
    'https://ok.example nonsense',
  ]) {
    it(`throws for ${JSON.stringify(list)}`, () => {
      expect(() => originRule(list)).to.throw(TypeError);
    });
  }

  it('names the entry that is not an origin', () => {
    expect(() => originRule('https://ok.example nonsense')).to.throw(TypeError, 'nonsense');
  });

  describe('for any origin', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const host = fc.array(label, {minLength: 2, maxLength: 4}).map((labels) => labels.join('.'));
    const scheme = fc.constantFrom('https', 'http');
    const port = fc.constantFrom('', ':8080', ':8443');
    const origin = fc.tuple(scheme, host, port).map(([s, h, p]) => `${s}://${h}${p}`);

    it('an exact rule allows its own origin and no other', () => {
      fc.assert(
        fc.property(origin, origin, (own, other) => {
          expect(originRule(own)(own)).to.equal(true);
          expect(originRule(own)(other)).to.equal(own === other);
        }),
        {numRuns: 500},
      );
    });

    it('a wildcard allows each host below its domain, and nothing that only looks similar', () => {
      fc.assert(
        fc.property(scheme, host, host, label, port, (s, domain, below, mark, p) => {
          const rule = originRule(`${s}://*.${domain}${p}`);
          expect(rule(`${s}://${below}.${domain}${p}`)).to.equal(true);
          for (const other of [
            `${s}://${domain}${p}`,
            `${s}://${mark}${domain}${p}`,
            `${s}://${below}-${domain}${p}`,
            `${s}://${below}.${domain}.${mark}${p}`,
            `${s}://${below}.${domain}${p}1`,
            `${s === 'https' ? 'http' : 'https'}://${below}.${domain}${p}`,
          ]) {
            // Calculate the expected result, because a random name can be below the domain by chance.
            const named = other.startsWith(`${s}://`) && other.endsWith(`.${domain}${p}`);
            expect(rule(other), other).to.equal(named);
          }
        }),
        {numRuns: 500},
      );
    });

    it('a list allows an origin if one of its entries does', () => {
      fc.assert(
        fc.property(fc.array(origin, {minLength: 1, maxLength: 5}), origin, (list, asked) => {
          expect(originRule(list.join(' '))(asked)).to.equal(list.includes(asked));
        }),
        {numRuns: 300},
      );
    });

    it('no list allows an origin that it does not name', () => {
      const text = fc.oneof(
        fc.string({maxLength: 40}),
        fc
          .array(
            fc.constantFrom(
              'https://',
              'http://',
              '*',
              '.',
              'example.com',
              '/',
              ' ',
              '@',
              ':',
              '?',
              '#',
              '\\',
              '%',
              'null',
              '[',
              ']',
              '0',
              'com',
              '^',
              '$',
              '|',
            ),
            {
              maxLength: 12,
            },
          )
          .map((parts) => parts.join('')),
      );
      fc.assert(
        fc.property(text, (list) => {
          let rule;
          try {
            rule = originRule(list);
          } catch (error) {
            expect(error).to.be.instanceOf(TypeError);
            return;
          }
          for (const stranger of [
            'https://attacker.test',
            'http://attacker.test',
            'https://x.attacker.test:81',
            '',
            'javascript:',
          ]) {
            expect(rule(stranger), stranger).to.equal(false);
          }
        }),
        {numRuns: 1000},
      );
    });

    it('no text is allowed that is not an origin of Five9', () => {
      const rule = originRule(FIVE9_ORIGINS);
      const text = fc.oneof(
        fc.string(),
        fc
          .tuple(fc.string(), fc.constantFrom('.five9.com', 'five9.com', '.five9.com.evil.example'))
          .map((parts) => parts.join('')),
        fc.tuple(origin, fc.string()).map((parts) => parts.join('')),
      );
      fc.assert(
        fc.property(text, (asked) => {
          // The origin that a browser would send.
          const sent = URL.canParse(asked) ? new URL(asked).origin : 'null';
          const {
            protocol,
            hostname,
            port: number,
          } = sent === 'null' ? {protocol: '', hostname: '', port: ''} : new URL(sent);
          const expected = protocol === 'https:' && hostname.endsWith('.five9.com') && !number;
          expect(rule(sent), sent).to.equal(expected);
        }),
        {numRuns: 1000},
      );
    });
  });
});

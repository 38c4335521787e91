/** Tests the built files of cdn/ in pages of other authors. Build first: `npm run build`. */
import {expect} from '@open-wc/testing';
import {VERSION} from '../../src/interaction-api.js';
import {
  address,
  CLASSIC,
  EXPECTED_EVENTS,
  external,
  MODULE,
  type OtherPage,
  page,
  type PageCase,
  type PageResult,
  TAG,
  usesSdk,
  visitPages,
} from '../support/other-page.js';
import {addFrame, OTHER_ORIGIN} from '../support/places.js';
import {until} from '../support/time.js';

/** The ways in which a script can set `window.Five9.CrmSdk`. */
const FORMS: Record<string, string> = {
  'window.Five9 = {CrmSdk}': 'window.Five9 = {CrmSdk: makeSdk()};',
  'Five9.CrmSdk = …': 'window.Five9 = window.Five9 || {}; Five9.CrmSdk = makeSdk();',
  'var Five9 = Five9 || {}': 'var Five9 = Five9 || {}; Five9.CrmSdk = makeSdk();',
  'Object.assign(Five9, …)': 'Object.assign(window.Five9 = window.Five9 || {}, {CrmSdk: makeSdk()});',
  'Object.assign(Five9.CrmSdk, …)':
    'var Five9 = Five9 || {}; Object.assign(Five9.CrmSdk = Five9.CrmSdk || {}, makeSdk());',
  'member by member':
    'var Five9 = Five9 || {CrmSdk: {}}, made = makeSdk(); for (var key in made) Five9.CrmSdk[key] = made[key];',
  'Object.defineProperty on the window': "Object.defineProperty(window, 'Five9', {value: {CrmSdk: makeSdk()}});",
  'a getter':
    "var made = makeSdk(); Object.defineProperty(window.Five9 = window.Five9 || {}, 'CrmSdk', {get: () => made});",
  'a frozen object': 'window.Five9 = Object.freeze({CrmSdk: Object.freeze(makeSdk())});',
  'the UMD head of a bundler': `(function (root, factory) {
    if (typeof exports === 'object' && typeof module === 'object') module.exports = factory();
    else if (typeof define === 'function' && define.amd) define([], factory);
    else root.Five9 = factory();
  })(this, function () { return {CrmSdk: makeSdk()}; });`,
};

const MAKER = '<script src="/test/pages/others/sdk.js"></script>';
const FILES = {'the module': MODULE, 'the classic script': CLASSIC};

const cases: PageCase[] = [];

for (const [file, script] of Object.entries(FILES)) {
  // Test the classic script with all forms, and the module with only three, because the result of a form does not
  // depend on the file.
  const forms = Object.entries(FORMS).slice(0, script === CLASSIC ? undefined : 3);
  for (const [form, code] of forms) {
    const inline = `<script>${code}</script>`;
    cases.push(
      {
        name: `${file}, after an SDK in the head: ${form}`,
        page: page(MAKER + external(code) + script, TAG),
        uses: 'the SDK',
      },
      {
        name: `${file}, before an SDK at the end of the body: ${form}`,
        page: page(MAKER + script, TAG + external(code)),
        uses: 'the SDK',
      },
      {
        name: `${file}, before an SDK in an inline script of the body: ${form}`,
        page: page(MAKER + script, TAG + inline),
        uses: 'the SDK',
      },
      {
        name: `${file}, connected before an SDK is loaded: ${form}`,
        page: page(MAKER + script, TAG),
        later: ({document}) => document.body.append(document.createRange().createContextualFragment(external(code))),
        uses: 'the SDK',
      },
    );
  }
  cases.push(
    {name: `${file} in the head`, page: page(script, TAG), uses: 'the adapter'},
    {name: `${file} at the end of the body`, page: page('', TAG + script), uses: 'the adapter'},
    {name: `${file} before the tag`, page: page('', script + TAG), uses: 'the adapter'},
    {name: `${file} in quirks mode`, page: page(script, TAG, ''), uses: 'the adapter'},
  );
}

const AMD = '<script src="/test/pages/others/amd.js"></script>';
const SCRIPT_TEXT = await (await fetch('/cdn/five9-elements.iife.js')).text();
const MODULE_TEXT = await (await fetch('/cdn/five9-elements.js')).text();
const integrity = (await (await fetch('/cdn/integrity.json')).json()) as Record<string, string>;
/** Returns a script tag for a copy of a built file with another version number. The copy has its own classes. */
const otherVersion = (text: string, type: string): string => {
  expect(text).to.contain(JSON.stringify(VERSION));
  const url = URL.createObjectURL(
    new Blob([text.replace(JSON.stringify(VERSION), '"9.9.9"')], {type: 'text/javascript'}),
  );
  return `<script type="${type}" src="${url}"></script>`;
};
const OTHER_CLASSIC = otherVersion(SCRIPT_TEXT, 'text/javascript');
const OTHER_MODULE = otherVersion(MODULE_TEXT, 'module');
/** Pattern of the warning for an element that another version of the file has already registered. */
const OTHER_VERSION =
  /^console\.warn: <five9-[a-z0-9-]+> \S+ is not registered: the page has it already, in version \S+\. Load only one version of five9-elements\.$/;
const CLICK2DIAL = '<script type="module" src="/cdn/click2dial.js"></script>';
const CLIENT = '<script type="module" src="/cdn/interaction-api.js"></script>';
const later =
  (code: string) =>
  ({document}: OtherPage): void => {
    document.body.append(document.createRange().createContextualFragment(`<script>${code}</script>`));
  };
const ours = (name: string, text: string, more: Partial<PageCase> = {}): void => {
  cases.push({name, page: text, uses: 'the adapter', ...more});
};
const sdk = (name: string, text: string, more: Partial<PageCase> = {}): void => {
  cases.push({name, page: text, uses: 'the SDK', ...more});
};
const LATE_TAG = `<script>addEventListener('load', () => document.body.append(document.createElement('five9-click2dial')))</script>`;

ours('the classic script twice', page(CLASSIC + CLASSIC, TAG));
ours('the classic script in the head and at the end', page(CLASSIC, TAG + CLASSIC));
ours('the module twice', page(MODULE + MODULE.replace('.js', '.js?again'), TAG));
ours('the module and the classic script', page(MODULE + CLASSIC, TAG));
ours('click2dial.js, then all elements', page(CLICK2DIAL + MODULE, TAG));
ours('all elements, then click2dial.js', page(MODULE + CLICK2DIAL, TAG));
ours('click2dial.js alone', page(CLICK2DIAL, TAG));
ours('the client alone, then click2dial.js', page(CLIENT + CLICK2DIAL, TAG));
ours('click2dial.js, then the client', page(CLICK2DIAL + CLIENT, TAG));
ours('another version, then ours', page(OTHER_CLASSIC + CLASSIC, TAG), {allowedProblems: OTHER_VERSION});
ours('ours, then another version', page(CLASSIC, TAG + OTHER_CLASSIC), {allowedProblems: OTHER_VERSION});
ours('another version of the module, then ours', page(OTHER_MODULE + MODULE, TAG), {allowedProblems: OTHER_VERSION});
ours('a module, and another version as a classic script', page(OTHER_CLASSIC + MODULE, TAG), {
  allowedProblems: OTHER_VERSION,
});
sdk(
  'two versions, and an SDK between them',
  page(MAKER + CLASSIC + external(FORMS['Five9.CrmSdk = …']!), TAG + OTHER_CLASSIC),
  {allowedProblems: OTHER_VERSION},
);
ours('a tag that a script appends later', page(CLASSIC, LATE_TAG));
ours(
  'a tag in a page that is written as it loads',
  page(CLASSIC, `<script>document.write('<five9-click2dial></five9-click2dial>')</script>`),
);
ours(
  'our script, written as the page loads',
  page('', `${TAG}<script>document.write('<script src="/cdn/five9-elements.iife.js"><\\/script>')</script>`),
);
ours(
  'a page in quirks mode that is written as it loads',
  page(CLASSIC, `<script>document.write('${TAG}')</script>`, ''),
);

/** Returns a function that replaces the whole page. The test runs this function after the bundle has connected. */
const rewrite =
  (text: string) =>
  ({document}: OtherPage): void => {
    document.open();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- old pages do this
    document.write(text);
    document.close();
  };
ours('a page that is rewritten', page(CLASSIC, TAG), {later: rewrite(page('', TAG))});
ours('a page that is rewritten, with our script again', page(CLASSIC, TAG), {later: rewrite(page(CLASSIC, TAG))});
ours('a page that is rewritten, with the module', page(MODULE, TAG), {later: rewrite(page(MODULE, TAG))});
sdk('a page that is rewritten, with an SDK', page(MAKER + CLASSIC, TAG), {
  later: rewrite(page('', TAG + external(FORMS['Five9.CrmSdk = …']!))),
});

// Pages that change or use the name Five9.
for (const [file, script] of Object.entries(FILES)) {
  ours(`${file}, and the page deletes Five9`, page(script, TAG), {later: later('delete window.Five9'), dropIn: false});
  ours(`${file}, and the page empties Five9`, page(script, TAG), {later: later('window.Five9 = null'), dropIn: false});
  ours(`${file}, and the page freezes Five9`, page(script, TAG), {
    later: later('Object.freeze(Five9); Object.freeze(Five9.CrmSdk)'),
  });
  ours(
    `${file}, and the page has frozen a Five9 of its own`,
    page(`<script>var Five9 = Object.freeze({own: 1})</script>${script}`, TAG),
    {dropIn: false},
  );
  ours(
    `${file}, and the page has Five9 as something else`,
    page(`<script>var Five9 = 'a name'</script>${script}`, TAG),
    {dropIn: false},
  );
  ours(`${file}, and Five9 is an element`, page(script, `<div id="Five9"></div>${TAG}`), {dropIn: true});
  ours(
    `${file}, and Five9 is a frame of another origin`,
    page(script, `<iframe name="Five9" src="${OTHER_ORIGIN}/test/pages/empty.html"></iframe>${TAG}`),
    // Expect the drop-in only with the classic script, because this script sets `Five9` before the frame exists.
    {dropIn: script === CLASSIC},
  );
  ours(
    `${file}, and Five9 cannot be read`,
    page(
      `<script>Object.defineProperty(window, 'Five9', {get() { throw new Error('no') }, configurable: true})</script>${script}`,
      TAG,
    ),
    {later: later('delete window.Five9'), dropIn: false},
  );
  sdk(
    `${file}, and the page deletes Five9 when the SDK is in use`,
    page(MAKER + external(FORMS['window.Five9 = {CrmSdk}']!) + script, TAG),
    {
      later: async (foreign) => {
        await until(() => usesSdk(foreign));
        later('delete window.Five9')(foreign);
      },
      dropIn: false,
    },
  );
  sdk(`${file}, and an SDK that is evaluated`, page(MAKER + script, TAG), {
    later: (foreign) => void foreign.eval(FORMS['Five9.CrmSdk = …']!),
  });
  sdk(`${file}, and an SDK that is imported`, page(MAKER + script, TAG), {
    later: (foreign) =>
      void foreign.eval('import("data:text/javascript,window.Five9 ??= {}; Five9.CrmSdk = makeSdk()")'),
  });
  ours(`${file}, and an SDK that is set only if there is none`, page(MAKER + script, TAG), {
    later: later('Five9.CrmSdk = Five9.CrmSdk || makeSdk()'),
  });

  // Pages with an AMD loader.
  ours(`${file} after an AMD loader`, page(AMD + script, TAG));
  ours(`${file} before an AMD loader`, page(script + AMD, TAG));
  ours(
    `${file} between an AMD loader and modules that are loading`,
    page(
      `${AMD}<script>require(['/test/pages/others/amd-module.js'], (one) => { if (one.name !== 'one') throw new Error('mixed up') })</script>${script}`,
      TAG,
    ),
  );
  sdk(`${file}, an AMD loader, and an SDK as an AMD module`, page(`${MAKER}${AMD}${script}`, TAG), {
    later: (foreign) => {
      foreign.eval(`require([${JSON.stringify(address(FORMS['the UMD head of a bundler']!))}], ({CrmSdk}) => {
        document.body.append(Object.assign(document.createElement('five9-provider'), {sdk: CrmSdk}));
      })`);
    },
    dropIn: true,
  });

  // Pages with other libraries.
  ours(
    `${file} with the page's own Lit`,
    page(`<script type="module" src="/test/pages/strict/own-lit.js"></script>${script}`, TAG),
  );
  ours(
    `${file} with extended prototypes`,
    page(`<script src="/test/pages/others/prototypes.js"></script>${script}`, TAG),
  );
  sdk(
    `${file} with extended prototypes and an SDK`,
    page(
      `<script src="/test/pages/others/prototypes.js"></script>${MAKER}${external(FORMS['Five9.CrmSdk = …']!)}${script}`,
      TAG,
    ),
  );
  ours(
    `${file} with prototypes that are extended later`,
    page(script, `${TAG}<script src="/test/pages/others/prototypes.js"></script>`),
  );
  ours(
    `${file} with another base address`,
    page(`<base href="https://elsewhere.example/deep/">${script.replace('/cdn', `${location.origin}/cdn`)}`, TAG),
  );
}
ours(
  'the classic script that an AMD loader loads',
  page(
    `${AMD}<script>require(['/cdn/five9-elements.iife.js'], (given) => { if (given !== Five9.CrmSdk) throw new Error('not given') })</script>`,
    TAG,
  ),
);

describe('a foreign page', () => {
  let results: Map<string, PageResult>;
  before(async function () {
    this.timeout(300_000);
    results = await visitPages(cases);
  });

  for (const {name, uses, allowedProblems, dropIn: expected = uses === 'the adapter'} of cases) {
    it(name, () => {
      const {failure, problems, receivedEvents, dials, sdk: ownSdk, dropIn} = results.get(name)!;
      if (failure) throw failure as Error;
      expect(
        problems.filter((problem) => !allowedProblems?.test(problem)),
        'no problems',
      ).to.deep.equal([]);
      expect(receivedEvents, 'each event once').to.deep.equal(EXPECTED_EVENTS[uses]);
      expect(dials, 'one dial').to.equal(1);
      if (uses === 'the SDK') expect(ownSdk).to.deep.equal({intact: true, answer: 'answered'});
      expect(dropIn, 'the own SDK at Five9.CrmSdk').to.equal(expected);
    });
  }
});

describe('the built files, with the hashes of cdn/integrity.json,', () => {
  const load = async (hashOf: (file: string) => string): Promise<{ran: string[]; refused: string[]}> => {
    const tags = Object.keys(integrity).map((file) => {
      const type = file.endsWith('.iife.js') ? '' : 'type="module"';
      return `<script ${type} src="/cdn/${file}" integrity="${hashOf(file)}" crossorigin="anonymous"
        onload="ran.push('${file}')" onerror="refused.push('${file}')"></script>`;
    });
    const {contentWindow} = await addFrame(
      `/test/pages/made.html?${encodeURIComponent(page('<script>ran = []; refused = []</script>', tags.join('')))}`,
    );
    const counts = contentWindow as unknown as {ran: string[]; refused: string[]};
    await until(() => counts.ran.length + counts.refused.length === tags.length, 'all are loaded or refused');
    return counts;
  };

  it('run', async () => {
    const {refused} = await load((file) => integrity[file]!);
    expect(refused).to.deep.equal([]);
  });

  it('are refused if the hash is that of another file', async () => {
    const files = Object.keys(integrity);
    const {ran} = await load((file) => integrity[files[(files.indexOf(file) + 1) % files.length]!]!);
    expect(ran).to.deep.equal([]);
  });
});

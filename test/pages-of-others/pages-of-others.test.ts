/** The ready-made files in the pages that there are. They must have been built: `npm run build`. */
import {expect} from '@open-wc/testing';
import {VERSION} from '../../src/interaction-api.js';
import {
  address,
  CLASSIC,
  external,
  MODULE,
  type OtherPage,
  page,
  type Row,
  TAG,
  TOLD,
  usesSdk,
  visit,
  type Visit,
} from '../support/other-page.js';
import {addFrame, OTHER_ORIGIN} from '../support/places.js';
import {until} from '../support/time.js';

/** Ways in which a script comes to be at `window.Five9.CrmSdk`. */
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

const rows: Row[] = [];

for (const [file, script] of Object.entries(FILES)) {
  // How it comes to be there is the page's matter, not the file's.
  const forms = Object.entries(FORMS).slice(0, script === CLASSIC ? undefined : 3);
  for (const [form, code] of forms) {
    const inline = `<script>${code}</script>`;
    rows.push(
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
        name: `${file}, before an SDK that stands in the page: ${form}`,
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
  rows.push(
    {name: `${file} in the head`, page: page(script, TAG), uses: 'our own way'},
    {name: `${file} at the end of the body`, page: page('', TAG + script), uses: 'our own way'},
    {name: `${file} before the tag`, page: page('', script + TAG), uses: 'our own way'},
    {name: `${file} in quirks mode`, page: page(script, TAG, ''), uses: 'our own way'},
  );
}

const AMD = '<script src="/test/pages/others/amd.js"></script>';
const SCRIPT_TEXT = await (await fetch('/cdn/five9-elements.iife.js')).text();
const MODULE_TEXT = await (await fetch('/cdn/five9-elements.js')).text();
const integrity = (await (await fetch('/cdn/integrity.json')).json()) as Record<string, string>;
/** Our file in another version, with classes of its own. */
const otherVersion = (text: string, type: string): string => {
  expect(text).to.contain(JSON.stringify(VERSION));
  const url = URL.createObjectURL(
    new Blob([text.replace(JSON.stringify(VERSION), '"9.9.9"')], {type: 'text/javascript'}),
  );
  return `<script type="${type}" src="${url}"></script>`;
};
const OTHER_CLASSIC = otherVersion(SCRIPT_TEXT, 'text/javascript');
const OTHER_MODULE = otherVersion(MODULE_TEXT, 'module');
/** Said once for each tag. */
const OTHER_VERSION =
  /^console\.warn: <five9-[a-z0-9-]+> \S+ is not registered: the page has it already, in version \S+\.$/;
const CLICK2DIAL = '<script type="module" src="/cdn/click2dial.js"></script>';
const CLIENT = '<script type="module" src="/cdn/interaction-api.js"></script>';
const later =
  (code: string) =>
  (there: OtherPage): void => {
    there.document.body.append(there.document.createRange().createContextualFragment(`<script>${code}</script>`));
  };
const ours = (name: string, text: string, more: Partial<Row> = {}): void => {
  rows.push({name, page: text, uses: 'our own way', ...more});
};
const sdk = (name: string, text: string, more: Partial<Row> = {}): void => {
  rows.push({name, page: text, uses: 'the SDK', ...more});
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
ours('another version, then ours', page(OTHER_CLASSIC + CLASSIC, TAG), {says: OTHER_VERSION});
ours('ours, then another version', page(CLASSIC, TAG + OTHER_CLASSIC), {says: OTHER_VERSION});
ours('another version of the module, then ours', page(OTHER_MODULE + MODULE, TAG), {says: OTHER_VERSION});
ours('a module, and another version as a classic script', page(OTHER_CLASSIC + MODULE, TAG), {says: OTHER_VERSION});
sdk(
  'two versions, and an SDK between them',
  page(MAKER + CLASSIC + external(FORMS['Five9.CrmSdk = …']!), TAG + OTHER_CLASSIC),
  {says: OTHER_VERSION},
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

// Written anew, once it works.
const writeAnew =
  (text: string) =>
  (there: OtherPage): void => {
    const {document} = there;
    document.open();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- pages of that time do it
    document.write(text);
    document.close();
  };
ours('a page that is written anew', page(CLASSIC, TAG), {later: writeAnew(page('', TAG))});
ours('a page that is written anew, with our script again', page(CLASSIC, TAG), {later: writeAnew(page(CLASSIC, TAG))});
ours('a page that is written anew, with the module', page(MODULE, TAG), {later: writeAnew(page(MODULE, TAG))});
sdk('a page that is written anew, and has an SDK then', page(MAKER + CLASSIC, TAG), {
  later: writeAnew(page('', TAG + external(FORMS['Five9.CrmSdk = …']!))),
});

// What it does with the name.
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
    // The classic script is there before the frame is.
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
      later: async (there) => {
        await until(() => usesSdk(there));
        later('delete window.Five9')(there);
      },
      dropIn: false,
    },
  );
  sdk(`${file}, and an SDK that is evaluated`, page(MAKER + script, TAG), {
    later: (there) => void there.eval(FORMS['Five9.CrmSdk = …']!),
  });
  sdk(`${file}, and an SDK that is imported`, page(MAKER + script, TAG), {
    later: (there) => void there.eval('import("data:text/javascript,window.Five9 ??= {}; Five9.CrmSdk = makeSdk()")'),
  });
  ours(`${file}, and an SDK that would only come where there is none`, page(MAKER + script, TAG), {
    later: later('Five9.CrmSdk = Five9.CrmSdk || makeSdk()'),
  });

  // AMD.
  ours(`${file} beside an AMD loader`, page(AMD + script, TAG));
  ours(`${file} before an AMD loader`, page(script + AMD, TAG));
  ours(
    `${file} between an AMD loader and modules that are loading`,
    page(
      `${AMD}<script>require(['/test/pages/others/amd-module.js'], (one) => { if (one.name !== 'one') throw new Error('mixed up') })</script>${script}`,
      TAG,
    ),
  );
  sdk(`${file}, an AMD loader, and an SDK that AMD gives`, page(`${MAKER}${AMD}${script}`, TAG), {
    later: (there) => {
      there.eval(`require([${JSON.stringify(address(FORMS['the UMD head of a bundler']!))}], ({CrmSdk}) => {
        document.body.append(Object.assign(document.createElement('five9-provider'), {sdk: CrmSdk}));
      })`);
    },
    dropIn: true,
  });

  // Others' libraries.
  ours(
    `${file} beside a Lit of the page's own`,
    page(`<script type="module" src="/test/pages/strict/own-lit.js"></script>${script}`, TAG),
  );
  ours(
    `${file} where prototypes were extended`,
    page(`<script src="/test/pages/others/prototypes.js"></script>${script}`, TAG),
  );
  sdk(
    `${file} where prototypes were extended, with an SDK`,
    page(
      `<script src="/test/pages/others/prototypes.js"></script>${MAKER}${external(FORMS['Five9.CrmSdk = …']!)}${script}`,
      TAG,
    ),
  );
  ours(
    `${file} where prototypes are extended later`,
    page(script, `${TAG}<script src="/test/pages/others/prototypes.js"></script>`),
  );
  ours(
    `${file} below another base`,
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

describe('a page of somebody else', () => {
  let visits: Map<string, Visit>;
  before(async function () {
    this.timeout(300_000);
    visits = await visit(rows);
  });

  for (const {name, uses, says, dropIn: expected = uses === 'our own way'} of rows) {
    it(name, () => {
      const {failure, problems, told, dials, sdk: made, dropIn} = visits.get(name)!;
      if (failure) throw failure as Error;
      expect(
        problems.filter((problem) => !says?.test(problem)),
        'what it never asked for',
      ).to.deep.equal([]);
      expect(told, 'each event once').to.deep.equal(TOLD[uses]);
      expect(dials, 'one dial').to.equal(1);
      if (uses === 'the SDK') expect(made).to.deep.equal({intact: true, answer: 'answered'});
      expect(dropIn, 'ours at Five9.CrmSdk').to.equal(expected);
    });
  }
});

describe('the ready-made files, pinned by what cdn/integrity.json says,', () => {
  const load = async (hashOf: (file: string) => string): Promise<{ran: string[]; refused: string[]}> => {
    const tags = Object.keys(integrity).map((file) => {
      const type = file.endsWith('.iife.js') ? '' : 'type="module"';
      return `<script ${type} src="/cdn/${file}" integrity="${hashOf(file)}" crossorigin="anonymous"
        onload="ran.push('${file}')" onerror="refused.push('${file}')"></script>`;
    });
    const {contentWindow} = await addFrame(
      `/test/pages/made.html?${encodeURIComponent(page('<script>ran = []; refused = []</script>', tags.join('')))}`,
    );
    const there = contentWindow as unknown as {ran: string[]; refused: string[]};
    await until(() => there.ran.length + there.refused.length === tags.length, 'all are loaded or refused');
    return there;
  };

  it('run', async () => {
    const {refused} = await load((file) => integrity[file]!);
    expect(refused).to.deep.equal([]);
  });

  it('are refused where they are other files', async () => {
    const files = Object.keys(integrity);
    const {ran} = await load((file) => integrity[files[(files.indexOf(file) + 1) % files.length]!]!);
    expect(ran).to.deep.equal([]);
  });
});

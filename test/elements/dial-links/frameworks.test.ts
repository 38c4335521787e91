import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/dial-links/define.js';
import type {Five9DialLinks} from '../../../src/elements/dial-links/dial-links.js';
import {fc} from '../../support/check.js';
import {links, numbers, searched} from '../../support/dial-links.js';
import {atEnd} from '../../support/lifecycle.js';
import * as react from '../../support/react.bundle.js';
import {until} from '../../support/time.js';
import * as vue from '../../support/vue.bundle.js';

/** A row of a list that a framework renders. */
interface Row {
  id: number;
  name: string;
  /** The last digits of the phone number. */
  line: number;
  isBusy: boolean;
}

const rows: fc.Arbitrary<Row[]> = fc.uniqueArray(
  fc.record({
    id: fc.nat(6),
    name: fc.constantFrom('', 'Ann ', 'Bob, or +1 925 555 0198, '),
    line: fc.integer({min: 10, max: 99}),
    isBusy: fc.boolean(),
  }),
  {selector: ({id}) => id, maxLength: 5},
);

/** Renders rows in a container, as users of a framework do: several texts in one element, keys, and conditions. */
interface Renderer {
  render(rows: readonly Row[], container: Element): Promise<void>;
  unmount(): void;
}

function reactRenderer(container: Element): Renderer {
  const {createElement: h, createRoot, flushSync} = react;
  const root = createRoot(container);
  return {
    render: (list) => {
      flushSync(() => {
        root.render(
          h(
            'ul',
            null,
            list.map((row) => reactRow(row)),
          ),
        );
      });
      return Promise.resolve();
    },
    unmount: () => {
      flushSync(() => {
        root.unmount();
      });
    },
  };
}

function reactRow({id, name, line, isBusy}: Row): react.ReactElement {
  const {createElement: h} = react;
  return h('li', {key: id}, name, '(925) 555-01', line, isBusy ? h('b', null, ' busy') : ' free');
}

function vueRenderer(container: Element): Renderer {
  const {createApp, h, nextTick, reactive} = vue;
  const state = reactive<{rows: readonly Row[]}>({rows: []});
  const app = createApp({
    render: () =>
      h(
        'ul',
        state.rows.map(({id, name, line, isBusy}) =>
          h('li', {key: id}, [name, '(925) 555-01', String(line), isBusy ? h('b', ' busy') : ' free']),
        ),
      ),
  });
  app.mount(container);
  return {
    render: async (list) => {
      state.rows = list;
      await nextTick();
    },
    unmount: () => {
      app.unmount();
    },
  };
}

const show = (): Promise<Five9DialLinks> =>
  fixture<Five9DialLinks>(html`<five9-dial-links default-country="US"><div></div></five9-dial-links>`);

const textOf = ({name, line, isBusy}: Row): string => `${name}(925) 555-01${line}${isBusy ? ' busy' : ' free'}`;

const numbersIn = (list: readonly Row[]): string[] =>
  list.flatMap((row) => textOf(row).match(/\+1 925 555 0198|\(925\) 555-01\d\d/g) ?? []);

describe('<five9-dial-links> around the content of a framework', () => {
  before(() => import('../../../src/elements/dial-links/finder.js').then(({loadFinder}) => loadFinder()));

  for (const [name, createRenderer] of Object.entries({React: reactRenderer, Vue: vueRenderer})) {
    it(`changes nothing that ${name} renders, and follows each rendering`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(fc.array(rows, {minLength: 1, maxLength: 5}), async (renderings) => {
          const element = await show();
          const plain = document.createElement('div');
          const [ours, reference] = [createRenderer(element.firstElementChild!), createRenderer(plain)];
          for (const list of renderings) {
            await ours.render(list, element);
            await reference.render(list, plain);
            await searched(element);
            expect(element.firstElementChild!.innerHTML).to.equal(plain.innerHTML);
            expect(numbers(element)).to.deep.equal(numbersIn(list));
          }
          ours.unmount();
          expect(element.firstElementChild!.textContent).to.equal('');
          reference.unmount();
          element.remove();
        }),
        {numRuns: 20},
      );
    });
  }

  it('causes no hydration mismatch in React', async () => {
    const {createElement: h, hydrateRoot, renderToString} = react;
    const row: Row = {id: 1, name: 'Ann ', line: 11, isBusy: true};
    const app = (): react.ReactElement =>
      h(
        'five9-dial-links',
        {'default-country': 'US'},
        h('ul', null, reactRow(row), reactRow({...row, id: 2, line: 12})),
      );
    const container = document.createElement('div');
    container.innerHTML = renderToString(app());
    document.body.append(container);
    atEnd(() => container.remove());
    const element = container.querySelector('five9-dial-links')!;
    await searched(element);
    expect(numbers(element)).to.deep.equal(['(925) 555-0111', '(925) 555-0112']);
    const errors: unknown[] = [];
    const root = hydrateRoot(container, app(), {onRecoverableError: (error) => errors.push(error)});
    const item = element.querySelector('li')!;
    await until(() => Object.keys(item).some((key) => key.startsWith('__reactFiber')), 'React has hydrated');
    expect(errors).to.deep.equal([]);
    expect(element.querySelector('li'), 'React keeps the nodes').to.equal(item);
    expect(links(element)).to.have.lengthOf(2);
    react.flushSync(() => {
      root.unmount();
    });
  });

  it('causes no hydration mismatch in Vue', async () => {
    const {createSSRApp, h, renderToString} = vue;
    const createApp = (): vue.App =>
      createSSRApp({
        render: () =>
          h('five9-dial-links', {'default-country': 'US'}, [h('p', ['(925) 555-01', '11', h('i', ' now')])]),
      });
    const container = document.createElement('div');
    container.innerHTML = await renderToString(createApp());
    document.body.append(container);
    atEnd(() => container.remove());
    const element = container.querySelector('five9-dial-links')!;
    await searched(element);
    expect(numbers(element)).to.deep.equal(['(925) 555-0111']);
    const paragraph = element.querySelector('p')!;
    const warnings: string[] = [];
    const app = createApp();
    app.config.warnHandler = (message) => void warnings.push(message);
    app.mount(container);
    expect(warnings).to.deep.equal([]);
    expect(element.querySelector('p'), 'Vue keeps the nodes').to.equal(paragraph);
    app.unmount();
  });
});

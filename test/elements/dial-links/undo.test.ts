import {expect, fixture, html} from '@open-wc/testing';
import fc from 'fast-check';
import '../../../src/elements/dial-links/define.js';
import {until, turn} from '../../support/time.js';

/** What may stand in the content. */
type Tree = string | Tree[];

const text = fc.constantFrom(
  '',
  'Ann ',
  '925-555-0100',
  'call 925-555-0101 now',
  '+1 925 555 0102, +44 20 7946 0018',
  ' x ',
);
const {tree} = fc.letrec<{tree: Tree; node: Tree}>((tie) => ({
  tree: fc.array(tie('node'), {maxLength: 4}),
  node: fc.oneof({depthSize: 'small', withCrossShrink: true}, text, tie('tree')),
}));

/** What the page does to nodes of its own, which it names by their numbers. */
const deed = fc.record({
  what: fc.constantFrom('remove', 'write', 'move', 'after', 'before', 'clear', 'normalize', 'look', 'wait'),
  node: fc.nat(30),
  other: fc.nat(30),
  text,
});
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

/** One of two contents to which the same happens. */
class Content {
  readonly root = document.createElement('div');
  readonly nodes: (Element | Text)[] = [];

  constructor(trees: Tree[]) {
    this.root.append(...trees.map((one) => this.make(one)));
  }

  make(one: Tree): Element | Text {
    const node = typeof one === 'string' ? document.createTextNode(one) : document.createElement('span');
    this.nodes.push(node);
    if (typeof one !== 'string') (node as Element).append(...one.map((child) => this.make(child)));
    return node;
  }

  does({what, node: index, other: otherIndex, text: said}: Deed): void {
    const node = this.nodes[index % this.nodes.length]!;
    const other = this.nodes[otherIndex % this.nodes.length]!;
    if (what === 'remove') node.remove();
    else if (what === 'write' && node instanceof Text) node.data = said;
    else if (what === 'clear' && node instanceof Element) node.replaceChildren();
    else if (what === 'normalize') this.normalize();
    else if (what === 'move' && node instanceof Element && !other.contains(node)) node.append(other);
    else if (what === 'after' && this.root.contains(node)) node.after(this.make(said));
    else if (what === 'before' && this.root.contains(node)) node.before(this.make(said));
  }

  /** Texts that are in others now. What these say is nobody's concern. */
  readonly swallowed = new Set<Node>();

  lost({node, other}: Deed): boolean {
    return [node, other].some((index) => this.swallowed.has(this.nodes[index % this.nodes.length]!));
  }

  normalize(): void {
    const before = this.nodes.filter((node) => this.root.contains(node));
    this.root.normalize();
    for (const node of before) if (!this.root.contains(node)) this.swallowed.add(node);
  }

  /** The content as text and as nodes, by their numbers. */
  read(node: Node = this.root): unknown {
    const index = this.nodes.indexOf(node as Element);
    return node instanceof Text
      ? [index, node.data]
      : [index, ...[...node.childNodes].map((child) => this.read(child))];
  }
}

/** What failed once. */
const FOUND: [Tree[], Deed[]][] = [
  // A text goes, then all that stands around it: of the texts in there one was forgotten.
  [
    [['925-555-0100', [['call 925-555-0101 now']]]],
    [
      {what: 'remove', node: 0, other: 0, text: ''},
      {what: 'remove', node: 1, other: 0, text: ''},
      {what: 'look', node: 0, other: 0, text: ''},
      {what: 'clear', node: 18, other: 0, text: ''},
    ],
  ],
];

describe('<five9-dial-links>, undone,', () => {
  it('leaves what the page made of its content, and the page’s own nodes, whatever it did meanwhile', async function () {
    this.timeout(60_000);
    const element = await fixture<HTMLElementTagNameMap['five9-dial-links']>(
      html`<five9-dial-links default-country="US"><i>925-555-0100</i></five9-dial-links>`,
    );
    await until(() => element.querySelector('a'), 'it is at work').catch(() => until(() => element.querySelector('a')));
    let linked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(tree, {minLength: 1, maxLength: 4}),
        fc.array(deed, {maxLength: 12}),
        async (trees, deeds) => {
          const [ours, reference] = [new Content(trees), new Content(trees)];
          element.replaceChildren(ours.root);
          for (const one of [{...deeds[0]!, what: 'look' as const}, ...deeds]) {
            if (one.what === 'look') {
              await turn();
              await turn();
              linked += ours.root.querySelectorAll('a').length;
              expect(ours.root.textContent).to.equal(reference.root.textContent);
            } else if (reference.lost(one)) {
              continue;
            } else if (one.what === 'wait') {
              await Promise.resolve();
            } else {
              // A text that is taken away and what normalize() takes away look alike, unless there is a moment between.
              if (one.what === 'normalize') await turn();
              ours.does(one);
              reference.does(one);
              if (one.what === 'normalize') await turn();
            }
          }
          element.disabled = true;
          await element.updateComplete;
          await turn();
          expect(ours.read()).to.deep.equal(reference.read());
          expect(ours.root.innerHTML).to.equal(reference.root.innerHTML);
          for (const [index, node] of ours.nodes.entries()) {
            if (node instanceof Text && !reference.swallowed.has(reference.nodes[index]!))
              expect(node.data, 'also of what is out of the page').to.equal((reference.nodes[index] as Text).data);
          }
          element.disabled = false;
          await element.updateComplete;
        },
      ),
      {numRuns: 100, includeErrorInReport: true, examples: FOUND},
    );
    expect(linked, 'links were made').to.be.greaterThan(100);
  });
});

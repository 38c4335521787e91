import {expect} from '@open-wc/testing';
import {openRealm} from '../support/scope.js';
import {describeElement, everyElement} from './element.js';

const all = await everyElement();

for (const element of all) describeElement(element, all);

describe('the package', () => {
  it('lists its elements', () => {
    expect(all.map(({tag}) => tag)).to.include.members(['five9-provider', 'five9-click2dial', 'five9-simulator']);
    for (const {tag} of all) expect(tag).to.match(/^five9-[a-z0-9-]+$/);
  });

  it('registers nothing when the classes are imported', async () => {
    const realm = await openRealm();
    await realm.load('/src/index.ts');
    expect(all.filter(({tag}) => realm.window.customElements.get(tag))).to.deep.equal([]);
  });

  it('registers every element but the simulator when all are imported', async () => {
    const realm = await openRealm();
    await realm.load('/src/all.ts');
    const missing = all.map(({tag}) => tag).filter((tag) => !realm.window.customElements.get(tag));
    expect(missing).to.deep.equal(['five9-simulator']);
  });
});

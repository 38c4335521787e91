/** Tests that the event log of the demo knows every event of the package. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {it} from 'node:test';
import {ELEMENT_EVENTS, SDK_EVENTS} from '../../demo/page/event-words.js';

it('the event log of the demo names every event of an element', async () => {
  /** @type {{modules: {declarations?: {events?: {name: string}[]}[]}[]}} */
  const {modules} = JSON.parse(await readFile(new URL('../../custom-elements.json', import.meta.url), 'utf8'));
  const declared = modules.flatMap(({declarations = []}) => declarations.flatMap(({events = []}) => events));
  const names = declared.map(({name}) => name).filter((name) => name.startsWith('five9-'));
  assert.ok(names.length > 50, 'The manifest has events.');
  const known = [...SDK_EVENTS, ...ELEMENT_EVENTS];
  assert.deepEqual(
    [...new Set(names)].filter((name) => !known.includes(name)),
    [],
  );
});

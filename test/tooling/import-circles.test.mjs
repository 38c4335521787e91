import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {describe, it} from 'node:test';
import ts from 'typescript';

const SOURCES = new URL('../../src/', import.meta.url);

/** @typedef {Map<string, string[]>} ImportGraph The modules that each module imports. */

describe('the modules of src/', () => {
  it('never import each other in a circle, not even for a type or on demand', () => {
    assert.deepEqual(circlesOf(importGraph(SOURCES)), []);
  });
});

describe('the search for circles', () => {
  it('finds every kind of import', () => {
    const code = `
      import './a.js';
      import {b} from '../b.js';
      import type {C} from './c.js';
      export * from './d.js';
      let e: import('./e.js').E;
      const f = import('./f.js');
      import {lit} from 'lit';
      // import './g.js';`;
    const names = ['x/a', 'b', 'x/c', 'x/d', 'x/e', 'x/f'];
    assert.deepEqual(
      importsOf('x/y.ts', code),
      names.map((name) => `${name}.ts`),
    );
  });

  it('finds the modules of a circle, and nothing else', () => {
    const graph = new Map([
      ['entry', ['a', 'leaf']],
      ['a', ['b']],
      ['b', ['c', 'leaf']],
      ['c', ['a']],
      ['leaf', []],
    ]);
    assert.deepEqual(circlesOf(graph), [['a', 'b', 'c']]);
  });
});

/**
 * @param {URL} folder
 * @returns {ImportGraph}
 */
function importGraph(folder) {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((name) => name.replaceAll('\\', '/'));
  const modules = names.filter((name) => name.endsWith('.ts'));
  return new Map(modules.map((name) => [name, importsOf(name, readFileSync(new URL(name, folder), 'utf8'))]));
}

/**
 * Returns the modules of the project that a module imports, statically, as a type, or on demand.
 *
 * @param {string} name
 * @param {string} code
 * @returns {string[]}
 */
function importsOf(name, code) {
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({fileName}) => fileName)
    .filter((path) => path.startsWith('.'))
    .map((path) => posix.join(posix.dirname(name), path.replace(/\.js$/, '.ts')));
}

/**
 * Returns each set of modules that can all be reached from one another.
 *
 * @param {ImportGraph} graph
 * @returns {string[][]}
 */
function circlesOf(graph) {
  const reached = new Map([...graph.keys()].map((name) => [name, reachableFrom(name, graph)]));
  const circles = new Map();
  for (const [name, modules] of reached) {
    if (!modules.has(name)) continue;
    const circle = [...modules].filter((module) => reached.get(module)?.has(name)).sort();
    circles.set(circle.join(), circle);
  }
  return [...circles.values()];
}

/**
 * @param {string} start
 * @param {ImportGraph} graph
 * @returns {Set<string>}
 */
function reachableFrom(start, graph) {
  /** @type {Set<string>} */
  const reached = new Set();
  const pending = [...(graph.get(start) ?? [])];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    pending.push(...(graph.get(name) ?? []));
  }
  return reached;
}

import type {CrmApi} from '../../sdk/crm-api/crm-api.js';
import {pageSdk, sdkFactoryOf} from '../../transport/sdk-presence.js';
import {reachableWindows} from '../../transport/frames.js';
import {ownWindow} from '../../transport/own-window.js';

/** Key of the property of a document that has an active `five9-crm`. It is the same in all copies of the bundle. */
const ACTIVE = Symbol.for('five9-elements/crm@1');

interface CrmDocument extends Document {
  [ACTIVE]?: boolean;
}

/** The elements that answer each API, the active one first. */
const answering = new WeakMap<CrmApi, object[]>();

/** Adds an element that answers an API. Returns whether the element is the only one, so it is active. */
export function enter(api: CrmApi, element: object): boolean {
  const elements = answering.get(api) ?? [];
  if (!elements.includes(element)) answering.set(api, [...elements, element]);
  const isActive = (answering.get(api) ?? [])[0] === element;
  if (isActive) (document as CrmDocument)[ACTIVE] = true;
  return isActive;
}

/** Removes an element. Returns the element that is active from now on. */
export function leave(api: CrmApi, element: object): object | undefined {
  const left = (answering.get(api) ?? []).filter((other) => other !== element);
  answering.set(api, left);
  if (!left.length) delete (document as CrmDocument)[ACTIVE];
  return left[0];
}

/**
 * Returns why another client may answer the same questions of the adapter; empty if none was found. A page of another
 * origin cannot be seen.
 */
export function otherClient(): string {
  const sdk = pageSdk();
  const {crmApi} = Object(sdk) as {crmApi?: unknown};
  if (sdkFactoryOf(sdk) && typeof crmApi === 'function') {
    return 'This page has an official Five9 SDK with crmApi. If code of the page registers functions there, both answer: a log is saved twice.';
  }
  const frames = reachableWindows(ownWindow).filter((other) => other !== window && isActiveIn(other));
  return frames.length ? 'Another frame of this tab has an active five9-crm. Both answer: a log is saved twice.' : '';
}

function isActiveIn(other: Window): boolean {
  try {
    return (other.document as CrmDocument)[ACTIVE] === true;
  } catch {
    // A page of another origin cannot be read.
    return false;
  }
}

import {reportUnusual} from '../../sdk/base/console.js';
import {reachableWindows} from '../../transport/frames.js';
import {ownWindow} from '../../transport/own-window.js';
import {pageSdk, sdkFactoryOf} from '../../transport/sdk-presence.js';

/** Key of the property of a document that has a `five9-crm`. It is the same in all copies of the bundle. */
const ANSWERS = Symbol.for('five9-elements/crm@1');

interface CrmDocument extends Document {
  [ANSWERS]?: boolean;
}

/**
 * Reports on the console if another client may answer the same questions of the adapter: an official SDK of this page,
 * or a `five9-crm` in another frame. A page of another origin cannot be seen.
 */
export function reportOtherClient(): void {
  (document as CrmDocument)[ANSWERS] = true;
  const sdk = pageSdk();
  const {crmApi} = Object(sdk) as {crmApi?: unknown};
  if (sdkFactoryOf(sdk) && typeof crmApi === 'function') {
    reportUnusual(
      'This page has an official Five9 SDK with crmApi. If code of the page registers functions there, it answers too, so a log is saved twice.',
    );
  }
  if (reachableWindows(ownWindow).some((other) => other !== window && answersIn(other))) {
    reportUnusual('Another frame of this tab has a five9-crm. Both answer the adapter, so a log is saved twice.');
  }
}

function answersIn(other: Window): boolean {
  try {
    return (other.document as CrmDocument)[ANSWERS] === true;
  } catch {
    // A page of another origin cannot be read.
    return false;
  }
}

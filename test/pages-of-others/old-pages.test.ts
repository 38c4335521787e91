/** Tests the built files in pages whose scripts replace or extend built-in objects. Build first: `npm run build`. */
import {expect} from '@open-wc/testing';
import type {Five9CallVariables} from '../../src/elements/call-variables/define.js';
import type {Five9Click2dial} from '../../src/elements/click2dial/define.js';
import type {Five9Disposition} from '../../src/elements/disposition/define.js';
import type {Five9DtmfPad} from '../../src/elements/dtmf-pad/define.js';
import type {Five9InteractionPanel} from '../../src/elements/interaction-panel/define.js';
import {CLASSIC, MODULE, openPage, page, type OtherPage} from '../support/other-page.js';
import {until} from '../support/time.js';

const ELEMENTS = `<five9-adapter simulator></five9-adapter>
  <five9-click2dial number="(925) 000-0111"></five9-click2dial>
  <five9-interaction-panel></five9-interaction-panel>
  <five9-interactions></five9-interactions><five9-console></five9-console><five9-agent-status></five9-agent-status>
  <five9-object-visited record-id="1"></five9-object-visited>`;
const script = (file: string): string => `<script src="/test/pages/others/${file}"></script>`;

/** Dials, types digits and sets a disposition in a page with the simulator. */
async function useThePhone({document, problems}: OtherPage): Promise<void> {
  const tag = document.querySelector('five9-click2dial') as Five9Click2dial;
  const panel = document.querySelector('five9-interaction-panel') as Five9InteractionPanel;
  const inPanel = (name: string): Element => panel.shadowRoot!.querySelector(name)!;
  await until(
    () => tag.service?.connected,
    () => `connected; ${problems.join()}`,
  );
  tag.shadowRoot!.querySelector('button')!.click();
  await until(
    () => tag.call?.state === 'accepted',
    () => `the call is accepted; ${problems.join()}`,
  );
  const simulator = (): ShadowRoot =>
    document.querySelector('five9-adapter')!.shadowRoot!.querySelector('five9-simulator')!.shadowRoot!;
  await until(() => simulator().textContent.includes('talking'), 'the customer answers');
  const variables = inPanel('five9-call-variables') as Five9CallVariables;
  await until(() => variables.values['Call.ANI'], 'the variables are shown');
  const keypad = inPanel('five9-dtmf-pad') as Five9DtmfPad;
  expect(await keypad.send('12')).to.equal(true);
  await keypad.updateComplete;
  expect(keypad.shadowRoot!.querySelector('output')!.textContent.replace(/\s/g, '')).to.equal('12');
  [...simulator().querySelectorAll('button')].find(({textContent}) => textContent.trim() === 'hang up')!.click();
  await until(() => tag.call?.state === 'ended', 'the call has ended');
  const disposition = inPanel('five9-disposition') as Five9Disposition;
  await until(() => disposition.dispositions.length, 'the dispositions are shown');
  disposition.value = disposition.dispositions[0]!.id;
  const isSet = await disposition.set();
  expect(isSet, disposition.shadowRoot!.textContent).to.equal(true);
  expect(problems).to.deep.equal([]);
}

describe('the elements and the simulator', function () {
  this.timeout(90_000);

  for (const file of ['old-framework.js', 'old-shims.js', 'prototypes.js']) {
    it(`work in a page that has loaded ${file} before them`, async () => {
      await useThePhone(await openPage(page(script(file) + CLASSIC, ELEMENTS)));
    });

    it(`work in a page that loads ${file} after them`, async () => {
      await useThePhone(await openPage(page(CLASSIC, ELEMENTS + script(file))));
    });
  }

  it('work as a module in a page that has loaded an old framework before them', async () => {
    await useThePhone(await openPage(page(script('old-framework.js') + MODULE, ELEMENTS)));
  });
});

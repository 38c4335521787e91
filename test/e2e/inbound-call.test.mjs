import assert from 'node:assert/strict';
import {it} from 'node:test';
import {useCrm} from './crm.mjs';
import {describeDemo} from './harness.mjs';

describeDemo('an inbound call', (demo) => {
  it("opens the caller's record, is answered, and is ended by the customer", async () => {
    const page = await demo.open();
    const user = await useCrm(page);

    const number = await user.find('Number', 'input[name=number]');
    await number.click({count: 3});
    await page.keyboard.type('9255550161');
    await user.press('Customer calls');

    await user.sees('.call', 'Incoming call');
    await user.sees('.call', 'Jonas Berg, Fabrikam');
    await user.sees('h1', 'Jonas Berg');
    await user.sees('a[aria-current]', 'Jonas Berg');
    await demo.screenshot(page, 'inbound-offered');

    await user.press('Answer');
    await user.sees('.call', 'On call');
    await user.press('5', '[part=key]');
    await user.sees('[part=output]', '5');
    await user.press('Customer hangs up');
    await user.sees('.call', 'Call ended');

    await user.choose('Disposition', 'Not interested');
    await user.press('Set disposition');
    await user.seesEvents('call-started', 'call-accepted', 'dtmf', 'call-ended', 'call-finished');
    await user.sees('.activity li', 'Call · Not interested');
  });

  it('disappears after it was rejected', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Customer calls');
    await user.sees('.call', 'Incoming call');
    await user.press('Reject');
    await user.seesEvents('call-started', 'call-rejected');
    await user.until(() => !document.querySelector('.call'));
    await user.sees('five9-interaction-panel', 'Rejected');
    await user.sees('.activity li', 'Call · Rejected');
  });

  it('keeps the note that an agent writes while it opens the record of the caller', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Note', 'textarea');
    await page.keyboard.type('Wants two ');
    await page.evaluate(() => {
      document.querySelector('five9-simulator')?.contactCenter.offerCall({ani: '9255550161'});
    });
    await user.sees('h1', 'Jonas Berg');
    await user.press('Alice Abernathy', 'nav a');
    await user.sees('h1', 'Alice Abernathy');
    const note = await user.find('Note', 'textarea');
    assert.equal(await note.evaluate((it) => /** @type {HTMLTextAreaElement} */ (it).value), 'Wants two ');
  });

  it('is shown with the text “Unknown number” if the CRM does not know the number', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await page.evaluate(() => {
      document.querySelector('five9-simulator')?.contactCenter.offerCall({ani: '2025550100'});
    });
    await user.sees('.call', 'Unknown number');
    await user.sees('.call', '2025550100');
    await user.sees('h1', 'Alice Abernathy');
  });
});

import assert from 'node:assert/strict';
import {it} from 'node:test';
import {usePage} from './crm.mjs';
import {describeDemo} from './harness.mjs';

describeDemo('a CRM without a script of its own', (demo) => {
  it('finds the caller, shows the record, and shows the log after the disposition', async () => {
    const page = await demo.open('demo/no-script.html');
    const user = usePage(page);
    const element = await page.waitForSelector('iframe[name=record]');
    const frame = await element?.contentFrame();
    assert.ok(frame, 'The page has a frame for records.');
    const record = usePage(page, frame);
    await record.sees('h1', 'Contacts');

    const number = await user.find('Number', 'input[name=number]');
    await number.click({count: 3});
    await page.keyboard.type('9255550161');
    await user.press('Customer calls');
    await record.sees('h1', 'Jonas Berg');
    await user.sees('[part=status]', '1 record found');

    await user.press('Answer');
    await user.press('Customer hangs up');
    // Choose in the panel, because the simulator has a list with the same name.
    await user.choose('Disposition', 'Not interested', 'select[part=field]');
    await user.press('Set disposition');
    await user.sees('[part=status]', 'Log saved');
    await record.sees('li', 'Call · Not interested');
    await demo.screenshot(page, `no-script-${demo.engine}`);

    await record.press('Today', 'a');
    await record.sees('li', 'Call · Not interested');
  });
});

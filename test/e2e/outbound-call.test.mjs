import assert from 'node:assert/strict';
import {it} from 'node:test';
import {useCrm} from './crm.mjs';
import {describeDemo} from './harness.mjs';

describeDemo('an outbound call', (demo) => {
  it('is dialled, and gets digits and a disposition, with the mouse', async () => {
    const page = await demo.open();
    const user = await useCrm(page);

    await user.press('Call (925) 000-0111');
    await user.sees('.call', 'Outgoing call');
    await user.sees('.call', 'Alice Abernathy, Umbrella');
    await user.sees('five9-click2dial', 'On call');
    await user.seesEvents('before-dial', 'dial', 'call-started', 'call-accepted');

    // Wait until the simulated customer answers.
    await user.sees('[part=state]', 'Talking');
    for (const digit of ['1', '2', '#']) await user.press(digit, '[part=key]');
    await user.sees('[part=output]', '12#');
    await user.sees('five9-simulator', 'Digits: 12#');
    await demo.screenshot(page, 'outbound-talking');

    await user.press('Hang up');
    await user.sees('.call', 'Call ended');
    await user.sees('five9-click2dial', 'Call ended');
    await demo.screenshot(page, 'outbound-ended');

    await user.choose('Disposition', 'Quote sent');
    await user.press('Set disposition');
    await user.seesEvents('call-ended', 'before-disposition', 'call-finished', 'disposition-set');
    await user.sees('.activity li', 'Call · Quote sent');
    await user.sees('.activity li', 'Lasted');
    assert.equal(await page.$('.call'), null);
    await user.seesNo('five9-click2dial', 'Call ended');
    await demo.screenshot(page, 'outbound-finished');
  });

  it('can be handled with the keyboard alone', async () => {
    const page = await demo.open();
    const user = await useCrm(page);

    await user.tabTo(/^Skip to the account/);
    await user.keys('Enter');
    await user.tabTo(/^Call .*\(925\) 000-0111/);
    await user.keys('Enter');
    await user.sees('[part=state]', 'Talking');

    await user.tabTo(/^1$/);
    await page.keyboard.type('9*');
    await user.keys('ArrowDown', 'ArrowRight', 'Enter');
    await user.sees('five9-simulator', 'Digits: 9*5');
    assert.equal(await user.focused(), '5');

    await user.tabTo(/^hang up/i);
    await user.keys('Enter');
    await user.sees('.call', 'Call ended');
    assert.notEqual(await user.focused(), 'nothing');

    // Go back to the list of dispositions in the CRM, because the simulated Five9 also has such a list.
    await user.tabTo(/^Disposition Choose/, {back: true});
    await page.keyboard.type('Sale');
    await user.tabTo(/^Set disposition/);
    await user.keys('Enter');
    await user.seesEvents('call-started', 'call-accepted', 'dtmf', 'call-ended', 'call-finished');
    await user.sees('.activity li', 'Call · Sale made');
    assert.notEqual(await user.focused(), 'nothing');
  });

  it('belongs to the record that it was dialled from', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Alice about C-2041');
    await user.sees('.call', 'Outgoing call');
    await user.press('Hang up');
    await user.choose('Disposition', 'Sale made');
    await user.press('Set disposition');
    await user.sees('.activity li', 'about Broken microwave');
  });

  it('can be dialled from a number in a text', async () => {
    const user = await useCrm(await demo.open());
    await user.press('(925) 555-0112', 'a');
    await user.sees('.call', '9255550112');
    await user.press('Hang up');
    await user.choose('Disposition', 'Sale made');
    await user.press('Set disposition');
    await user.sees('.activity li', 'Lasted');
  });

  it('gets a disposition with a timer', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Call (925) 000-0111');
    await user.sees('.call', 'Outgoing call');
    await user.press('Hang up');
    await user.choose('Disposition', 'Call back later');
    const timer = await user.find('', 'input[part=timer]');
    await timer.click({count: 3});
    await page.keyboard.type('900');
    await demo.screenshot(page, 'disposition-timer');
    await user.press('Set disposition');
    await user.seesEvents('call-ended', 'before-disposition', 'call-finished', 'disposition-set');
    const disposition = await page.evaluate(
      () => document.querySelector('five9-simulator')?.contactCenter.state().interactions.at(-1)?.disposition,
    );
    assert.deepEqual(disposition, {id: '3560', name: 'Call back later', timeout: '900'});
  });
});

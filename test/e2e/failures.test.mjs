import assert from 'node:assert/strict';
import {it} from 'node:test';
import {useCrm, usePage} from './crm.mjs';
import {describeDemo} from './harness.mjs';

describeDemo('an error', (demo) => {
  it('is shown next to a text that is not a number', async () => {
    const page = await demo.open('#contact-133');
    const user = await useCrm(page);
    await user.press('Call ask at reception');
    await user.sees('[role=alert]', '“ask at reception” is not a number that can be dialled.');
    await user.seesEvents('before-dial', 'error');
    await demo.screenshot(page, 'failure-no-number');
  });

  it('is shown next to a number that must not be called', async () => {
    const page = await demo.open('#contact-127');
    const user = await useCrm(page);
    await user.press('Call (925) 555-0199');
    await user.sees('[role=alert]', 'do-not-call list');
    await user.seesEvents('before-dial', 'dial', 'error');
    await user.sees('five9-simulator', 'was not dialled');
    assert.equal(await page.$('.call'), null);
    // Check that the agent can call another number after the error.
    await user.press('Alice Abernathy', 'nav a');
    await user.press('Call (925) 000-0111');
    await user.sees('.call', 'Outgoing call');
  });

  it('is shown without an adapter, and the number is not dialled later', async () => {
    const page = await demo.open('?adapter=none');
    const user = usePage(page);
    await user.press('Call (925) 000-0111');
    await user.sees('[role=alert]', 'Five9 is not connected.');
    await user.seesEvents('before-dial', 'error');
    await demo.screenshot(page, 'failure-no-adapter');
    // Connect a simulator now, and check that it does not receive the failed dial.
    await page.evaluate(() => {
      document.querySelector('.phone')?.append(document.createElement('five9-simulator'));
    });
    await user.sees('.connection', 'Connected');
    await user.press('Call (925) 555-0112');
    await user.sees('.call', '9255550112');
    const numbers = await page.evaluate(() =>
      document
        .querySelector('five9-simulator')
        ?.contactCenter.state()
        .interactions.map(({number}) => number),
    );
    assert.deepEqual(numbers, ['9255550112']);
  });

  it('is shown when a call never starts', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await page.evaluate(() => {
      const provider = document.createElement('five9-provider');
      provider.requestTimeout = 500;
      document.body.append(provider);
      // Remove the default campaign. The dial now waits until the agent chooses a campaign, and the agent never does
      // this.
      document.querySelector('five9-simulator')?.contactCenter.configure({defaultCampaignId: null});
    });
    await user.press('Call (925) 000-0111');
    await user.sees('five9-simulator', 'in which campaign?');
    await user.sees('[role=alert]', 'Five9 did not answer in time.');
    await user.seesEvents('before-dial', 'dial', 'error');
  });

  it('is shown when the adapter refuses digits', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Call (925) 000-0111');
    await user.sees('[part=state]', 'Ringing');
    await user.press('5', '[part=key]');
    await user.sees('five9-dtmf-pad [role=alert], [part=error]', 'Digits can be sent');
    await user.seesEvents('call-accepted', 'before-dtmf', 'error');
  });

  it('is shown when the connection is lost during a call, and disappears when the connection returns', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Call (925) 000-0111');
    await user.sees('.call', 'Outgoing call');
    await page.evaluate(() => {
      document.querySelector('five9-simulator')?.contactCenter.inject({fault: 'drop-link'});
    });
    await user.sees('.connection', 'Connection lost');
    await user.sees('five9-dtmf-pad', 'The connection to Five9 was lost.');
    await page.evaluate(() => {
      document.querySelector('five9-simulator')?.contactCenter.inject({fault: 'restore-link'});
    });
    await user.sees('.connection', 'Connected');
    await user.sees('five9-click2dial', 'On call');
    // Check that the page still shows one call, although the adapter has reported the call again.
    assert.equal((await page.$$('.call')).length, 1);
  });
});

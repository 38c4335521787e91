import {it} from 'node:test';
import {isAccessible} from './axe.mjs';
import {useCrm, usePage} from './crm.mjs';
import {describeDemo} from './harness.mjs';

describeDemo('the page of the CRM', (demo) => {
  for (const width of [380, 1280]) {
    it(`is accessible during a whole call, at ${width} pixels`, async () => {
      const page = await demo.open();
      await page.setViewport({width, height: 900});
      const user = await useCrm(page);
      await isAccessible(page);
      await user.press('Call (925) 000-0111');
      await user.sees('[part=state]', 'Talking');
      await user.press('1', '[part=key]');
      await user.sees('[part=output]', '1');
      await user.press('five9-call-started', 'summary');
      await isAccessible(page);
      await user.press('hang up');
      await user.sees('.call', 'Call ended');
      await isAccessible(page);
      await user.choose('Disposition', 'Call back later');
      await isAccessible(page);
      await user.press('Set disposition');
      await user.seesEvents('call-finished');
      await isAccessible(page);
    });
  }

  it('is accessible while a customer calls', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Customer calls');
    await user.sees('.call', 'Incoming call');
    await isAccessible(page);
  });

  it('is accessible while an error is shown', async () => {
    const page = await demo.open('#contact-127');
    const user = await useCrm(page);
    await user.press('Call (925) 555-0199');
    await user.sees('[role=alert]', 'do-not-call list');
    await isAccessible(page);
  });

  it('is accessible without an adapter', async () => {
    const page = await demo.open('?adapter=none');
    const user = usePage(page);
    await user.press('Call (925) 000-0111');
    await user.sees('[role=alert]', 'Five9 is not connected.');
    await isAccessible(page);
  });

  it('is accessible with the adapter in a frame, in right-to-left direction', async () => {
    const page = await demo.open('?adapter=frame');
    const user = await useCrm(page);
    await user.press('RTL');
    await isAccessible(page);
  });
});

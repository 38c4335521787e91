import {expect, fixture, html} from '@open-wc/testing';
import {type} from '../../commands.js';
import {looksGood} from '../../support/looks.js';
import {until} from '../../support/time.js';
import {
  LONG,
  show,
  inCall,
  afterCall,
  input,
  button,
  choose,
  type DispositionStage,
  type Template,
} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('accessibility', () => {
    it('in a right-to-left page, in dark mode, and in forced colours', async () => {
      const setup = await afterCall(html`<five9-disposition wrap-up-seconds="60" confirm></five9-disposition>`);
      await choose(setup, '3560');
      button(setup).click();
      await setup.settled();
      await looksGood(setup.element);
    });

    it('without a service', async () => {
      await expect(await fixture(html`<five9-disposition></five9-disposition>`)).to.be.accessible();
    });

    const states: [string, (setup: DispositionStage) => unknown, (Template | undefined)?, unknown?][] = [
      ['in a call', () => undefined],
      [
        'after a call',
        (setup) => setup.happens('callEnded'),
        html`<five9-disposition wrap-up-seconds="60"></five9-disposition>`,
      ],
      ['with a timer', (setup) => choose(setup, '3560'), html`<five9-disposition timer-unit="s"></five9-disposition>`],
      ['with an error', (setup) => setup.element.set()],
      ['disabled', ({element}) => (element.disabled = true)],
      ['finished', (setup) => setup.happens('callFinished', {}, {dispositionName: 'Busy'})],
      [
        'asking',
        async (setup) => {
          await choose(setup, '3551');
          button(setup).click();
        },
        html`<five9-disposition confirm></five9-disposition>`,
      ],
      ['with a long list', () => undefined, undefined, LONG],
      [
        'with a long list, open',
        async (setup) => {
          input(setup).focus();
          await type('sale 1');
        },
        undefined,
        LONG,
      ],
      [
        'with nothing found',
        async (setup) => {
          input(setup).focus();
          await type('zzz');
        },
        undefined,
        LONG,
      ],
    ];
    for (const [name, arrange, template, list] of states) {
      it(name, async () => {
        const setup = await inCall(template, list);
        if (list === LONG) await until(() => input(setup), 'the search is loaded');
        await arrange(setup);
        await setup.settled();
        await expect(setup.element).to.be.accessible();
      });
    }

    it('when the list fails to load', async () => {
      const setup = await show();
      await setup.adapter.reply('getDispositions', {error: 'No.'});
      await setup.happens('callStarted');
      await until(() => setup.errors.length);
      await setup.settled();
      await expect(setup.element).to.be.accessible();
    });

    it('fits into 240 px', async () => {
      const setup = await afterCall(html`<five9-disposition style="inline-size: 240px"></five9-disposition>`);
      await choose(setup, '3560');
      expect(setup.element.scrollWidth).to.be.at.most(240);
    });
  });
});

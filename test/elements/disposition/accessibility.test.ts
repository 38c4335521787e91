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
      const at = await afterCall(html`<five9-disposition wrap-up-seconds="60" confirm></five9-disposition>`);
      await choose(at, '3560');
      button(at).click();
      await at.settled();
      await looksGood(at.element);
    });

    it('without a service', async () => {
      await expect(await fixture(html`<five9-disposition></five9-disposition>`)).to.be.accessible();
    });

    const states: [string, (at: DispositionStage) => unknown, (Template | undefined)?, unknown?][] = [
      ['in a call', () => undefined],
      [
        'after a call',
        (at) => at.happens('callEnded'),
        html`<five9-disposition wrap-up-seconds="60"></five9-disposition>`,
      ],
      ['with a timer', (at) => choose(at, '3560'), html`<five9-disposition timer-unit="s"></five9-disposition>`],
      ['with an error', (at) => at.element.set()],
      ['disabled', ({element}) => (element.disabled = true)],
      ['finished', (at) => at.happens('callFinished', {}, {dispositionName: 'Busy'})],
      [
        'asking',
        async (at) => {
          await choose(at, '3551');
          button(at).click();
        },
        html`<five9-disposition confirm></five9-disposition>`,
      ],
      ['with a long list', () => undefined, undefined, LONG],
      [
        'with a long list, open',
        async (at) => {
          input(at).focus();
          await type('sale 1');
        },
        undefined,
        LONG,
      ],
      [
        'with nothing found',
        async (at) => {
          input(at).focus();
          await type('zzz');
        },
        undefined,
        LONG,
      ],
    ];
    for (const [name, arrange, template, list] of states) {
      it(name, async () => {
        const at = await inCall(template, list);
        await arrange(at);
        await at.settled();
        await expect(at.element).to.be.accessible();
      });
    }

    it('when the list fails to load', async () => {
      const at = await show();
      await at.adapter.reply('getDispositions', {error: 'No.'});
      await at.happens('callStarted');
      await until(() => at.errors.length);
      await at.settled();
      await expect(at.element).to.be.accessible();
    });

    it('fits into 240 px', async () => {
      const at = await afterCall(html`<five9-disposition style="inline-size: 240px"></five9-disposition>`);
      await choose(at, '3560');
      expect(at.element.scrollWidth).to.be.at.most(240);
    });
  });
});

import {expect, html} from '@open-wc/testing';
import {html as lit, type TemplateResult, render} from 'lit';
import '../../../src/elements/dial-links/define.js';
import type {BeforeDialEvent, DialEvent} from '../../../src/elements/click2dial/click2dial.events.js';
import type {Five9DialLinks} from '../../../src/elements/dial-links/dial-links.js';
import {press, sendMouse} from '../../commands.js';
import {atEnd} from '../../support/lifecycle.js';
import {freshId, allHandled, listen} from '../../support/service.js';
import {turn, until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {links, middleOf, numbers, searched, underlined} from '../../support/dial-links.js';
import {looksGood} from '../../support/looks.js';
import {stage, type Stage, words} from '../../support/stage.js';

type LinksStage = Stage<Five9DialLinks>;

/** Shows the element with some content, and waits until the content has links. */
async function show(content: TemplateResult, options?: Parameters<typeof stage>[1]): Promise<LinksStage> {
  const setup = await stage<Five9DialLinks>(
    html`<five9-dial-links default-country="US">${content}</five9-dial-links>`,
    options,
  );
  await searched(setup.element);
  return setup;
}

const link = (setup: LinksStage): HTMLAnchorElement => links(setup.element)[0]!;

/** Returns the data of all `click2dial` events that the adapter has received. */
async function dialled({service, adapter}: Stage<unknown>): Promise<object[]> {
  await allHandled({service, adapter});
  await adapter.sync();
  return adapter.all('event').map(({event}) => (event.data as {click2DialData: object}).click2DialData);
}

/**
 * Clicks, and returns whether the element prevented the default action. Then prevents the action in any case, so that
 * the test page does not follow the link.
 */
function click(target: Element, init: MouseEventInit = {}): boolean {
  let isPrevented = false;
  const onClick = (event: Event): void => {
    isPrevented = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener('click', onClick, {once: true});
  target.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true, ...init}));
  window.removeEventListener('click', onClick);
  return isPrevented;
}

describe('<five9-dial-links>', () => {
  // Load libphonenumber-js before the tests, because it is large, and the first test must not wait for it.
  before(() => import('../../../src/elements/dial-links/finder.js').then(({loadFinder}) => loadFinder()));

  describe('the links', () => {
    it('are the numbers in the content; the content does not change', async () => {
      const setup = await show(html`
        <p>Call (925) 555-0100 or +44 20 7946 0018, ext. 5; not 12345.</p>
        <td>925.555.0101 x12</td>
      `);
      expect(numbers(setup.element)).to.deep.equal(['(925) 555-0100', '+44 20 7946 0018, ext. 5', '925.555.0101 x12']);
      expect(links(setup.element).map(({href}) => href)).to.deep.equal([
        'tel:+19255550100',
        'tel:+442079460018;ext=5',
        'tel:+19255550101;ext=12',
      ]);
      const [text, ...others] = setup.element.querySelector('p')!.childNodes;
      expect(others).to.be.empty;
      expect(text!.nodeValue).to.equal('Call (925) 555-0100 or +44 20 7946 0018, ext. 5; not 12345.');
      expect(underlined()).to.have.members(numbers(setup.element));
    });

    it('include numbers that arrive later, in new content and in changed text', async () => {
      const setup = await show(
        html`<ul></ul>
          <p>Nobody</p>`,
      );
      const row = document.createElement('li');
      row.innerHTML = '<b>Call <i>925-555-0100</i></b>';
      setup.element.querySelector('ul')!.append(row);
      setup.element.querySelector('p')!.firstChild!.nodeValue = '925-555-0101';
      await until(() => links(setup.element).length === 2);
      expect(numbers(setup.element)).to.deep.equal(['925-555-0100', '925-555-0101']);
    });

    it('include a number with a line break in the source, if white space is collapsed', async () => {
      const setup = await show(html`
        <p>Call (925) 555-0100 now</p>
        <p class="kept">${'925\n555-0100'}</p>
        <style>
          .kept {
            white-space: pre-line;
          }
        </style>
      `);
      expect(links(setup.element)).to.have.lengthOf(1);
      expect(numbers(setup.element)).to.deep.equal(['(925) 555-0100']);
      expect(link(setup).href).to.equal('tel:+19255550100');
    });

    it('are only numbers with a country code if the element has no country', async () => {
      const setup = await show(html`<p>(925) 555-0100, +1 925 555 0101</p>`);
      setup.element.removeAttribute('default-country');
      await until(() => links(setup.element).length === 1);
      expect(numbers(setup.element)).to.deep.equal(['+1 925 555 0101']);
    });

    it('are not in excluded content', async () => {
      const number = '925-555-0100';
      const setup = await show(html`
        <a href="#x">${number}</a><button>${number}</button><label>${number}<input value=${number} /></label>
        <textarea>925-555-0100</textarea
        ><select>
          <option>${number}</option>
        </select>
        <code>${number}</code>
        <pre>${number}</pre>
        <kbd>${number}</kbd><samp>${number}</samp><time>${number}</time>
        <style>
          /* ${number} */
        </style>
        <div contenteditable><p>${number}</p></div>
        <svg><text>${number}</text></svg>
        <div role="button" tabindex="0">${number}</div>
        <five9-provider>${number}</five9-provider>
        <p data-five9-no-dial>${number}</p>

        <p contenteditable="false">${number}</p>
      `);
      expect(links(setup.element)).to.have.lengthOf(1);
      const [range] = CSS.highlights.get('five9-dial-link')!;
      expect(range!.startContainer.parentElement!.getAttribute('contenteditable')).to.equal('false');
    });

    it('are not in the content of a shadow host', async () => {
      const setup = await show(html`<p>Nobody</p>`);
      const host = document.createElement('div');
      host.attachShadow({mode: 'open'}).append(document.createElement('slot'));
      host.textContent = '925-555-0100';
      setup.element.append(host);
      await searched(setup.element);
      expect(links(setup.element)).to.be.empty;
    });

    it('are removed when the page excludes their content, for example when it becomes an editor', async () => {
      const setup = await show(html`<p>Call 925-555-0100</p>`);
      const p = setup.element.querySelector('p')!;
      const text = p.firstChild!;
      p.setAttribute('contenteditable', '');
      await turn();
      expect(links(setup.element)).to.be.empty;
      expect(text.nodeValue).to.equal('Call 925-555-0100');
      p.removeAttribute('contenteditable');
      await until(() => links(setup.element).length);
    });

    it('include every number of a long text', async () => {
      const many = 300;
      const setup = await show(html`<p>Nobody</p>`);
      const p = setup.element.querySelector('p')!;
      p.textContent = Array.from({length: many}, (_, i) => `Person ${i}: (925) 555-0${100 + (i % 100)} at home`).join(
        ', ',
      );
      await searched(setup.element);
      expect(links(setup.element)).to.have.lengthOf(many);
    });

    it('get the focus in the order of the numbers, after the content, and dial with the Enter key', async () => {
      const setup = await show(html`<p>Call 925-555-0100 <button>Then</button> or 925-555-0101</p>`);
      setup.element.querySelector('button')!.focus();
      await press('Tab');
      expect(setup.element.shadowRoot!.activeElement).to.equal(link(setup));
      await press('Tab');
      expect(setup.element.shadowRoot!.activeElement).to.equal(links(setup.element)[1]);
      await press('Enter');
      await setup.adapter.receives('event');
      expect(await dialled(setup)).to.deep.equal([{clickToDialNumber: '9255550101'}]);
    });

    it('are at their numbers, also after the number has moved or was scrolled into view', async () => {
      const setup = await show(
        html`<p>Call 925-555-0100</p>
          <div style="height: 40px; overflow: auto"><p style="margin-top: 500px">Or 925-555-0101</p></div>`,
      );
      const isAt = (written: string): boolean => {
        const [x, y] = middleOf(written, setup.element);
        const box = links(setup.element)[numbers(setup.element).indexOf(written)]!.getBoundingClientRect();
        return box.left < x && x < box.right && box.top < y && y < box.bottom;
      };
      await until(() => isAt('925-555-0100'), 'the link is at its number');
      setup.element.style.marginTop = '30px';
      links(setup.element)[1]!.focus();
      expect(isAt('925-555-0101'), 'the focused link').to.be.true;
      await until(() => isAt('925-555-0100'), 'the link follows its number');
    });

    it('do not make the page scroll', async () => {
      const setup = await show(
        html`<div style="width: 100px; overflow: hidden; white-space: nowrap">
          <b style="margin-left: 5000px">925-555-0100</b>
        </div>`,
      );
      expect(links(setup.element)).to.have.lengthOf(1);
      expect(document.documentElement.scrollWidth).to.be.at.most(window.innerWidth);
    });

    it('get no focus while their number is hidden', async () => {
      const setup = await show(
        html`<p hidden>925-555-0100</p>
          <p>925-555-0101</p>`,
      );
      expect(links(setup.element).map((a) => a.checkVisibility())).to.deep.equal([false, true]);
      setup.element.querySelector('p')!.hidden = false;
      await until(() => link(setup).checkVisibility());
    });

    it('keep the focus when the text around their number changes', async () => {
      const setup = await show(html`<p>925-555-0100, 1 minute ago</p>`);
      const focused = link(setup);
      focused.focus();
      setup.element.querySelector('p')!.firstChild!.nodeValue = 'Ann 925-555-0100, 2 minutes ago';
      await searched(setup.element);
      expect(links(setup.element)).to.deep.equal([focused]);
      expect(setup.element.shadowRoot!.activeElement).to.equal(focused);
    });

    it('follow the order of the page when the page sorts its rows', async () => {
      const setup = await show(
        html`<p>925-555-0100</p>
          <p>925-555-0101</p>
          <p>925-555-0102</p>`,
      );
      setup.element.prepend(setup.element.querySelectorAll('p')[2]!);
      await searched(setup.element);
      expect(numbers(setup.element)).to.deep.equal(['925-555-0102', '925-555-0100', '925-555-0101']);
    });

    it('do not change the selection; a click in the content does not move the focus', async () => {
      const setup = await show(html`<p>Nobody</p>`);
      const text = setup.element.querySelector('p')!.firstChild as Text;
      text.data = 'Call 925-555-0100 now, or 925-555-0101 later';
      const selection = document.getSelection()!;
      selection.setBaseAndExtent(text, 8, text, 30);
      await until(() => links(setup.element).length === 2);
      expect([selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset]).to.deep.equal([
        text,
        8,
        text,
        30,
      ]);
      await sendMouse({type: 'click', position: middleOf('Call', setup.element)});
      expect(setup.element.shadowRoot!.activeElement).to.be.null;
      selection.removeAllRanges();
    });

    it('include a number that is divided between adjacent texts or formatting elements', async () => {
      const setup = await show(
        html`<p></p>
          <p>(925) <mark>555</mark>-01<!-- -->02</p>
          <p>(925) <span>555</span>-0103</p>
          <p>(925) <b style="display: block">555</b>-0104</p>
          <p>(925)<br />555-0105</p>`,
      );
      setup.element.querySelector('p')!.append('(925) 555-010', '1');
      await searched(setup.element);
      expect(numbers(setup.element)).to.deep.equal(['(925) 555-0101', '(925) 555-0102']);
      await sendMouse({type: 'click', position: middleOf('555', setup.element.querySelector('mark')!)});
      await setup.adapter.receives('event');
      expect(await dialled(setup)).to.deep.equal([{clickToDialNumber: '9255550102'}]);
    });
  });

  describe('a click', () => {
    it('dials as five9-click2dial does, with campaign and record', async () => {
      const setup = await show(html`
        <p>Call (925) 555-0100</p>
        <p data-five9-record-id="7" data-five9-record-kind="who" data-five9-record-name="Ann">+1 925 555 0101 x5</p>
      `);
      setup.element.campaign = 'Sales';
      setup.element.setAttribute('record-id', '1');
      setup.element.setAttribute('record-kind', 'what');
      const before = listen<BeforeDialEvent>(document, 'five9-before-dial');
      const after = listen<DialEvent>(document, 'five9-dial');
      expect(click(link(setup)), 'the browser does not follow').to.be.true;
      expect(await dialled(setup)).to.deep.equal([
        {
          clickToDialNumber: '9255550100',
          preselectedCampaignName: 'Sales',
          crmObject: {id: '1', isWho: false, isWhat: true},
        },
      ]);
      expect(before[0]!.target).to.equal(setup.element.querySelector('p'));
      expect(after[0]!.detail.number).to.equal('9255550100');
      await setup.happens('callStarted', {interactionId: freshId(), number: '9255550100', callType: 'Manual'});
      await until(() => link(setup).dataset.five9Dial === 'in-call');
      click(links(setup.element)[1]!);
      expect((await dialled(setup))[1]).to.deep.include({
        clickToDialNumber: '+19255550101',
        crmObject: {id: '7', name: 'Ann', isWho: true, isWhat: false},
      });
    });

    it('shows the state of the call at the link and as text, and dials once', async () => {
      const setup = await show(html`<p>Call 925-555-0100</p>`);
      const interactionId = freshId();
      click(link(setup));
      await setup.settled();
      expect(link(setup).dataset.five9Dial).to.equal('pending');
      expect(underlined('five9-dial-link-pending')).to.deep.equal(['925-555-0100']);
      expect(words(setup.element, 'status')).to.equal('925-555-0100: Dialling…');
      click(link(setup));
      await setup.settled();
      expect(words(setup.element, 'status')).to.match(/is being dialled already/);
      await expect(setup.element).to.be.accessible();
      const own = listen(setup.element, 'five9-call-started');
      await setup.happens('callStarted', {interactionId, number: '9255550100', callType: 'Manual'});
      await until(() => link(setup).dataset.five9Dial === 'in-call');
      expect(words(setup.element, 'status')).to.equal('925-555-0100: On call');
      expect(setup.element.matches(':state(in-call)')).to.be.true;
      await expect(setup.element).to.be.accessible();
      click(link(setup));
      await setup.settled();
      expect(words(setup.element, 'status')).to.match(/The call to this number is not finished yet/);
      await setup.happens('callEnded', {interactionId});
      expect(words(setup.element, 'status')).to.equal('925-555-0100: Call ended');
      await setup.happens('callFinished', {interactionId});
      expect(link(setup).dataset.five9Dial).to.equal('');
      expect(words(setup.element, 'status')).to.equal('');
      expect(await dialled(setup)).to.have.lengthOf(1);
      expect(own.length).to.be.at.most(1);
    });

    it('of a link dials while another link waits for its call', async () => {
      const setup = await show(html`<p>925-555-0100 <a href="tel:9255550101">Ann</a> 925-555-0102</p>`);
      click(link(setup));
      click(setup.element.querySelector('a')!);
      await sendMouse({type: 'click', position: middleOf('0102', setup.element)});
      await setup.adapter.receives('event', 3);
      expect(await dialled(setup)).to.deep.equal(
        ['9255550100', '9255550101', '9255550102'].map((clickToDialNumber) => ({clickToDialNumber})),
      );
      await setup.happens('callStarted', {interactionId: freshId(), number: '9255550102', callType: 'Manual'});
      await until(() => links(setup.element)[1]!.dataset.five9Dial === 'in-call');
      expect(link(setup).dataset.five9Dial).to.equal('pending');
    });

    it('on a number reaches the page, which knows that the click was for the number', async () => {
      const setup = await show(html`<p><b>Ann</b> 925-555-0100</p>`);
      const clicks: boolean[] = [];
      setup.element.querySelector('p')!.addEventListener('click', (event) => {
        clicks.push(event.defaultPrevented);
        event.stopPropagation();
      });
      await sendMouse({type: 'click', position: middleOf('Ann', setup.element)});
      await sendMouse({type: 'click', position: middleOf('555', setup.element)});
      await setup.adapter.receives('event');
      expect(clicks).to.deep.equal([false, true]);
      expect(setup.element.matches(':state(over-number)'), 'the cursor is a pointer').to.be.true;
      await sendMouse({type: 'move', position: middleOf('Ann', setup.element)});
      expect(setup.element.matches(':state(over-number)')).to.be.false;
    });

    it('on a number that the page has covered, hidden or scrolled away does not dial', async () => {
      const setup = await show(
        html`<p style="position: relative">
            925-555-0100<span style="position: absolute; inset: 0; background: white"></span>
          </p>
          <div style="block-size: 1.2em; line-height: 1.2em; overflow: hidden">
            <p style="margin: 0">Ann<br />925-555-0101</p>
          </div>
          <p style="block-size: 3em"></p>`,
      );
      await sendMouse({type: 'click', position: middleOf('0100', setup.element)});
      await sendMouse({type: 'click', position: middleOf('0101', setup.element)});
      expect(await dialled(setup)).to.deep.equal([]);
    });

    it('can be cancelled or changed by the page', async () => {
      const setup = await show(html`<p>925-555-0100</p>`);
      const answers = [
        (event: Event) => event.preventDefault(),
        (event: BeforeDialEvent) => (event.detail.number = '1'),
      ];
      const answer = (event: BeforeDialEvent): void => void answers.shift()!(event);
      document.addEventListener('five9-before-dial', answer);
      click(link(setup));
      await turn();
      click(link(setup));
      document.removeEventListener('five9-before-dial', answer);
      expect(await dialled(setup)).to.deep.equal([{clickToDialNumber: '1'}]);
    });

    it('does not dial with a modifier key, with the middle button, or after a selection', async () => {
      const setup = await show(html`<p>Call 925-555-0100</p>`);
      for (const init of [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {altKey: true}, {button: 1}]) {
        expect(click(link(setup), init)).to.be.false;
      }
      const [x, y] = middleOf('555', setup.element);
      await sendMouse({type: 'move', position: [x - 30, y]});
      await sendMouse({type: 'down'});
      await sendMouse({type: 'move', position: [x, y]});
      await sendMouse({type: 'up'});
      expect(document.getSelection()!.toString()).to.not.equal('');
      document.getSelection()!.removeAllRanges();
      expect(await dialled(setup)).to.deep.equal([]);
    });

    it('at the end of a selection does not dial in a shadow root either', async () => {
      const setup = await show(html`<p>Call 925-555-0100</p>`);
      const host = document.createElement('div');
      setup.element.before(host);
      host.attachShadow({mode: 'open'}).append(setup.element);
      await searched(setup.element);
      const [x, y] = middleOf('555', setup.element);
      await sendMouse({type: 'move', position: [x - 30, y]});
      await sendMouse({type: 'down'});
      await sendMouse({type: 'move', position: [x, y]});
      await sendMouse({type: 'up'});
      expect(await dialled(setup)).to.deep.equal([]);
      await sendMouse({type: 'click', position: [x, y]});
      await setup.adapter.receives('event');
      expect(await dialled(setup)).to.have.lengthOf(1);
    });

    it('shows an error if it fails', async () => {
      const setup = await show(html`<p>925-555-0100</p>`, {connected: false});
      expect(click(link(setup)), 'the browser does not follow a link that the element made').to.be.true;
      await until(() => setup.errors.length);
      await setup.settled();
      expect(setup.errors[0]!.errorCode).to.equal('NotConnected');
      expect(words(setup.element, 'error')).to.match(/not connected/);
      await looksGood(setup.element);
    });
  });

  describe('a tel: link of the page', () => {
    for (const [href, number] of [
      ['tel:+1-925-555-0100', '+19255550100'],
      ['TEL:(925)%20555-0100', '9255550100'],
      ['tel:+19255550100;ext=5', '+19255550100'],
      ['tel:925-555-0100,,5', '9255550100'],
      ['tel:9255550100p5', '9255550100'],
      ['tel:925 555 0100 x5', '9255550100'],
      ['tel:555-0100;phone-context=+1925', '+19255550100'],
      ['tel:*67', '*67'],
    ]) {
      it(`dials ${number!} for ${href!}`, async () => {
        const setup = await show(html`<p><a href=${href!}>Ann</a></p>`);
        expect(click(setup.element.querySelector('a')!)).to.be.true;
        expect(await dialled(setup)).to.deep.equal([{clickToDialNumber: number}]);
        expect(setup.element.querySelector('a')!.getAttributeNames(), 'the link does not change').to.deep.equal([
          'href',
        ]);
      });
    }

    for (const href of ['tel:', 'tel:%E0%A4%A', 'tel:ann', 'tel:agent:ann']) {
      it(`shows an error if it has no number: ${href}`, async () => {
        const setup = await show(html`<p><a href=${href}>Ann</a></p>`);
        expect(click(setup.element.querySelector('a')!)).to.be.true;
        await until(() => setup.errors.length);
        expect(setup.errors[0]!.errorMessage).to.match(/is not a number that can be dialled/);
        expect(await dialled(setup)).to.deep.equal([]);
      });
    }

    it('is followed by the browser while no adapter is connected; the element shows an error', async () => {
      const setup = await show(html`<p><a href="tel:9255550100">Ann</a></p>`, {connected: false});
      const a = setup.element.querySelector('a')!;
      expect(click(a)).to.be.false;
      await until(() => setup.errors.length);
      expect(setup.errors[0]!.errorCode).to.equal('NotConnected');
      document.addEventListener('five9-before-dial', (event) => event.preventDefault(), {once: true});
      expect(click(a), 'the browser does not follow a link whose dial the page has cancelled').to.be.true;
    });

    it('does not dial outside of the element, in excluded content, or if the page handles the click', async () => {
      const setup = await show(html`
        <p data-five9-no-dial><a href="tel:9255550100">Ann</a></p>
        <p contenteditable><a href="tel:9255550100">Ann</a></p>
        <p><a href="mailto:ann@example.com">Ann</a></p>
      `);
      for (const a of setup.element.querySelectorAll('a')) expect(click(a)).to.be.false;
      const outside = document.createElement('a');
      outside.href = 'tel:9255550100';
      setup.element.before(outside);
      atEnd(() => outside.remove());
      expect(click(outside)).to.be.false;
      const own = document.createElement('a');
      own.href = 'tel:9255550100';
      own.addEventListener('click', (event) => event.preventDefault());
      setup.element.append(own);
      click(own);
      expect(await dialled(setup)).to.deep.equal([]);
    });

    it('dials once, as a number does, if one five9-dial-links is inside another', async () => {
      const setup = await show(html`
        <five9-dial-links default-country="GB"><a href="tel:9255550100">Ann</a><b>020 7946 0018</b></five9-dial-links>
      `);
      const inner = setup.element.querySelector('five9-dial-links')!;
      await until(() => links(inner).length === 1);
      click(inner.querySelector('a')!);
      click(links(inner)[0]!);
      expect(await dialled(setup)).to.have.lengthOf(2);
      inner.disabled = true;
      await until(() => !links(inner).length);
      await searched(setup.element);
      expect(links(setup.element), 'the content of a disabled inner element has no links').to.be.empty;
    });
  });

  describe('an unknown country', () => {
    it('is shown as an error; numbers with a country code still get links', async () => {
      const setup = await show(html`<p>925-555-0100 +1 925 555 0101</p>`);
      setup.element.defaultCountry = 'Utopia';
      await until(() => setup.errors.length);
      await setup.settled();
      expect(words(setup.element, 'error')).to.match(/default-country .*“UTOPIA”/);
      await until(() => links(setup.element).length === 1);
      setup.element.defaultCountry = ' us ';
      await until(() => links(setup.element).length === 2);
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('');
      expect(setup.errors).to.have.lengthOf(1);
    });
  });

  describe('an attribute', () => {
    for (const name of ['default-country', 'campaign', 'record-id', 'record-type', 'record-label', 'record-name']) {
      it(`may be removed, empty or any text: ${name}`, async () => {
        const setup = await show(html`<p>+1 925 555 0100</p>`);
        setup.element.setAttribute('record-id', '1');
        for (const value of ['', ' ', '__proto__', '{"a":', '\ud800', null]) {
          if (value === null) setup.element.removeAttribute(name);
          else setup.element.setAttribute(name, value);
          await setup.settled();
          await until(() => links(setup.element).length === 1);
          expect(click(link(setup)), 'the link dials').to.be.true;
        }
        for (const error of setup.errors) expect(error.message).to.match(/default-country/);
      });
    }

    it('record-kind with an unknown value is neither a person nor a thing', async () => {
      const setup = await show(html`<p>+1 925 555 0100</p>`);
      setup.element.setAttribute('record-id', '1');
      setup.element.setAttribute('record-kind', 'whom');
      click(link(setup));
      expect(await dialled(setup)).to.deep.include({
        clickToDialNumber: '+19255550100',
        crmObject: {id: '1', isWho: false, isWhat: false},
      });
    });
  });

  describe('content that Lit renders', () => {
    const list = (rows: (string | number)[][]): TemplateResult => lit`<ul>
      ${rows.map(([name, phone]) => lit`<li><b>${name}</b> ${phone}</li>`)}
    </ul>`;

    it('can be rendered again, and gets its links again', async () => {
      const setup = await show(html`<div></div>`);
      const container = setup.element.querySelector('div')!;
      const renderRows = async (rows: (string | number)[][]): Promise<void> => {
        render(list(rows), container);
        await searched(setup.element);
        const rowTexts = rows.map(([name, phone]) => `${name!} ${phone!}`);
        expect([...container.querySelectorAll('li')].map(({textContent}) => textContent)).to.deep.equal(rowTexts);
        expect(numbers(setup.element)).to.deep.equal(rowTexts.flatMap((text) => text.match(/925-555-01\d\d/g) ?? []));
      };
      await renderRows([
        ['Ann', '925-555-0100'],
        ['Bob', 'call 925-555-0101 or 925-555-0102 at night'],
      ]);
      await renderRows([
        ['Ann', '925-555-0103'],
        ['Bob', '925-555-0101'],
      ]);
      await renderRows([
        ['Bob', 'none'],
        ['Ann 925-555-0104', ''],
        ['Cyd', '925-555-0105'],
      ]);
      await renderRows([['Cyd', '925-555-0105']]);
      await renderRows([]);
      await renderRows([['Ann', '925-555-0100']]);
      render(lit``, container);
      await turn();
      expect(container.textContent).to.equal('');
    });
  });

  describe('when the element is removed', () => {
    it('leaves no link, underline or style sheet', async () => {
      const sheets = document.adoptedStyleSheets.length;
      const setup = await show(html`<p>Call 925-555-0100 or 925-555-0101</p>`);
      expect(document.adoptedStyleSheets).to.have.lengthOf(sheets + 1);
      const parent = setup.element.parentElement!;
      setup.element.remove();
      await turn();
      expect(links(setup.element)).to.be.empty;
      expect(underlined()).to.be.empty;
      expect(document.adoptedStyleSheets).to.have.lengthOf(sheets);
      parent.append(setup.element);
      await until(() => links(setup.element).length === 2);
      // Also move the content out of the element, because a page can do this too.
      parent.append(setup.element.querySelector('p')!);
      await turn();
      expect(links(setup.element)).to.be.empty;
      expect(underlined()).to.be.empty;
    });

    it('leaves no nodes or listeners, even after a hundred times', async () => {
      const setup = await show(html`<p>Call 925-555-0100</p>`);
      const before = setup.element.innerHTML;
      await comesAndGoes(setup);
      await until(() => links(setup.element).length === 1);
      await searched(setup.element);
      expect(setup.element.innerHTML).to.equal(before);
      await isForgotten(setup);
    });
  });
});

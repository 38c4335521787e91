import {expect} from '@open-wc/testing';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {talking, words} from '../../support/stage.js';
import {turn, until} from '../../support/time.js';
import {callMethod, findAll, frame, logNames, pressOn, recordingText, showConsole} from './console-stage.js';

describe('five9-console', () => {
  it('is accessible in all colour schemes with a call, log entries and an error', async () => {
    const setup = await showConsole();
    await talking(setup);
    await setup.adapter.reply('mute', {error: 'No.'});
    await callMethod(setup, 'mute');
    await until(() => words(setup.element, 'result'));
    await logNames(setup);
    findAll(setup, '.entry')[0]!.click();
    await frame();
    await looksGood(setup.element);
  });

  it('continues a recording when the element is moved, and stops it when the element is removed', async () => {
    const setup = await showConsole();
    pressOn(setup, 'Start recording');
    setup.element.parentElement!.prepend(setup.element);
    await setup.settled();
    expect(recordingText(setup)).to.contain('Recording: 1 entries');
    await setup.happens('callStarted');
    await until(() => recordingText(setup).includes('Recording: 2 entries'));
    setup.element.remove();
    await turn();
    expect(recordingText(setup)).to.contain('2 entries, 0:00').and.to.contain('Start recording');
  });

  it('leaves no listeners or timers when it is removed', async () => {
    const setup = await showConsole();
    // Wait until the empty log is rendered.
    await logNames(setup);
    await comesAndGoes(setup);
    await talking(setup);
    await setup.adapter.reply('isMasterPage', {response: true});
    await setup.service.api.isMasterPage();
    const names = await logNames(setup);
    expect(names, 'it logs events and calls again').to.include.members(['callStarted', 'isMasterPage']);
    setup.element.remove();
    await turn();
    await setup.service.api.isMasterPage();
    expect(await logNames(setup), 'it logs nothing after it was removed').to.deep.equal(names);
    await isForgotten(await showConsole());
  });
});

import {expect} from '@open-wc/testing';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {talking, words} from '../../support/stage.js';
import {turn, until} from '../../support/time.js';
import {callMethod, findAll, frame, logNames, pressOn, recordingText, showConsole} from './console-stage.js';

describe('five9-console', () => {
  it('looks good with a call, log entries and an error', async function () {
    // The console has many elements to check.
    this.timeout(40_000);
    const at = await showConsole();
    await talking(at);
    await at.adapter.reply('mute', {error: 'No.'});
    await callMethod(at, 'mute');
    await until(() => words(at.element, 'result'));
    await logNames(at);
    findAll(at, '.entry')[0]!.click();
    await frame();
    await looksGood(at.element);
  });

  it('continues a recording when the element is moved, and stops it when the element is removed', async () => {
    const at = await showConsole();
    pressOn(at, 'Start recording');
    at.element.parentElement!.prepend(at.element);
    await at.settled();
    expect(recordingText(at)).to.contain('Recording: 1 entries');
    await at.happens('callStarted');
    await until(() => recordingText(at).includes('Recording: 2 entries'));
    at.element.remove();
    await turn();
    expect(recordingText(at)).to.contain('2 entries, 0:00').and.to.contain('Start recording');
  });

  it('leaves nothing behind when it is removed', async () => {
    const at = await showConsole();
    // Wait until the empty log is rendered.
    await logNames(at);
    await comesAndGoes(at);
    await talking(at);
    await at.adapter.reply('isMasterPage', {response: true});
    await at.service.api.isMasterPage();
    const names = await logNames(at);
    expect(names, 'it logs events and calls again').to.include.members(['callStarted', 'isMasterPage']);
    at.element.remove();
    await turn();
    await at.service.api.isMasterPage();
    expect(await logNames(at), 'it logs nothing after it was removed').to.deep.equal(names);
    await isForgotten(await showConsole());
  });
});

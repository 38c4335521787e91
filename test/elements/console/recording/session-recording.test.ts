import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {readRecording} from '../../../../src/elements/console/recording/read-recording.js';
import type {Recording} from '../../../../src/elements/console/recording/recording.js';
import {CALL_ID} from '../../../support/samples.js';
import {talking, words} from '../../../support/stage.js';
import {turn, until} from '../../../support/time.js';
import {field, findAll, pressOn, recordingText, showConsole, write} from '../console-stage.js';

describe('five9-console: a recording', () => {
  it('can be made, copied (scrubbed if the box is checked) and loaded again', async () => {
    const at = await showConsole();
    await at.adapter.reply('getCav', {response: [{id: '1', group: 'Custom', name: 'note', value: 'tea'}]});
    pressOn(at, 'Start recording');
    await talking(at);
    await at.adapter.wsEvent('5', {number: '9250000111'}, {eventId: '5'});
    await until(() => recordingText(at).includes('Recording: 4 entries'));
    await at.service.api.getCav({interactionId: CALL_ID});
    pressOn(at, 'Stop recording');
    await turn();
    const writeText = sinon.stub(navigator.clipboard, 'writeText').resolves();
    const copied = async (): Promise<Recording> => {
      pressOn(at, 'Copy recording');
      await until(() => writeText.called);
      const [text] = writeText.lastCall.args;
      writeText.resetHistory();
      return readRecording(text);
    };
    const made = await copied();
    expect(made.entries.map((entry) => ('name' in entry ? entry.name : entry.kind))).to.deep.equal([
      'connection',
      'callStarted',
      'callAccepted',
      'ws',
      'request',
    ]);
    expect(made.scrubbed).to.be.true;
    expect(JSON.stringify(made)).not.to.match(/9250000111|tea/);
    write(at, 'Scrub', 'false');
    const raw = await copied();
    expect(raw.scrubbed).to.be.false;
    expect(JSON.stringify(raw)).to.contain('9250000111').and.to.contain('"tea"');
    pressOn(at, 'Load for replay');
    await until(() => recordingText(at).includes('To replay: 5 entries'));
    await expect(at.element).to.be.accessible();
  });

  it('is refused with an error if it is not valid; the recording that was loaded before stays', async () => {
    const at = await showConsole(false);
    const text = (entries: unknown[]): string =>
      JSON.stringify({
        format: 'five9-elements/recording',
        version: 1,
        package: '0.1.0',
        recordedAt: '2026-01-31T09:30:00Z',
        scrubbed: true,
        duration: 1,
        entries,
      });
    const read = async (json: string): Promise<void> => {
      write(at, 'or paste its text', json);
      await turn();
      pressOn(at, 'Load');
      await turn();
      await at.element.updateComplete;
    };
    await read(text([]));
    expect(recordingText(at)).to.contain('To replay: 0 entries');
    await read(text([{at: 1, kind: 'event'}]));
    expect(words(at.element, 'error')).to.equal('entries[0].name must be a text; it is missing.');
    expect(at.errors[0]!.cause).to.include({name: 'RecordingError', where: 'entries[0].name'});
    expect(recordingText(at)).to.contain('To replay: 0 entries');
    expect(field(at, 'or paste its text').value, 'the pasted text stays').to.contain('"event"');
    await read(text([]));
    expect(words(at.element, 'error')).to.equal('');
  });

  it('is not replayed if Five9 is connected; the error says what to do', async () => {
    const at = await showConsole();
    pressOn(at, 'Start recording');
    await turn();
    pressOn(at, 'Stop recording');
    await turn();
    pressOn(at, 'Load for replay');
    await until(() => recordingText(at).includes('To replay'));
    findAll<HTMLButtonElement>(at, '.recording .main').at(-1)!.click();
    await until(() => words(at.element, 'error'));
    expect(words(at.element, 'error')).to.contain('must not mix with live calls');
  });
});

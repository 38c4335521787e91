import type {Recording, RecordingEntry} from '../../../../src/elements/console/recording/recording.js';

/** Returns a valid recording with these entries. */
export const recordingOf = (...entries: RecordingEntry[]): Recording => ({
  format: 'five9-elements/recording',
  version: 2,
  package: '0.1.0',
  recordedAt: '2026-01-31T09:30:00.000Z',
  scrubbed: false,
  duration: 100,
  entries,
});

import {expect} from '@open-wc/testing';
import {asInTextarea, hasLineBreak, keepLineBreaks} from '../../../src/elements/call-variables/line-breaks.js';
import {fc} from '../../support/check.js';

const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '\u2028', ' '), {maxLength: 12})
  .map((all) => all.join(''));

describe('line breaks of a variable', () => {
  it('are found in every form', () => {
    for (const one of ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])
      expect(hasLineBreak(`a${one}b`), JSON.stringify(one)).to.be.true;
    expect(hasLineBreak('a b\tc\u00a0d')).to.be.false;
  });

  it('keep their form around an edit, and give it to new line breaks', () => {
    expect(keepLineBreaks('a\nX\nb', 'a\r\nb', '')).to.equal('a\r\nX\r\nb');
    expect(keepLineBreaks('a\nb\n', 'a\rb', '')).to.equal('a\rb\r');
    expect(keepLineBreaks('aX\nb\nc', 'a\r\nb\nc', ''), 'mixed').to.equal('aX\r\nb\nc');
    expect(keepLineBreaks('x\ny', '', 'a\r\nb'), 'all was replaced').to.equal('x\r\ny');
    expect(keepLineBreaks('x\ny', '', '')).to.equal('x\ny');
    expect(keepLineBreaks('a\u2028b!', 'a\u2028b', '')).to.equal('a\u2028b!');
  });

  it('never change the text that the agent sees, nor the text outside the edit', () => {
    fc.assert(
      fc.property(text, text, text, text, (start, before, after, end) => {
        const edited = asInTextarea(start + after + end);
        const kept = keepLineBreaks(edited, start + before + end, '');
        expect(asInTextarea(kept)).to.equal(edited);
        // A line break that is half in the edited part and half outside is another line break.
        if ([start, before, after, end].some((part) => /^\n|\r$/.test(part))) return;
        expect(kept.startsWith(start)).to.equal(true);
        expect(kept.endsWith(end)).to.equal(true);
      }),
    );
  });
});

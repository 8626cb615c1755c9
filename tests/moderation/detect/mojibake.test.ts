import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { repairText } from '../../../src/moderation/detect/mojibake/repair-text.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';
import { CLOSING, detectLine, OPENING } from './detect-text.ts';
import { CLEAN_LINES } from './mojibake/clean-lines.ts';
import { mangleText } from './mojibake/mangle-text.ts';

const ruleset = loadRuleset();
const check = (text: string) => moderate({ id: 'a', text }, { ruleset });

const GARBLED = 'ã‚â¢ãƒâ€šã‚â£ã¢â‚¬â„¢ãƒâ¢ã¢â€šâ¬ã‚â';

describe('a damaged paragraph', () => {
  const paragraphs = [OPENING, CLEAN_LINES.German, CLEAN_LINES.Polish, CLOSING];
  const damaged = mangleText(paragraphs[2] ?? '', 'windows-1252');
  const text = paragraphs.with(2, damaged).join('\n\n');
  const result = check(text);

  it('is repaired and the others stay', () => {
    expect(result.text).toBe(paragraphs.join('\n\n'));
    expect(result.verdict.outcome).toBe('publish');
  });

  it('has one finding from its first to its last changed character, with what was done', () => {
    const [finding, ...others] = result.findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'encoding', rule: 'encoding.mojibake@1', action: 'repaired', points: 1 });
    expect(finding?.evidence).toMatchObject({ decoded: ['windows-1252 > utf-8'] });
    expect(text.slice(finding?.start, finding?.end)).toBe(damaged.slice(2, damaged.lastIndexOf('e') - 3));
  });

  it('changes character by character', () => {
    const [first] = result.edits;
    expect(first?.replacement).toBe('ż');
    expect(result.edits.every(({ start, end }) => end - start <= 4)).toBe(true);
  });
});

describe('a damaged title', () => {
  const title = 'Паром отошёл от причала';
  const result = check(`${mangleText(title, 'windows-1251')}\n\n${OPENING}\n\n${CLOSING}`);

  it('is repaired, in the metadata too', () => {
    expect(result.text).toBe([title, OPENING, CLOSING].join('\n\n'));
    expect(result.article.title).toBe(title);
  });
});

describe('text beyond repair', () => {
  it('is flagged and left', () => {
    expect(detectLine(GARBLED)).toEqual([['encoding.garbled@1', 'flagged', GARBLED]]);
  });
});

describe('next-line controls', () => {
  it.each([
    ['an ellipsis of Windows-1252', 'Später\u0085 sagte er, und noch später\u0085', 'Später… sagte er, und noch später…'],
    ['a part of a character', mangleText('мех и воздух', 'iso-8859-1'), 'мех и воздух'],
    ['a part of an ideograph', mangleText('公元', 'iso-8859-2'), '公元'],
  ])('are %s', (_, line, expected) => {
    expect(check(`${OPENING}\n\n${line}\n\n${CLOSING}`).text).toBe([OPENING, expected, CLOSING].join('\n\n'));
  });

  it('are line breaks between plain lines', () => {
    expect(check(`${OPENING}\u0085\u0085${CLOSING}`).text).toBe([OPENING, CLOSING].join('\n\n'));
  });
});

describe('time', () => {
  const LENGTH = 1_000_000;
  /** Seconds of CPU for a megabyte, with room for a busy machine. */
  const MOST = 8;

  it.each([
    ['clean text beyond ASCII', Object.values(CLEAN_LINES).slice(0, 12).join(' ')],
    ['mojibake', mangleText(CLEAN_LINES.French, 'windows-1252')],
    ['one lead', 'Ã'],
    ['leads and spaces', 'Ã '],
    ['leads and no-break spaces', 'Â\u00a0'],
    ['one letter', 'Ã©'],
    ['broken characters', 'ã‚'],
    ['line drawing', '╨┐'],
    ['controls', '\u0085\u0093'],
  ])('is linear for %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    expect(cpuSeconds(() => repairText(text))).toBeLessThan(MOST);
  });
});

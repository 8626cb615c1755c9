import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toReport } from '../../../src/moderation/report/to-report.ts';
import { hostileAnnotations } from './hostile-annotations.ts';
import { HOSTILE, UNSAFE } from './hostile-text.ts';
import { moderateText } from './moderate-text.ts';

const EXAMPLES = new URL('../../../examples/', import.meta.url);
const plain = { colour: false };
const example = (file: string): string => readFileSync(new URL(file, EXAMPLES), 'utf8');

describe('toReport', () => {
  it.each(readdirSync(EXAMPLES))('states the verdict of %s and a sum that adds up', (file) => {
    const text = example(file);
    const result = moderateText(text, file);
    const report = toReport(result, text, plain);
    expect(report.split('\n')[0]).toBe(`${result.verdict.outcome.toUpperCase()}  ${result.quality.score.toFixed(2)}  ${file}`);
    const taken = [...report.matchAll(/^ {2}− +([\d.]+)/gmu)].reduce((sum, match) => sum + Math.round(Number(match[1]) * 100), 0);
    const total = /^ {2}= +([\d.]+)/mu.exec(report)?.[1];
    expect((10_000 - taken) / 100).toBe(Number(total));
    expect(result.quality.score).toBe(Number(total));
  });

  it('lists every finding with its place, rule, points and words', () => {
    const text = example('02-night-train.txt');
    const result = moderateText(text);
    const report = toReport(result, text, plain);
    expect(report).toContain(
      '  8:1       garbage token  garbage.random-line@1  −3.00\n            │ Qx7Lm2VbT9sKd4Rz1Wn8Pf5Hj3Gc6Yt0Bq2Xk7Mv4\n',
    );
    expect(report).toContain('the title once more (see 3:1)');
    expect(report).toContain('Moved to the metadata (2)');
    expect(report).toContain('Flagged, left in the text (1)');
    for (const { rule } of result.findings) expect(report).toContain(rule);
  });

  it('shows how a near copy differs, and nothing of the kind for an exact one', () => {
    const text = example('03-cup-final.txt');
    const report = toReport(moderateText(text), text, { ...plain, width: 200 });
    expect(report).toContain('differs: Dynamo {+Rastow+} had 71 percent of the ball {+in the final+} and hit');
    expect(report).toContain('duplicate.exact@1');
    expect(report).not.toContain('no word differs');
  });

  it('names entities by type with their number of mentions, and topics', () => {
    const text = example('01-ice-core.txt');
    const result = moderateText(text);
    const report = toReport(result, text, plain);
    for (const { name, mentions } of result.entities.slice(0, 5)) expect(report).toContain(`    ${name} (${mentions.length}`);
    for (const { label } of result.topics.slice(0, 5)) expect(report).toContain(label);
  });

  it('says which stages were not finished', () => {
    const result = { ...moderateText('Some words of text.'), incomplete: ['entities'] };
    expect(toReport(result, 'Some words of text.', plain)).toContain('not finished: entities');
  });

  it('says that a score stops at 0', () => {
    const result = moderateText('Some words.');
    const components = [
      { name: 'leftover', points: 60, findings: [] },
      { name: 'duplicate', points: 50, findings: [] },
    ];
    const report = toReport({ ...result, quality: { ...result.quality, score: 0, components } }, 'Some words.', plain);
    expect(report).toContain('  =    0.00  (never below 0)');
  });

  it('names signals beyond a published limit apart from the sum', () => {
    const report = toReport(moderateText('Some words.'), 'Some words.', plain);
    expect(report).toContain('  =  100.00\n    beyond a published limit, at no points: c4.sentences 1\n');
    expect(report).toContain('beyond a published limit, at no points: gopher.words 2');
    expect(report).not.toContain('−    0.00');
  });

  it('counts lines by LF, CRLF and CR', () => {
    const text = 'A title of words\r\n\r\nSome prose stands here, with enough words for a paragraph.\r\rRELATED POSTS\n';
    expect(toReport(moderateText(text), text, plain)).toContain('  5:1       boilerplate');
  });

  it.each(Object.entries(HOSTILE))('passes nothing of a hostile %s on to the terminal', (_, attack) => {
    const text = `Title with ${attack} inside it\n\nbyline.example\n\n★ ${attack} advert ★\n\nProse ${attack} with a few more words than that.\n\n★ ${attack} advert ★\n\n- RELATED ${attack}`;
    const result = moderateText(text, `file${attack}.txt`);
    const annotations = hostileAnnotations(attack);
    const report = toReport({ ...result, ...annotations, incomplete: [attack] }, text, plain);
    expect(UNSAFE.exec(report)?.[0]).toBeUndefined();
  });

  it('colours only when told to', () => {
    const result = moderateText('Some words of text.');
    expect(toReport(result, 'Some words of text.', { colour: true })).toContain('\u001b[');
    expect(toReport(result, 'Some words of text.', plain)).not.toContain('\u001b');
  });

  it('keeps lines of quotes and reasons within the width', () => {
    const text = example('02-night-train.txt');
    const report = toReport(moderateText(text), text, { colour: false, width: 60 });
    const long = report.split('\n').filter((line) => line.startsWith('            ') && [...line].length > 60);
    expect(long).toEqual([]);
  });
});

/**
 * What does each detector cost? Times the detectors alone and together, on an article of the size of a post and on one
 * megabyte of ordinary prose, and prints each one's share. `node bench/detectors.ts [article files]`
 */
import { readFileSync } from 'node:fs';
import { loadRuleset } from '../src/index.ts';
import { detectors } from '../src/moderation/detect/detectors.ts';
import type { DetectionContext } from '../src/moderation/model/detector.ts';
import type { Document } from '../src/moderation/model/document.ts';
import { parse } from '../src/moderation/parse/parse.ts';
import { measure } from './measuring/measure.ts';
import { articleText, proseText } from './texts/article-text.ts';

const ruleset = loadRuleset();
const context: DetectionContext = {
  ruleset,
  corpus: { recurringLines: {}, articles: [] },
  threshold: (name) => {
    const value = ruleset.thresholds[name];
    if (value === undefined) throw new RangeError(`no threshold ${name}`);
    return value;
  },
};

interface Subject {
  readonly name: string;
  readonly text: string;
}

const SUBJECTS: readonly Subject[] = [
  { name: 'a faulty post of 8.8 KB', text: articleText(8_800) },
  { name: '1 MB of ordinary prose', text: proseText(1_000_000) },
  { name: '1 MB of a faulty article', text: articleText(1_000_000) },
];

const detectAll = (document: Document): unknown => detectors.map((detector) => detector.detect(document, context));

/** Milliseconds and megabytes (of 1,000,000 UTF-16 code units) a second. */
function row(name: string, milliseconds: number, all: number, size: number): string {
  const share = `${((100 * milliseconds) / all).toFixed(1)} %`;
  const speed = `${(size / 1000 / milliseconds).toFixed(1)} MB/s`;
  return `  ${name.padEnd(24)}${milliseconds.toFixed(3).padStart(10)} ms${share.padStart(9)}${speed.padStart(15)}`;
}

async function benchSubject({ name, text }: Subject): Promise<void> {
  const document = parse(text, { id: 'bench', text });
  const all = (await measure(() => detectAll(document))).median;
  console.log(`${name}: ${text.length} code units, ${document.blocks.length} blocks`);
  console.log(row('all detectors', all, all, text.length));
  for (const detector of detectors) {
    const { median } = await measure(() => detector.detect(document, context));
    console.log(row(detector.name, median, all, text.length));
  }
  const { median } = await measure(() => parse(text, { id: 'bench', text }));
  console.log(row('parsing before them', median, all, text.length));
}

const files = process.argv.slice(2).map((path) => ({ name: path, text: readFileSync(path, 'utf8') }));
// A first round of everything, so that no subject pays for the compiler's warming up.
for (const { text } of SUBJECTS) detectAll(parse(text, { id: 'warm', text }));
for (const subject of [...SUBJECTS, ...files]) await benchSubject(subject);

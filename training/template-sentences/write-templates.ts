import { readdirSync, readFileSync } from 'node:fs';
import { type RandomSource, randomSource } from '../token-model/random-source.ts';
import { casePieces, type LetterCase } from './case-pieces.ts';
import { expandTemplate } from './expand-template.ts';
import { slotFiller } from './fill-slot.ts';
import { joinPieces } from './join-pieces.ts';
import { type Part, parseTemplate } from './parse-template.ts';
import type { TemplateSentence } from './template-sentence.ts';

const FOLDER = new URL('templates/', import.meta.url);

/** A template with the file of its kind. */
interface Template {
  readonly kind: string;
  readonly parts: readonly Part[];
}

/** Letters by kind, the rest is plain. Headings come in capitals in one of three, as a title in one of four. */
const CASES: Readonly<Record<string, readonly (readonly [letters: LetterCase, share: number])[]>> = {
  headlines: [
    ['capitals', 0.4],
    ['title', 0.25],
  ],
  social: [
    ['small', 0.3],
    ['capitals', 0.04],
  ],
  tables: [['capitals', 0.04]],
  nameless: [
    ['capitals', 0.06],
    ['small', 0.04],
    ['title', 0.1],
  ],
};
const FEW_CAPITALS: readonly (readonly [LetterCase, number])[] = [
  ['capitals', 0.015],
  ['small', 0.01],
];

/** How often a template of a kind is drawn beside the others; half of real sentences name nothing. */
const WEIGHTS: Readonly<Record<string, number>> = { nameless: 2, plain: 3, social: 2, firms: 2 };

function drawCase(random: RandomSource, kind: string): LetterCase {
  let chance = random.next();
  for (const [letters, share] of CASES[kind] ?? FEW_CAPITALS) {
    if (chance < share) return letters;
    chance -= share;
  }
  return 'plain';
}

/** All templates that we wrote, in the order of their files. Throws on one that cannot be read. */
export function readTemplates(): readonly Template[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
  return files.toSorted().flatMap((file) => {
    const lines = readFileSync(new URL(file, FOLDER), 'utf8').split('\n');
    const written = lines.filter((line) => line !== '' && !line.startsWith('# '));
    return written.map((line) => ({ kind: file.replace('.txt', ''), parts: parseTemplate(line) }));
  });
}

/** One sentence by a template. */
function writeSentence({ kind, parts }: Template, random: RandomSource): TemplateSentence {
  const pieces = expandTemplate(parts, random, slotFiller(random));
  return joinPieces(casePieces(pieces, drawCase(random, kind)));
}

/** `count` labelled sentences; the same seed makes the same sentences. */
export function* writeTemplates(count: number, seed: number): Generator<TemplateSentence> {
  const random = randomSource(seed);
  const templates = readTemplates();
  const pool = templates.flatMap((template) => Array.from({ length: WEIGHTS[template.kind] ?? 1 }, () => template));
  for (let at = 0; at < count; at++) yield writeSentence(random.pick(pool), random);
}

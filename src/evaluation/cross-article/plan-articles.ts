import type { Plant, PlantedArticle } from './planted-article.ts';
import type { RandomNumbers } from './random-numbers.ts';
import { reword } from './reword.ts';
import { INSERT_LINES, SENTENCE_WORDS, STANDING_PARAGRAPHS } from './sentence-words.ts';
import { createProseWriter, type ProseWriter } from './write-prose.ts';

/** Of how many articles in a thousand each is planted; the rest is nobody's copy. */
const PLANTED: readonly (readonly [Plant, number])[] = [
  ['exact', 120],
  ['reworded', 120],
  ['lifted', 120],
  ['series', 60],
  ['correction', 40],
  ['quoting', 80],
];
const SOURCES = 25;
/** The first articles have nothing to be copied from. */
const FIRST = 40;
const REWORDED = 0.3;
const INSERT_SHARE = 0.25;
const STANDING_SHARE = 0.3;
/** Words of a paragraph worth lifting. */
const MIN_LIFTED = 25;

/** An article before the lines of its source come in: its body without the title. */
interface Written {
  readonly id: string;
  readonly title: string;
  readonly body: readonly string[];
}

interface Desk {
  readonly random: RandomNumbers;
  readonly writer: ProseWriter;
  /** Articles that may be copied. */
  readonly written: Written[];
  /** Statements that several articles quote. */
  readonly statements: readonly string[];
}

type Body = Pick<PlantedArticle, 'plant' | 'from'> & Pick<Written, 'title' | 'body'>;

const countWords = (text: string): number => text.split(' ').length;

function choosePlant(random: RandomNumbers, at: number): Plant {
  if (at < FIRST) return 'plain';
  let drawn = random.below(1000);
  for (const [plant, share] of PLANTED) {
    if (drawn < share) return plant;
    drawn -= share;
  }
  return 'plain';
}

function writeParagraphs({ writer, random }: Desk): readonly string[] {
  return Array.from({ length: 4 + random.below(5) }, () => writer.paragraph());
}

/** Weather and prices: the same words around other names and numbers, each day. */
function writeSeries({ random }: Desk): readonly string[] {
  const place = (): string => random.pick(SENTENCE_WORDS.places, '');
  const number = (): number => random.below(40) + 1;
  return [
    `Rain is expected in ${place()} and ${place()} by the evening, with winds of ${number()} knots and a high of ${number()} degrees at the coast; it stays dry in ${place()}.`,
    `The tide turns at ${number()}.${number()} in ${place()} and at ${number()}.${number()} in ${place()}, and stands ${number()} centimetres above the mean at noon in ${place()}.`,
    `Herring was sold for ${number()}.${number()} crowns a kilo in ${place()}, cod for ${number()}.${number()} in ${place()}, and the index of the ports closed at ${number()}${number()}, up ${number()} points.`,
  ];
}

function copyFrom(desk: Desk, original: Written, plant: Plant): Body {
  const { random, writer } = desk;
  const title = random.isIn(0.5) ? writer.title() : original.title;
  const body = plant === 'exact' ? original.body : original.body.map((text) => reword(text, REWORDED, random));
  return { plant, from: original.id, title, body: random.isIn(0.3) ? [writer.sentence(), ...body] : body };
}

function liftFrom(desk: Desk, original: Written): Body {
  const { random, writer } = desk;
  const worth = original.body.filter((text) => countWords(text) >= MIN_LIFTED);
  const body = [...writeParagraphs(desk)];
  const lifted = random.pick(worth, '');
  body.splice(random.below(body.length + 1), 0, random.isIn(0.5) ? lifted : reword(lifted, 0.04, random));
  return {
    plant: lifted === '' ? 'plain' : 'lifted',
    from: lifted === '' ? undefined : original.id,
    title: writer.title(),
    body,
  };
}

function writeCorrection({ writer }: Desk, original: Written): Body {
  const [sentence = ''] = (original.body[0] ?? '').split('. ');
  const body = [
    `An earlier article under the heading “${original.title}” said: ${sentence}. That was wrong.`,
    `${writer.sentence()} ${writer.sentence()} The editors are sorry for the mistake.`,
  ];
  return { plant: 'correction', from: undefined, title: `Correction of ${original.title.toLowerCase()}`, body };
}

function writeQuoting(desk: Desk): Body {
  const { random, writer, statements } = desk;
  const body = [...writeParagraphs(desk)];
  const speaker = `${random.pick(SENTENCE_WORDS.given, '')} ${random.pick(SENTENCE_WORDS.surnames, '')}`;
  body.splice(1 + random.below(body.length), 0, `${random.pick(statements, '')} said ${speaker}.`);
  return { plant: 'quoting', from: undefined, title: writer.title(), body };
}

function writeBody(desk: Desk, at: number): Body {
  const { random, writer, written } = desk;
  const plant = choosePlant(random, at);
  const original = written[random.below(written.length)];
  const plain: Body = { plant: 'plain', from: undefined, title: writer.title(), body: writeParagraphs(desk) };
  if (plant === 'series') return { ...plain, plant, body: writeSeries(desk) };
  if (plant === 'quoting') return writeQuoting(desk);
  if (plant === 'plain' || !original) return plain;
  if (plant === 'correction') return writeCorrection(desk, original);
  return plant === 'lifted' ? liftFrom(desk, original) : copyFrom(desk, original, plant);
}

/** The lines of a source: an insert between paragraphs, and a paragraph below. */
interface SourceLines {
  readonly source: string;
  readonly insert: string;
  readonly standing: string;
}

function nameSources(random: RandomNumbers): readonly SourceLines[] {
  return Array.from({ length: SOURCES }, (_, at) => {
    const name = `The ${random.pick(SENTENCE_WORDS.places, '')} ${random.pick(['Gazette', 'Herald', 'Post', 'Observer', 'Mail'], '')}`;
    const code = `${random.pick(SENTENCE_WORDS.surnames, '').toUpperCase()}${random.below(90) + 10}`;
    const fill = (text: string): string => text.replaceAll('{name}', name).replaceAll('{code}', code);
    const insert = fill(INSERT_LINES[at % INSERT_LINES.length] ?? '');
    return { source: `source-${at}`, insert, standing: fill(STANDING_PARAGRAPHS[at % STANDING_PARAGRAPHS.length] ?? '') };
  });
}

function addLines(body: readonly string[], { insert, standing }: SourceLines, random: RandomNumbers) {
  const lines = [...(random.isIn(INSERT_SHARE) ? [insert] : []), ...(random.isIn(STANDING_SHARE) ? [standing] : [])];
  const whole = [...body];
  if (lines.includes(insert)) whole.splice(1 + random.below(whole.length), 0, insert);
  if (lines.includes(standing)) whole.push(standing);
  return { whole, lines };
}

/** `count` articles in the order in which they come in, with planted copies of earlier ones. */
export function planArticles(count: number, random: RandomNumbers): readonly PlantedArticle[] {
  const writer = createProseWriter(random);
  const statements = Array.from({ length: 12 }, () => writer.statement());
  const desk: Desk = { random, writer, written: [], statements };
  const sources = nameSources(random);
  return Array.from({ length: count }, (_, at) => {
    const { plant, from, title, body } = writeBody(desk, at);
    const lines = random.pick(sources, { source: '', insert: '', standing: '' });
    const added = addLines(body, lines, random);
    const id = `article-${at}`;
    if (plant === 'plain') desk.written.push({ id, title, body });
    return { id, source: lines.source, text: [title, ...added.whole].join('\n\n'), plant, from, lines: added.lines };
  });
}

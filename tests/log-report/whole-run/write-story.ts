import { paragraph } from '../../../bench/texts/article-text.ts';
import { randomSource } from '../../../bench/texts/random-source.ts';
import type { Article } from '../../../src/index.ts';
import { CANARY } from '../../service/expect-log-contract.ts';

type StoryKind = 'clean' | 'hidden' | 'advert' | 'garbage' | 'copy' | 'markdown';

/** Of twenty stories, one after another; what is not named is clean. */
const ORDER: Readonly<Record<number, StoryKind>> = {
  ...{ 1: 'hidden', 4: 'advert', 6: 'hidden', 8: 'garbage', 9: 'hidden', 11: 'copy', 12: 'hidden', 14: 'markdown' },
  ...{ 15: 'hidden', 17: 'hidden', 19: 'hidden' },
};
/** A plain name, one that lines give as a hash only, and none. */
const SOURCES = ['harbour-office', `https://gazette.example/feed?token=${CANARY}`, undefined] as const;
/** How far back a copy looks. */
const COPIED = 11;
const EVERY = 20;

const ADVERT = '★ LuckyHarbour Casino: 200 free spins, claim your bonus now ★';
const GARBAGE = 'x7Kq2ZpL9vTb4WmR8sYd3GhJ6 undefined {{ article.summary }} Â€â€œ Ã¼Ã¤ lkj3h4 kjh34 kjh2 ƒ™Š‰';
/** What no reader sees; people restore it. */
export const HIDDEN = `The pilots also asked for a second light ${CANARY} on the northern pier.`;
/** What people take out, and what they change. */
export const SHOWN = 'The pilots of the eastern channel left at four.';

const kindOf = (number: number): StoryKind => ORDER[number % EVERY] ?? 'clean';

function writeText(number: number, kind: StoryKind): string {
  const random = randomSource(number + 1);
  const head = `Notice ${number} of the harbour office`;
  const [first, second] = [`${paragraph(random)} It had the mark ${CANARY}.`, paragraph(random)];
  switch (kind) {
    case 'hidden':
      return `<article><h1>${head}</h1><p>${first}</p><p style="display:none">${HIDDEN}</p><p>${second}</p><p>${SHOWN}</p></article>`;
    case 'advert':
      return [head, first, ADVERT, second].join('\n\n');
    case 'garbage':
      return [head, GARBAGE, GARBAGE, first].join('\n\n');
    case 'markdown':
      return [`# ${head}`, first, '## What comes next', second].join('\n\n');
    default:
      return [head, first, second].join('\n\n');
  }
}

const FORMATS: Readonly<Partial<Record<StoryKind, 'html' | 'markdown'>>> = { hidden: 'html', markdown: 'markdown' };

/** An invented story, always the same for a number and a version; title, address and text have the canary. */
export function writeStory(number: number, version = 1): Article {
  const kind = kindOf(number);
  const text = kind === 'copy' ? writeText(number - COPIED, kindOf(number - COPIED)) : writeText(number, kind);
  const source = SOURCES[number % SOURCES.length];
  return {
    id: `story ${number}`,
    format: FORMATS[kind] ?? 'text',
    title: `Notice ${number} ${CANARY}`,
    url: `https://gazette.example/${CANARY}/${number}`,
    text: version === 1 ? text : `${text}\n\n${paragraph(randomSource(number * 31 + version))}`,
    ...(source !== undefined && { source }),
  };
}

const MANY = 2000;

/** It takes so long to moderate that much can come in between. */
export const LONG: Article = {
  id: 'a long story',
  text: Array.from(
    { length: MANY },
    (_, line) => `The harbour council of Merrow heard the pilots on item ${line} of the agenda, in vote ${line * 7}.`,
  ).join('\n\n'),
};

import type { Block } from '../../../model/block.ts';
import type { NamedSpan } from '../named-span.ts';
import type { NameReader } from './create-name-reader.ts';
import { contentWords } from './name-key.ts';

const SPACES = /\s+/gu;
const POSSESSIVE = /['’]s$/iu;
const LOWER = /\p{Ll}/u;

interface Form {
  readonly surface: string;
  readonly words: number;
  /** Set in capitals though it is no acronym, so that it is only a heading's way to write the name. */
  readonly isShouted: boolean;
  readonly inHeading: boolean;
}

/** The names of an entity: the fullest, and the others in order of first use. */
interface Names {
  readonly name: string;
  readonly aliases: readonly string[];
}

function readForm(text: string, span: NamedSpan, blocks: readonly Block[], readName: NameReader): Form {
  const surface = text.slice(span.start, span.end).replaceAll(SPACES, ' ').replace(POSSESSIVE, '');
  const { words, acronym } = readName(surface, span.type);
  const kind = blocks[span.block]?.kind;
  const inHeading = kind === 'title' || kind === 'heading';
  return { surface, words: contentWords(words).length, isShouted: acronym === '' && !LOWER.test(surface), inHeading };
}

function compareForms(a: Form, b: Form): number {
  return (
    Number(a.isShouted) - Number(b.isShouted) ||
    b.words - a.words ||
    b.surface.length - a.surface.length ||
    Number(a.inHeading) - Number(b.inHeading)
  );
}

/** Chooses the form with the most words, then the longest, then the first; one in capitals only where there is no other. */
export function chooseName(text: string, mentions: readonly NamedSpan[], blocks: readonly Block[], readName: NameReader): Names {
  const forms = mentions.map((span) => readForm(text, span, blocks, readName));
  const name = [...forms].sort(compareForms)[0]?.surface ?? '';
  const surfaces = new Set(forms.map(({ surface }) => surface));
  return { name, aliases: [...surfaces].filter((surface) => surface !== name) };
}

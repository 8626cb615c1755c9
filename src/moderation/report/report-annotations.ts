import { ENTITY_TYPES, type Entity } from '../model/annotation.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import type { Palette } from './create-palette.ts';
import { cutText } from './cut-text.ts';
import { reportValues } from './report-values.ts';
import { revealControls } from './reveal-controls.ts';

const MAX_PER_TYPE = 20;
const MAX_TOPICS = 8;
/** Words shown behind a topic. */
const MAX_EVIDENCE = 4;
const TYPE_NAMES = { PER: 'people', LOC: 'places', ORG: 'organisations', MISC: 'other names' } as const;

function nameEntity(entity: Entity): string {
  const aliases = entity.aliases.filter((alias) => alias !== entity.name);
  const also = aliases.length > 0 ? `, also ${aliases.join(', ')}` : '';
  return revealControls(`${entity.name} (${entity.mentions.length}${also})`);
}

function entitySection(result: ModeratedArticle, palette: Palette, width: number): readonly string[] {
  const lines = ENTITY_TYPES.flatMap((type) => {
    const members = result.entities.filter((entity) => entity.type === type);
    if (members.length === 0) return [];
    const more = members.length > MAX_PER_TYPE ? [`    … and ${members.length - MAX_PER_TYPE} more`] : [];
    const listed = members.slice(0, MAX_PER_TYPE).map((entity) => `    ${cutText(nameEntity(entity), width - 4)}`);
    return [`  ${palette.cyan(TYPE_NAMES[type])}`, ...listed, ...more];
  });
  return lines.length === 0 ? [] : ['', palette.bold('Entities'), ...lines];
}

function topicSection(result: ModeratedArticle, palette: Palette, width: number): readonly string[] {
  const lines = result.topics.slice(0, MAX_TOPICS).map(({ code, label, score, evidence }) => {
    const words = evidence.slice(0, MAX_EVIDENCE).map(({ text }) => text);
    const line = `  ${score.toFixed(2)}  ${revealControls(label)}: ${revealControls(words.join(', '))}`;
    return `${cutText(line, Math.max(0, width - code.length - 2))}  ${palette.dim(revealControls(code))}`;
  });
  return lines.length === 0 ? [] : ['', palette.bold('Topics'), ...lines];
}

/** Entities by type with their aliases and number of mentions, topics with the words that earned them, values and keyphrases. */
export function reportAnnotations(result: ModeratedArticle, palette: Palette, width: number): readonly string[] {
  return [
    ...entitySection(result, palette, width),
    ...topicSection(result, palette, width),
    ...reportValues(result, palette, width),
  ];
}

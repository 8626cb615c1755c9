import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate, moderateWith } from '../../../../src/index.ts';
import { createNameRecogniser } from '../../../../src/moderation/annotate/entities/create-name-recogniser.ts';
import { findRole } from '../../../../src/moderation/annotate/entities/find-role.ts';
import { splitNameTokens } from '../../../../src/moderation/annotate/entities/sequence/split-name-tokens.ts';
import { shippedNameModel } from '../../../../src/moderation/annotate/entities/shipped-name-model.ts';
import { toPlainText } from '../../../../src/moderation/annotate/to-plain-text.ts';
import { readSentences } from '../../../../src/moderation/annotate/tokens/read-sentences.ts';

/** The role before the name that follows "|". */
function readRole(marked: string): string | undefined {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const [sentence] = readSentences(toPlainText(text), text.length).filter(({ end }) => end > at);
  if (!sentence) throw new Error('no sentence');
  const words = splitNameTokens(text, sentence);
  const role = findRole(
    words,
    words.findIndex(({ start }) => start === at),
  );
  return role && text.slice(role.start, role.end);
}

describe('findRole', () => {
  it.each([
    ['We met Defense Secretary |Tom Harker.', 'Defense Secretary'],
    ['We met Treasury Secretary |Ann Doyle.', 'Treasury Secretary'],
    ['We met House Speaker |Jim Reed.', 'House Speaker'],
    ['We met first lady |Jane Harlan.', 'first lady'],
    ['We met Homeland Security Secretary |Jane Harlan.', 'Homeland Security Secretary'],
    ['We met Police Chief Inspector |Jane Harlan.', 'Police Chief Inspector'],
    ['We met Professor Emeritus |Alan Grey.', 'Professor Emeritus'],
    ['We met Deputy Prime Minister and Minister of Finance |Olga Petrenko.', 'Deputy Prime Minister and Minister of Finance'],
    ['We met Deputy Minister of Defence |Ivan Petrov.', 'Deputy Minister of Defence'],
    ['We met ex-President |Ivan Petrov.', 'ex-President'],
    ['We met the President and Chairman |Ivan Petrov.', 'President and Chairman'],
    ['We met Chairman Mr |Jim Reed.', 'Chairman'],
    ['We met the late Mayor |Jim Reed.', 'late Mayor'],
    ['We met Mr |Jim Reed.', undefined],
    ['We met his wife |Ann Reed.', undefined],
    ['We met his former wife |Ann Reed.', undefined],
    ['They sailed from Port-au-Prince, |Rostov said.', undefined],
    ['They left the house |Jim Reed built.', undefined],
    ['We met the team |Jim Reed built.', undefined],
  ])('%s', (text, role) => {
    expect(readRole(text)).toBe(role);
  });
});

describe('roles of persons', () => {
  const text = 'They met Deputy Minister of Defence Ivan Petrov and Mayor Ann Doyle at noon. Mayor Ann Doyle left.';
  const ruleset = loadRuleset();
  const rolesOf = ({ entities }: ReturnType<typeof moderate>) => entities.map(({ name, roles }) => [name, roles]).sort();

  it('are the same whichever recogniser found the names', async () => {
    const expected = [
      ['Ann Doyle', ['Mayor']],
      ['Ivan Petrov', ['Deputy Minister of Defence']],
    ];
    const article = { id: 'roles', text };
    expect(rolesOf(moderate(article, { ruleset }))).toEqual(expected);
    const recogniser = createNameRecogniser(shippedNameModel(), 'shipped');
    expect(rolesOf(await moderateWith(article, { ruleset, recogniser }))).toEqual(expected);
  });
});

import fc from 'fast-check';
import type { Amendment } from '../../src/index.ts';
import { ENTITY_TYPES } from '../../src/moderation/model/annotation.ts';
import { FINDING_KINDS } from '../../src/moderation/model/finding.ts';
import type { ModeratedArticle } from '../../src/moderation/model/moderated-article.ts';
import type { Span } from '../../src/moderation/model/span.ts';

/** Whatever a person may write: prose, noise that the machine removes, markup, lines, nothing, and what trips up text code. */
const written = fc.oneof(
  fc.constantFrom(
    'The pilots stayed at the quay.',
    'tide',
    '',
    ' ',
    'Use promo code HARBOUR15 today!',
    'One line\nand another',
    'A paragraph.\n\n\nAnother one.',
    '<script>alert(1)</script>',
    '</p><img src=x onerror=alert(1)>',
    '[tide](javascript:alert(1)) **tide** `tide`',
    '# tide',
    '&amp; &lt;b&gt;',
    '\0',
    '\u202e\u200b',
    '👩\u200d🚀',
    '  the tide  ',
    '\ud83d',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Where a person would point: at findings, blocks and mentions of the result, parts of them, and anywhere. */
function spansOf({ original, findings, blocks, entities }: ModeratedArticle): fc.Arbitrary<Span> {
  const mentions = entities.flatMap((entity) => entity.mentions);
  const named: readonly Span[] = [
    ...findings,
    ...[...blocks, ...mentions].map(({ sourceStart, sourceEnd }) => ({ start: sourceStart, end: sourceEnd })),
  ].map(({ start, end }) => ({ start, end }));
  const offset = fc.integer({ min: -1, max: original.length + 2 });
  const anywhere = fc.tuple(offset, fc.integer({ min: 0, max: 60 })).map(([start, length]) => ({ start, end: start + length }));
  if (named.length === 0) return anywhere;
  const part = fc.tuple(fc.constantFrom(...named), fc.nat({ max: 4 }), fc.nat({ max: 4 }));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...named) },
    { weight: 2, arbitrary: part.map(([{ start, end }, from, to]) => ({ start: start + from, end: end - to })) },
    { weight: 1, arbitrary: anywhere },
  );
}

/** Amendments of an article with this result, some of which name nothing or contradict each other. */
export function arbitraryAmendments(result: ModeratedArticle): fc.Arbitrary<readonly Amendment[]> {
  const span = spansOf(result);
  const rules = ['spam.promo@1', ...result.findings.map(({ rule }) => rule)];
  const names = ['Merrow', ...result.entities.map(({ name }) => name)];
  const codes = ['medtop:04000000', 'medtop:20000344', 'none', ...result.topics.map(({ code }) => code)];
  const finding =
    result.findings.length === 0
      ? fc.tuple(span, fc.constantFrom(...rules)).map(([place, rule]) => ({ ...place, rule }))
      : fc.constantFrom(...result.findings).map(({ start, end, rule }) => ({ start, end, rule }));
  const one: fc.Arbitrary<Amendment> = fc.oneof(
    span.map((place): Amendment => ({ id: '', kind: 'restore', ...place })),
    span.map((place): Amendment => ({ id: '', kind: 'remove', ...place })),
    fc.tuple(span, written).map(([place, text]): Amendment => ({ id: '', kind: 'replace', ...place, text })),
    fc
      .tuple(finding, fc.oneof(fc.constant('fine' as const), fc.constantFrom(...FINDING_KINDS)))
      .map(([place, to]): Amendment => ({ id: '', kind: 'reclassify', ...place, to })),
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...ENTITY_TYPES))
      .map(([name, type]): Amendment => ({ id: '', kind: 'reject_entity', name, type })),
    span.map((place): Amendment => ({ id: '', kind: 'reject_entity', ...place })),
    fc
      .tuple(fc.constantFrom(...codes), fc.constantFrom('reject_topic' as const, 'add_topic' as const))
      .map(([code, kind]): Amendment => ({ id: '', kind, code })),
  );
  return fc.tuple(fc.array(one, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 30 })).map(([list, twice]) =>
    // Now and then two have one id.
    list.map((amendment, index) => ({ ...amendment, id: `a${twice === index ? 0 : index}` })),
  );
}

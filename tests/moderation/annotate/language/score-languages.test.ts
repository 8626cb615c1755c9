import { eld } from 'eld/small';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreLanguages } from '../../../../src/moderation/annotate/language/score-languages.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';

const TEXTS = [
  'The harbour council met at noon to hear what the pilots wanted, and most of them stayed.',
  'Der Hafenrat trat am Mittag zusammen, um zu hören, was die Lotsen wollten, und die meisten blieben.',
  'Le conseil du port s’est réuni à midi pour entendre ce que voulaient les pilotes.',
  'Совет порта собрался в полдень, чтобы услышать, чего хотят лоцманы.',
  'El consejo del puerto se reunió al mediodía para escuchar lo que querían los prácticos.',
  'Rada portu zebrała się w południe, aby usłyszeć, czego chcą piloci.',
  'Liman meclisi, kılavuz kaptanların ne istediğini duymak için öğlen toplandı. İSTANBUL',
  '港口委员会中午开会，听取引航员的意见。',
  'Satamaneuvosto kokoontui keskipäivällä kuulemaan, mitä luotsit halusivat.',
  'Το συμβούλιο του λιμανιού συνεδρίασε το μεσημέρι.',
];

/** What the package says of a text. */
function readWithEld(text: string) {
  const result = eld.detect(text);
  return { best: result.language === '' ? 'und' : result.language, score: result.getScores()[result.language] ?? 0 };
}

function expectSame(text: string): void {
  const { best, score } = readWithEld(text);
  const ours = scoreLanguages(text);
  expect(ours.scoreOf(best)).toBeCloseTo(score, 9);
  expect(ours.scoreOf(ours.best)).toBeCloseTo(score, 9);
}

describe('scoreLanguages', () => {
  it.each(TEXTS)('says what eld says: %s', (text) => {
    expect(scoreLanguages(text).best).toBe(readWithEld(text).best);
    expectSame(text);
  });

  it('says what eld says of any words', () => {
    const words = TEXTS.flatMap((text) => text.split(' '));
    const anyWords = fc.array(fc.oneof(fc.constantFrom(...words), fc.stringMatching(/^[a-zà-öа-я'’.,0-9]{0,12}$/u)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(anyWords, (parts) => expectSame(`${parts.join(' ')}.`)),
      { numRuns: 300 },
    );
  });

  it.each(['', '12 34', '—', '\0', '\ud800'])('knows nothing of %j', (text) => {
    expect(scoreLanguages(text)).toMatchObject({ best: 'und', letters: 0 });
    expect(scoreLanguages(text).scoreOf('en')).toBe(0);
  });

  it('reads no more than the beginning', () => {
    expect(cpuSeconds(() => scoreLanguages("'a'".repeat(1_000_000)))).toBeLessThan(1);
  });
});

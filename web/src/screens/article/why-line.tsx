import type { Result } from '../../api/desk-types.ts';
import { say, sayNamed, sayNumber } from '../../messages/say.ts';
import { explainScore } from '../../model/explain-score.ts';

interface Props {
  readonly quality: Result['quality'];
  readonly onChoose: (finding: string) => void;
}

/** The sum behind the score: what each kind of finding takes from 100. */
export function WhyLine({ quality, onChoose }: Props) {
  const { score, parts, limits } = explainScore(quality);
  return (
    <section class="why" aria-label={say('why.label')}>
      <span class="why-word" aria-hidden="true">
        {say('why.title')}
      </span>
      <ol>
        <li class="whole">{say('why.whole')}</li>
        {parts.map(({ name, points, findings }) => (
          <li key={name} data-points={points}>
            <button type="button" class="part" onClick={() => findings[0] && onChoose(findings[0])}>
              <span class="minus">{say('why.minus', { points })}</span> {sayNamed('kind', name)}
              {findings.length > 1 ? <span class="times">{say('why.times', { count: findings.length })}</span> : null}
            </button>
          </li>
        ))}
        <li class="total">{say('why.total', { score: sayNumber(score) })}</li>
      </ol>
      {limits.length > 0 ? (
        <details class="limits">
          <summary>{say('why.limits', { count: limits.length })}</summary>
          <ul>
            {limits.map((name) => (
              <li key={name}>{name.replaceAll(/[._]/gu, ' ')}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

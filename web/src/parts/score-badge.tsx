import { say, sayNumber } from '../messages/say.ts';

/** Below these limits a score asks for a look, or for a close one. The number stands beside the colour. */
const GOOD = 85;
const FAIR = 60;

export function ScoreBadge({ score, isLarge = false }: { readonly score: number | null; readonly isLarge?: boolean }) {
  if (score === null) return <span class="score none">{say('score.none')}</span>;
  const tone = score >= GOOD ? 'good' : score >= FAIR ? 'fair' : 'poor';
  return (
    <span class={`score ${tone} ${isLarge ? 'large' : ''}`}>
      <span class="unseen">{say('score.label')} </span>
      {sayNumber(score)}
    </span>
  );
}

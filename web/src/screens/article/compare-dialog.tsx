import type { DeskArticle, Finding } from '../../api/desk-types.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { diffWords } from '../../model/diff-words.ts';
import { writeRoute } from '../../model/route.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { WordRuns } from '../../parts/word-runs.tsx';

interface Props {
  readonly article: DeskArticle;
  readonly finding: Finding;
  readonly onClose: () => void;
}

/** Pairs of offsets as the evidence has them. */
function listSpans({ evidence: { related_spans: spans } }: Finding): readonly (readonly [number, number])[] {
  const numbers = Array.isArray(spans) ? spans.filter((one) => typeof one === 'number') : [];
  return numbers.flatMap((start, index) => (index % 2 === 0 ? [[start, numbers[index + 1] ?? start] as const] : []));
}

/** Markup is no word. */
const toWords = (text: string, format: string) =>
  (format === 'html' ? text.replaceAll(/<[^<>]*>/gu, ' ') : text).replaceAll(/\s+/gu, ' ').trim();

/** What a finding says again beside what it repeats. */
export function CompareDialog({ article, finding, onClose }: Props) {
  const { original, format, copies } = article;
  const here = toWords(original?.slice(finding.start, finding.end) ?? '', format);
  const elsewhere = copies.filter(({ findings }) => findings.includes(finding.id));
  const spans = listSpans(finding);
  return (
    <Dialog title={say('compare.title', { kind: sayNamed('kind', finding.kind) })} onClose={onClose} isWide>
      {spans.length + elsewhere.length === 0 ? <p class="empty">{say('compare.gone')}</p> : null}
      {spans.map(([start, end]) => {
        const runs = diffWords(toWords(original?.slice(start, end) ?? '', format), here);
        return (
          <div class="compare" key={start}>
            <section>
              <h3>{say('compare.earlier')}</h3>
              <WordRuns runs={runs} side="before" />
            </section>
            <section>
              <h3>{say('compare.here')}</h3>
              <WordRuns runs={runs} side="after" />
            </section>
          </div>
        );
      })}
      {elsewhere.length > 0 ? (
        <section>
          <h3>{say('compare.elsewhere')}</h3>
          <ul class="copies">
            {elsewhere.map(({ id, title, source }) => (
              <li key={id}>
                <a href={writeRoute('article', id)}>
                  <bdi>{title || say('article.untitled')}</bdi>
                </a>{' '}
                <bdi class="quiet">{source}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  );
}

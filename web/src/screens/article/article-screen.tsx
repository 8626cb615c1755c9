import { useEffect } from 'preact/hooks';
import type { Filter } from '../../api/desk.ts';
import { useApp } from '../../app-context.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { keepOpened } from '../../queue-order.ts';
import { ArticleWork } from './article-work.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { useArticle } from './use-article.ts';

interface Props {
  readonly id: string;
  readonly revision: string;
  /** Of the queue from which it was opened. */
  readonly filter: Filter;
}

/** One article: what came in, what became of it, and the decision. */
export function ArticleScreen({ id, revision, filter }: Props) {
  const { announce } = useApp();
  const open = useArticle(id, revision);
  const { article, problem, conflict, closeConflict } = open;
  const title = article?.title || article?.result?.article.title || say('article.untitled');
  useEffect(() => {
    if (!article) return;
    keepOpened(id);
    document.title = `${title} – ${say('app.name')}`;
    document.getElementById('article-title')?.focus({ preventScroll: true });
    announce(say('article.opened', { title, count: article.result?.findings.length ?? 0 }));
  }, [article?.id, article?.revision]);
  useEffect(() => {
    if (problem) document.querySelector<HTMLElement>('main h1')?.focus();
  }, [problem]);
  if (problem) {
    return (
      <div class="centre">
        <h1 tabIndex={-1}>{sayNamed('problem', problem.code, problem.message)}</h1>
        <p>
          <a href={writeRoute('queue', '', filter)}>{say('nav.back')}</a>
        </p>
      </div>
    );
  }
  if (!article) return <p class="centre loading">{say('app.loading')}</p>;
  return (
    <>
      <ArticleWork key={`${article.id} ${article.revision}`} open={open} article={article} filter={filter} />
      {conflict ? <ConflictDialog conflict={conflict} onClose={closeConflict} /> : null}
    </>
  );
}

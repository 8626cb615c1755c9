import { desk } from '../../api/desk.ts';
import type { DeskArticle } from '../../api/desk-types.ts';
import { FindingsList } from './findings-list.tsx';
import { HistoryList } from './history-list.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { SidePanel } from './side-panel.tsx';
import type { OpenArticle } from './use-article.ts';
import { type useArticleActs, useFindingActs, type Work } from './use-work.ts';

interface Props {
  readonly open: OpenArticle;
  readonly article: DeskArticle;
  readonly work: Work;
  readonly acts: ReturnType<typeof useArticleActs>['acts'];
}

/** What stands beside the text: findings, history, notes. */
export function WorkPanel({ open, article, work, acts: keyed }: Props) {
  const { view, panel, setPanel, findings, noteField, canAmend, can } = work;
  const acts = useFindingActs(open, work, keyed);
  const counts = {
    findings: view?.findings.length ?? 0,
    history: article.history.length,
    notes: article.notes.length + article.appeals.length,
  };
  const note = async (text: string) => (await open.actFreely(() => desk.note(article.id, article.revision, text))) !== undefined;
  return (
    <SidePanel panel={panel} onPanel={setPanel} counts={counts}>
      {panel === 'findings' && view ? (
        <FindingsList
          {...{ groups: view.groups, original: view.original, isHtml: view.isHtml, language: view.language, canAmend, acts }}
          {...{ chosen: findings.row, onChoose: findings.choose, box: findings.box }}
          canMakeRule={can('propose_rule')}
        />
      ) : null}
      {panel === 'history' ? <HistoryList article={article} /> : null}
      {panel === 'notes' ? <NotesPanel article={article} field={noteField} onNote={note} /> : null}
    </SidePanel>
  );
}

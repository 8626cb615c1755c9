import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import type { DeskArticle } from '../../api/desk-types.ts';
import { useDraft } from '../../drafts.ts';
import { say } from '../../messages/say.ts';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { sayAppeal } from '../../parts/say-appeal.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { Age } from '../../parts/time.tsx';

interface Props {
  readonly article: DeskArticle;
  readonly field: Ref<HTMLTextAreaElement>;
  /** Answers whether the note was kept. */
  readonly onNote: (text: string) => Promise<boolean>;
}

const MAX_NOTE = 10_000;

/** What people say to each other about an article. */
export function NotesPanel({ article: { id, revision, notes, appeals, actions }, field, onNote }: Props) {
  const draft = useDraft(`note ${id} ${revision}`);
  const text = draft.text ?? '';
  const now = useRef(text);
  now.current = text;
  const isSending = useRef(false);
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '' || isSending.current) return;
    isSending.current = true;
    const isKept = await onNote(text.trim());
    isSending.current = false;
    // Unless somebody has gone on writing.
    if (isKept && now.current === text) draft.keep(undefined);
  };
  return (
    <ScrollBox class="notes" label={say('panel.notes')}>
      {actions.includes('note') ? (
        <form onSubmit={(event) => void send(event)}>
          <label>
            <span>{say('note.new')}</span>
            <textarea
              ref={field}
              value={text}
              rows={3}
              dir="auto"
              maxLength={MAX_NOTE}
              onInput={({ currentTarget: { value } }) => draft.keep(value === '' ? undefined : value)}
            />
          </label>
          <button type="submit" class="act" disabled={text.trim() === ''}>
            {say('note.send')}
          </button>
        </form>
      ) : null}
      {appeals.length > 0 ? (
        <ol>
          {appeals.map((appeal) => (
            <li key={appeal.id} class="note appeal">
              <strong>{say('appeal.name')}</strong> <PersonBadge person={appeal.by} isNamed /> <Age since={appeal.time} />
              <p dir="auto">{appeal.text ?? say('note.purged')}</p>
              <p class="quiet">{sayAppeal(appeal)}</p>
            </li>
          ))}
        </ol>
      ) : null}
      {notes.length === 0 && actions.includes('note') ? <p class="empty">{say('note.none')}</p> : null}
      <ol>
        {[...notes].reverse().map((note) => (
          <li key={note.id} class="note">
            <PersonBadge person={note.by} isNamed /> <Age since={note.time} />
            <p dir="auto">{note.text ?? say('note.purged')}</p>
          </li>
        ))}
      </ol>
    </ScrollBox>
  );
}

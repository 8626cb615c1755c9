import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/call.ts';
import { desk } from '../api/desk.ts';
import { type HeldDecision, useApp } from '../app-context.ts';
import { useKeys } from '../keys/use-keys.ts';
import { say, sayNamed } from '../messages/say.ts';
import { reopen } from '../use-route.ts';
import { ActButton } from './act-button.tsx';

const WHOLE_MS = 10_000;

function Countdown({ held, onUndo }: { readonly held: HeldDecision; readonly onUndo: () => void }) {
  const { setHeld } = useApp();
  const [left, setLeft] = useState(held.until - Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const rest = held.until - Date.now();
      setLeft(rest);
      if (rest <= 0) setHeld(null);
    }, 250);
    return () => clearInterval(timer);
  }, [held]);
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return (
    <div class="undo-bar">
      <p>
        <strong>{sayNamed('decided', held.decision)}</strong>{' '}
        <bdi class="undo-title">{held.title || say('article.untitled')}</bdi>
      </p>
      <progress aria-label={say('undo.left')} max={WHOLE_MS} value={Math.max(0, left)} />
      <span class="quiet" aria-hidden="true">
        {say('undo.seconds', { count: seconds })}
      </span>
      <ActButton act="undo" onAct={onUndo}>
        {say('undo.act')}
      </ActButton>
    </div>
  );
}

/** A decision that nobody was told of yet, and its undoing. */
export function UndoBar() {
  const { held, setHeld, notify, session } = useApp();
  const isUndoing = useRef(false);
  const undo = async () => {
    if (!held) return;
    isUndoing.current = true;
    setHeld(null);
    try {
      await desk.undo(held.id, held.revision);
      notify(say('decide.undone'));
      reopen(held.address);
    } catch (error) {
      // It can be tried again, as long as there is time.
      if (held.until > Date.now()) setHeld(held);
      notify(error instanceof Problem ? sayNamed('problem', error.code, error.message) : say('problem.offline'), 'bad');
    } finally {
      isUndoing.current = false;
    }
  };
  const undoHeld = () => {
    if (held) return void undo();
    if (!isUndoing.current && session?.person.role !== 'publisher') notify(say('undo.nothing'), 'bad');
  };
  useKeys({ undo: undoHeld });
  return (
    <section aria-label={say('undo.label')} class="undo-place">
      {held ? <Countdown held={held} onUndo={() => void undo()} /> : null}
    </section>
  );
}

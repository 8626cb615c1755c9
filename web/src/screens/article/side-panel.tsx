import type { ComponentChildren } from 'preact';
import { say } from '../../messages/say.ts';

const PANELS = ['findings', 'history', 'notes'] as const;
export type Panel = (typeof PANELS)[number];

interface Props {
  readonly panel: Panel;
  readonly counts: Readonly<Record<Panel, number>>;
  readonly onPanel: (panel: Panel) => void;
  readonly children: ComponentChildren;
}

/** Findings, history and notes, one at a time. */
export function SidePanel({ panel, counts, onPanel, children }: Props) {
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = PANELS[(PANELS.indexOf(panel) + step + PANELS.length) % PANELS.length];
    if (step === 0 || !next) return;
    onPanel(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <section class="side" aria-label={say('panel.label')}>
      <div role="tablist" class="tabs" aria-label={say('panel.label')} onKeyDown={move}>
        {PANELS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === panel}
            aria-controls="side-panel"
            tabIndex={name === panel ? 0 : -1}
            onClick={() => onPanel(name)}
          >
            {say(`panel.${name}`)} <span class="count">{counts[name]}</span>
          </button>
        ))}
      </div>
      <div role="tabpanel" id="side-panel" aria-labelledby={`tab-${panel}`} class="panel">
        {children}
      </div>
    </section>
  );
}

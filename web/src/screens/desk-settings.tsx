import { useState } from 'preact/hooks';
import { desk } from '../api/desk.ts';
import type { DeskSettings as Settings } from '../api/desk-types.ts';
import { useApp } from '../app-context.ts';
import { say } from '../messages/say.ts';
import { Waiting } from '../parts/waiting.tsx';
import { useAsked } from '../use-asked.ts';
import { useDoing } from '../use-doing.ts';

/** Of a share, without what binary fractions add. */
const toPercent = (share: number) => Number((share * 100).toFixed(6));

function Form({ settings, canChange }: { readonly settings: Settings; readonly canChange: boolean }) {
  const { notify } = useApp();
  const { attempt, isBusy } = useDoing();
  const [hours, setHours] = useState(`${settings.reviewHours}`);
  const [percent, setPercent] = useState(`${toPercent(settings.secondReviewShare)}`);
  const save = async (event: Event) => {
    event.preventDefault();
    const change = { reviewHours: Number(hours), secondReviewShare: Number(percent) / 100 };
    if (await attempt(() => desk.changeSettings(change))) notify(say('desk_settings.kept'));
  };
  return (
    <form onSubmit={save}>
      <label class="field">
        <span>{say('desk_settings.hours')}</span>
        <input
          type="number"
          min={1}
          max={8760}
          required
          disabled={!canChange}
          value={hours}
          onInput={({ currentTarget }) => setHours(currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{say('desk_settings.share')}</span>
        <input
          type="number"
          min={0}
          max={100}
          step="any"
          required
          disabled={!canChange}
          value={percent}
          onInput={({ currentTarget }) => setPercent(currentTarget.value)}
        />
      </label>
      {canChange ? (
        <button type="submit" class="act" disabled={isBusy}>
          {say('desk_settings.keep')}
        </button>
      ) : (
        <p class="hint">{say('desk_settings.read_only')}</p>
      )}
    </form>
  );
}

/** How the tenant works its desk: seen by leads, changed by admins. */
export function DeskSettings({ canChange }: { readonly canChange: boolean }) {
  const { answer: settings, fault, load } = useAsked(desk.settings);
  return (
    <section class="card" aria-labelledby="desk-settings">
      <h2 id="desk-settings">{say('desk_settings.title')}</h2>
      {settings ? <Form settings={settings} canChange={canChange} /> : <Waiting fault={fault} onRetry={load} />}
    </section>
  );
}

import { useApp } from '../app-context.ts';
import { ACTS } from '../keys/key-map.ts';
import { say, sayNamed } from '../messages/say.ts';
import { writeRoute } from '../model/route.ts';
import { Dialog } from './dialog.tsx';

/** All keys on one sheet. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { keys, preferences } = useApp();
  return (
    <Dialog title={say('help.title')} onClose={onClose} isWide>
      {preferences.usesKeys ? null : <p class="hint">{say('help.off')}</p>}
      <dl class="keys">
        {ACTS.map((act) => (
          <div key={act}>
            <dt>
              <kbd class="key">{keys[act]}</kbd>
            </dt>
            <dd>{sayNamed('act', act)}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{say('help.hint')}</p>
      <p>
        <a href={writeRoute('settings')} onClick={onClose}>
          {say('help.change')}
        </a>
      </p>
    </Dialog>
  );
}

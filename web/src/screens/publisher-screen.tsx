import { useState } from 'preact/hooks';
import { say } from '../messages/say.ts';
import { writeRoute } from '../model/route.ts';
import { Page } from '../parts/page.tsx';
import { TextField } from '../parts/text-field.tsx';

/** Where publishers begin: they look at articles of theirs one by one. */
export function PublisherScreen() {
  const [id, setId] = useState('');
  const open = (event: Event) => {
    event.preventDefault();
    location.hash = writeRoute('article', id.trim());
  };
  return (
    <Page title={say('publisher.title')}>
      <p class="hint lead">{say('publisher.hint')}</p>
      <form class="card fields" onSubmit={open}>
        <TextField
          label={say('publisher.id')}
          required
          size={34}
          pattern="\s*art_\w+\s*"
          title={say('publisher.pattern')}
          value={id}
          onValue={setId}
        />
        <button type="submit" class="act primary">
          {say('publisher.open')}
        </button>
      </form>
    </Page>
  );
}

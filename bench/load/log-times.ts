import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from './journal.ts';

/** Of a line of the desk's log, what is read here. */
interface Line {
  readonly event: string;
  readonly time: string;
  readonly article_id?: string;
}

/** Reads what processes have logged since the last time, and tells the journal when articles were begun and stored. */
export class LogTimes {
  readonly #folder: string;
  readonly #offsets = new Map<string, number>();

  /** `folder`: of the logs of one desk. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  tell(journal: Journal): void {
    if (!existsSync(this.#folder)) return;
    for (const name of readdirSync(this.#folder)) {
      for (const text of this.#readNew(join(this.#folder, name)).split('\n')) {
        if (!/"event":"(?:processing\.started|article\.cleaned)"/u.test(text)) continue;
        // Lines of our own desk, whose form is held by its tests.
        const { event, time, article_id: id = '' } = JSON.parse(text) as Line;
        if (event === 'processing.started' || event === 'article.cleaned') journal.noteLogged(id, event, Date.parse(time));
      }
    }
  }

  /** Whole lines only. */
  #readNew(path: string): string {
    const from = this.#offsets.get(path) ?? 0;
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(fstatSync(file).size - from);
      readSync(file, bytes, 0, bytes.length, from);
      const end = bytes.lastIndexOf(0x0a) + 1;
      this.#offsets.set(path, from + end);
      return bytes.toString('utf8', 0, end);
    } finally {
      closeSync(file);
    }
  }
}

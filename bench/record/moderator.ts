import { setTimeout as sleep } from 'node:timers/promises';
import { type RandomSource, randomSource } from '../texts/random-source.ts';

export interface ModeratorSettings {
  readonly url: string;
  /** What a session sends with each request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly seed: number;
}

/** An article of the desk, as far as a moderator of this kind looks. */
interface Opened {
  readonly id: string;
  readonly revision: number;
  readonly fence: number;
  readonly original: string;
  readonly resultSha256: string;
  readonly against: { readonly decision: Decision; readonly result: string | null } | null;
}

type Decision = 'accepted' | 'rejected';

const ADVERTS = [
  'Buy pills at https://pills.example now and win.',
  '★ LuckyHarbour Casino: 200 free spins, claim your bonus now ★',
  'ADVERTISEMENT',
];
const NOTHING_MS = 500;

/** Works on the desk as people do, only faster: takes what is next, mends some of it, decides, and takes some decisions back. */
export class Moderator {
  readonly #settings: ModeratorSettings;
  readonly #random: RandomSource;
  /** What was refused, for whoever wants to know: other moderators are faster, or the desk is away. */
  readonly refusals = new Map<string, number>();

  constructor(settings: ModeratorSettings) {
    this.#settings = settings;
    this.#random = randomSource(settings.seed);
  }

  /** Goes on until `isOver`. */
  async work(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      try {
        if (!(await this.#takeNext())) await sleep(NOTHING_MS);
        if (this.#random.below(3) === 0) await this.#checkOne();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.refusals.set(reason, (this.refusals.get(reason) ?? 0) + 1);
        await sleep(NOTHING_MS);
      }
    }
  }

  async #takeNext(): Promise<boolean> {
    const { article } = (await this.#call('/v1/desk/next')) as { readonly article: Pick<Opened, 'id' | 'revision'> | null };
    if (!article) return false;
    const opened = await this.#act(article, 'claim');
    const from = performance.now();
    await sleep(300 + this.#random.below(2500));
    const mended = (await this.#mend(opened)) ?? opened;
    const decision = this.#random.below(3) === 0 ? 'rejected' : 'accepted';
    const effort = { keys: 1 + this.#random.below(8), seconds: Math.round((performance.now() - from) / 10) / 100 };
    const wish = { fence: opened.fence, result: mended.resultSha256, decision, effort };
    const reason = decision === 'rejected' ? 'spam' : 'false_alarm';
    const { against } = opened;
    const upheld = against && (against.decision !== decision || against.result !== mended.resultSha256);
    if (against) await this.#act(article, 'appeals/decide', { ...wish, reason, upheld });
    else await this.#act(article, 'decide', { ...wish, reason });
    if (this.#random.below(12) === 0) await this.#act(article, 'undo');
    return true;
  }

  /** Brings back what the machine took out, or takes out what it has left. */
  #mend(article: Opened): Promise<Opened | undefined> {
    const [advert = '', start = -1] =
      ADVERTS.map((one) => [one, article.original.indexOf(one)] as const).find(([, at]) => at >= 0) ?? [];
    if (start >= 0 && this.#random.below(2) === 0)
      return this.#amend(article, { kind: 'restore', start, end: start + advert.length });
    const from = article.original.indexOf('The ');
    if (from >= 0 && this.#random.below(6) === 0) return this.#amend(article, { kind: 'remove', start: from, end: from + 12 });
    return Promise.resolve(undefined);
  }

  #amend(article: Opened, amendment: object): Promise<Opened | undefined> {
    // What was not removed cannot be restored: then the article stays as it is.
    return this.#act(article, 'amendments', { fence: article.fence, amendments: [amendment] }).catch(() => undefined);
  }

  /** A second look at what somebody else has decided. */
  async #checkOne(): Promise<void> {
    const offered = (await this.#call('/v1/desk/checks/next')) as Opened | null;
    if (!offered) return;
    const decision = this.#random.below(3) === 0 ? 'rejected' : 'accepted';
    await this.#act(offered, 'check', { decision, reason: decision === 'rejected' ? 'spam' : 'false_alarm' });
  }

  async #act({ id, revision }: Pick<Opened, 'id' | 'revision'>, name: string, body: object = {}): Promise<Opened> {
    return (await this.#call(`/v1/desk/articles/${id}/${name}`, { revision, ...body })) as Opened;
  }

  async #call(path: string, body?: object): Promise<unknown> {
    const { url, headers } = this.#settings;
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${url}${path}`, { headers: { ...headers, 'content-type': 'application/json' }, ...sent });
    const told: unknown = await answer.json();
    if (answer.ok) return told;
    const { code } = told as { readonly code?: string };
    throw new Error(`${path.split('/').at(-1)}: ${answer.status} ${code ?? ''}`);
  }
}

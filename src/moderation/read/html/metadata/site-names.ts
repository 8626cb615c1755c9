/** Letters and digits of a name in lower case, without accents: "Merrow Herald" and "merrow-herald" are the same. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Code units of a folded name from which it may be the beginning of another one. */
const MIN_SHARED = 4;

function namesOfHost(address: string | undefined): readonly string[] {
  const host = (address === undefined ? undefined : URL.parse(address)?.hostname.replace(/^www\./u, '')) ?? '';
  const labels = host.split('.');
  return [host, labels.slice(0, -1).join('.'), labels.at(-2) ?? ''];
}

/** The names under which a site may appear in titles and bylines: those that are stated, their parts, and its host's. */
export class SiteNames {
  private readonly names: ReadonlySet<string>;

  constructor(stated: readonly string[], address: string | undefined) {
    const parts = stated.flatMap((name) => [name, ...name.split(/\s?\|\s?|\s[–—-]\s/u)]);
    const names = [...parts, ...namesOfHost(address)].map(foldName);
    this.names = new Set(names.filter((name) => name !== ''));
  }

  /** "Merrow Herald", "Merrow Herald Online". */
  has(name: string): boolean {
    const folded = foldName(name);
    if (this.names.has(folded)) return true;
    return [...this.names].some((known) => known.length >= MIN_SHARED && folded.startsWith(known));
  }

  /** Also "Merrow" for the "Merrow Herald", and signs alone: enough for what stands behind the bar of a title. */
  mayBe(name: string): boolean {
    const folded = foldName(name);
    return (
      folded === '' ||
      this.has(name) ||
      (folded.length >= MIN_SHARED && [...this.names].some((known) => known.startsWith(folded)))
    );
  }
}

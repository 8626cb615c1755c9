import type { Repairer } from './repairer.ts';

/** Baseline: `fix_encoding` of ftfy-js. Nothing where it is not installed. */
export async function loadFtfy(): Promise<Repairer | undefined> {
  try {
    const { fix_encoding: fixEncoding } = await import('ftfy-js');
    return { name: 'ftfy-js', repair: (text) => fixEncoding(text) };
  } catch {
    return undefined;
  }
}

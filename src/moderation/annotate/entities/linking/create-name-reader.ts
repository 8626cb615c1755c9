import type { EntityType } from '../../../model/annotation.ts';
import { type ReadName, readName } from './read-name.ts';

/** Reads names as `readName` does. */
export type NameReader = (surface: string, type: EntityType) => ReadName;

/** A reader that takes each name apart once: articles say the same names again and again. For one article. */
export function createNameReader(): NameReader {
  const known = new Map<string, ReadName>();
  return (surface, type) => {
    const key = type + surface;
    const read = known.get(key) ?? readName(surface, type);
    known.set(key, read);
    return read;
  };
}

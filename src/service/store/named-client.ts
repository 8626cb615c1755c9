import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements that are prepared under a name; the server keeps each on every connection. */
const MOST = 200;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `cd_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/**
 * A client that prepares each statement with parameters once on its connection, so that the server parses and plans it once. A pooler that
 * changes connections between transactions would have to know of that, and of locks and notices: there can be none in between.
 */
export class NamedClient extends pg.Client {
  // `query` has a dozen overloads; only a text with its parameters is changed on its way.
  // biome-ignore lint/suspicious/noExplicitAny: handed on as it came
  override query(...args: any[]): any {
    const [text, values, ...rest] = args;
    if (typeof text !== 'string' || !Array.isArray(values)) return Reflect.apply(super.query, this, args);
    const name = nameOf(text);
    const config = name === undefined ? { text, values } : { name, text, values };
    return Reflect.apply(super.query, this, [config, ...rest]);
  }
}

import { isArticleType } from './is-article-type.ts';
import { isPageType } from './is-page-type.ts';
import type { PageScript } from './page-statements.ts';
import { type Json, type JsonObject, parseDataScript } from './parse-data-script.ts';

/** Objects that are looked at; a page has tens. */
const MAX_NODES = 2_000;
/** Where a page's own article may stand. Lists of other articles and comments have other keys. */
const INWARD = ['@graph', 'mainEntity', 'mainEntityOfPage', 'subjectOf'] as const;

/** The JSON-LD of a page. */
export interface LinkedData {
  /** The article of the page, then the page: earlier ones know better. */
  readonly nodes: readonly JsonObject[];
  readonly byId: ReadonlyMap<string, JsonObject>;
  /** Names of the site as such. */
  readonly sites: readonly Json[];
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value or a list of them, at most 50. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]).slice(0, 50) : [value];
}

function hasType(node: JsonObject, isWanted: (type: string) => boolean): boolean {
  return listOf(node['@type']).some((type) => typeof type === 'string' && isWanted(type.split('/').at(-1) ?? ''));
}

/** Objects in the order of the page. The walk keeps its own stack: data may nest as deep as they like. */
function collectNodes(roots: readonly Json[]): readonly JsonObject[] {
  const nodes: JsonObject[] = [];
  const stack: Json[] = roots.toReversed();
  for (let value = stack.pop(); value !== undefined && nodes.length < MAX_NODES; value = stack.pop()) {
    if (Array.isArray(value)) stack.push(...(value as readonly Json[]).slice(0, MAX_NODES).toReversed());
    else if (isJsonObject(value)) {
      nodes.push(value);
      for (const key of INWARD) if (typeof value[key] === 'object') stack.push(value[key]);
    }
  }
  return nodes;
}

/** Reads the JSON-LD scripts of a page. Linear in their length; what is broken is left out. */
export function findLinkedArticles(scripts: readonly PageScript[]): LinkedData {
  const all = collectNodes(scripts.flatMap(({ text }) => parseDataScript(text) ?? []));
  const byId = new Map<string, JsonObject>();
  for (const node of all) {
    const id = node['@id'];
    if (typeof id === 'string' && (!byId.has(id) || node.name !== undefined)) byId.set(id, node);
  }
  const articles = all.filter((node) => hasType(node, isArticleType));
  const pages = all.filter((node) => hasType(node, isPageType));
  const sites = all.filter((node) => hasType(node, (type) => type === 'WebSite')).flatMap(({ name }) => name ?? []);
  return { nodes: [...articles.slice(0, 1), ...pages.slice(0, 5)], byId, sites };
}

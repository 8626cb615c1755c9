import { z } from 'zod';
import { articleSchema } from '../../../schema/article-schema.ts';
import { moderatedArticleSchema } from '../../../schema/moderated-article-schema.ts';

// A type, because an interface has no index signature, which the document's maker asks for.
type Meta = { readonly id: string; readonly description?: string };

/** Descriptions of fields stand in zod's own registry; names only in this one, so that the published schemas stay without them. */
class DescribedMap<Key extends object, Value> extends WeakMap<Key, Value> {
  readonly #described: WeakMap<Key, Value>;

  constructor(described: WeakMap<Key, Value>) {
    super();
    this.#described = described;
  }

  override get(key: Key): Value | undefined {
    return super.get(key) ?? this.#described.get(key);
  }
}

/** Schemas that have a name in the document of the API. */
export const apiRegistry = z.registry<Meta>();
// Both maps hold what is known of a schema, here with a name beside it.
apiRegistry._map = new DescribedMap(z.globalRegistry._map as unknown as typeof apiRegistry._map);

apiRegistry.add(articleSchema, { id: 'Article', description: 'An article as it is handed in.' });
apiRegistry.add(moderatedArticleSchema, { id: 'ModeratedArticle', description: 'The cleaned, annotated, scored document.' });

/** Gives a schema its name in the document. */
export function named<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  apiRegistry.add(schema, { id, description });
  return schema;
}

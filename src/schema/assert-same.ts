/** What zod infers, with every property and list read-only, as the model types are. */
type ReadonlyDeep<T> = T extends readonly (infer Member)[]
  ? readonly ReadonlyDeep<Member>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> }
    : T;

type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `true` when a schema's inferred type and a model type are the same type, apart from read-only marks; else `false`. */
export type AssertSame<Inferred, Model> = IsSame<ReadonlyDeep<Inferred>, ReadonlyDeep<Model>>;

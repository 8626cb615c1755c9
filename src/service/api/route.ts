/** A route of the server. */
export interface Route {
  readonly method: string;
  /** Its address with `:name` for each part that varies. */
  readonly pattern: string;
}

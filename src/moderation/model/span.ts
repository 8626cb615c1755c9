/** Half-open range `[start, end)` in UTF-16 code units. Which text it indexes is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

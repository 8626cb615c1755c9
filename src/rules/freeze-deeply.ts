/** Freezes plain data with all objects and lists in it, which is a tree no deeper than a taxonomy is. */
export function freezeDeeply<T>(data: T): T {
  if (typeof data !== 'object' || data === null || Object.isFrozen(data)) return data;
  for (const part of Object.values(data)) freezeDeeply(part);
  return Object.freeze(data);
}

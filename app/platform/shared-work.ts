const underWay = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Work that costs much and is asked for again while it runs is done once: whoever comes meanwhile gets the same answer, and the next after it a new one. `owner` is
 * what it is read from, `key` names all that the answer depends on.
 */
export function sharedWork<T>(owner: object, key: string, work: () => Promise<T>): Promise<T> {
  let own = underWay.get(owner);
  if (!own) underWay.set(owner, (own = new Map()));
  const running = own.get(key) as Promise<T> | undefined;
  if (running) return running;
  const begun = work().finally(() => own.delete(key));
  own.set(key, begun);
  return begun;
}

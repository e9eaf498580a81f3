const MOST_KEPT = 5_000;

/** The same reading without doing it again for a cell that stood above: a list says the same few things over and over. Nobody may change what it gives. */
export function remembering<T>(read: (text: string) => T, most = MOST_KEPT): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const before = kept.get(text);
    if (before !== undefined || kept.has(text)) return before as T;
    if (kept.size >= most) kept.clear();
    const value = read(text);
    kept.set(text, value);
    return value;
  };
}

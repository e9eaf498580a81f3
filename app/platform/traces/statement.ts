const LONGEST = 1_500;

/** A statement without any value: what stands in quotes and every number becomes `?`, and a list of them one. Names in backticks stay. */
export function withoutValues(sql: string): string {
  return sql
    .replace(/`[^`]*`|'(?:[^'\\]|''|\\.)*'?|"(?:[^"\\]|""|\\.)*"?|\b0x[0-9a-f]+\b|\b\d[\d.e]*\b/gi, (found) => (found.startsWith("`") ? found : "?"))
    .replace(/\?(?:\s*,\s*\?)+/g, "?")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
}

/** What it does to which table, for a name: `SELECT placement`. */
export function nameOf(sql: string): string {
  const verb = /^[\s(]*([a-z]+)/i.exec(sql)?.[1]?.toUpperCase() ?? "SQL";
  const table = /\b(?:FROM|INTO|UPDATE|JOIN)\s+(?:`?\w+`?\.)?`?([a-z_]\w*)`?/i.exec(sql)?.[1];
  return table === undefined ? verb : `${verb} ${table}`;
}

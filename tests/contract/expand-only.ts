/** What a release that still runs would stumble over when a migration is applied under it, or what one of the servers does not understand. */
export interface Finding {
  migration: string;
  rule: string;
  statement: string;
}

/** Statements without comments; a semicolon inside quotes ends none. */
export function statementsOf(sql: string): string[] {
  const plain = sql.replace(/^\s*--.*$/gm, "");
  const parts = plain.match(/(?:'(?:[^'\\]|''|\\.)*'|[^';])+/g) ?? [];
  return parts.map((part) => part.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/** The clauses of an ALTER TABLE: split at commas outside brackets and quotes. */
function clausesOf(body: string): string[] {
  const clauses = [""];
  let depth = 0;
  let quoted = false;
  for (const char of body) {
    if (char === "'") quoted = !quoted;
    if (!quoted && char === "(") depth += 1;
    if (!quoted && char === ")") depth -= 1;
    if (char === "," && depth === 0 && !quoted) clauses.push("");
    else clauses[clauses.length - 1] += char;
  }
  return clauses.map((clause) => clause.trim());
}

const namesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

/** Whether every column a key or check looks at came with this same migration and may be empty: what ran before never wrote it. */
const looksOnlyAt = (columns: string, added: Set<string>) => namesIn(columns).some((name) => added.has(name));

function judgeClause(clause: string, added: Set<string>): string | null {
  if (/^DROP\b/i.test(clause)) return "drops";
  if (/^RENAME\b|^CHANGE\b/i.test(clause)) return "renames";
  if (/^MODIFY\b|^ALTER\b/i.test(clause)) return "changes a column";
  if (/^ADD (?:COLUMN )?`/i.test(clause) && /\bNOT NULL\b/i.test(clause) && !/\bDEFAULT\b/i.test(clause)) return "adds a column that must be given";
  const unique = /^ADD (?:CONSTRAINT `[^`]+` )?UNIQUE (?:INDEX |KEY )?(?:`[^`]+` )?\((.*)\)$/i.exec(clause);
  if (unique && !looksOnlyAt(unique[1] ?? "", added)) return "makes old columns unique";
  const check = /^ADD CONSTRAINT `[^`]+` CHECK \((.*)\)$/i.exec(clause);
  if (check && !looksOnlyAt(check[1] ?? "", added)) return "checks old columns";
  const foreign = /^ADD CONSTRAINT `[^`]+` FOREIGN KEY \(([^)]*)\)/i.exec(clause);
  if (foreign && !looksOnlyAt(foreign[1] ?? "", added)) return "ties old columns to another table";
  return null;
}

/** Everything in a migration that the release before it could not live with. Tables made in the same file are nobody's yet. */
export function contractions(migration: string, sql: string): Finding[] {
  const statements = statementsOf(sql);
  const own = new Set(statements.flatMap((one) => /^CREATE TABLE `([^`]+)`/i.exec(one)?.[1] ?? []));
  const alters = statements.flatMap((statement) => {
    const [, table = "", body = ""] = /^ALTER TABLE `([^`]+)` (.*)$/i.exec(statement) ?? [];
    return table && !own.has(table) ? [{ table, clauses: clausesOf(body) }] : [];
  });
  const added = (table: string) =>
    new Set(alters.filter((one) => one.table === table).flatMap(({ clauses }) => clauses.flatMap((clause) => /^ADD (?:COLUMN )?`([^`]+)`/i.exec(clause)?.[1] ?? [])));
  const found: Finding[] = [];
  const note = (rule: string | null, statement: string) => rule && found.push({ migration, rule, statement });
  for (const { table, clauses } of alters) for (const clause of clauses) note(judgeClause(clause, added(table)), `${table}: ${clause}`);
  for (const statement of statements) {
    const [, dropped = ""] = /^(?:DROP|TRUNCATE|RENAME) (?:TABLE )?(?:IF EXISTS )?`?([^` ]+)`?/i.exec(statement) ?? [];
    if (dropped && !own.has(dropped)) note(/^RENAME/i.test(statement) ? "renames" : "drops", statement);
    const [, table = "", columns = ""] = /^CREATE UNIQUE INDEX `[^`]+` ON `([^`]+)` ?\((.*)\)$/i.exec(statement) ?? [];
    if (table && !own.has(table) && !looksOnlyAt(columns, added(table))) note("makes old columns unique", statement);
    if (/^DELETE\b/i.test(statement)) note("removes rows", statement);
  }
  return found;
}

/** Understood by one of MySQL 8, MariaDB 10.11 and TiDB but not by all three. */
const VENDOR: { rule: string; pattern: RegExp }[] = [
  { rule: "IF [NOT] EXISTS for a column or key: MariaDB alone", pattern: /\b(?:COLUMN|INDEX|KEY|CONSTRAINT) IF (?:NOT )?EXISTS\b/i },
  { rule: "CREATE OR REPLACE TABLE: MariaDB alone", pattern: /\bCREATE OR REPLACE TABLE\b/i },
  { rule: "RETURNING: MariaDB alone", pattern: /\bRETURNING\b/i },
  { rule: "sequences: not MySQL", pattern: /\b(?:CREATE SEQUENCE|NEXTVAL|NEXT VALUE FOR)\b/i },
  { rule: "column types of MariaDB alone", pattern: /` (?:UUID|INET4|INET6|VECTOR)\b/i },
  { rule: "PERSISTENT columns, system versioning, page compression: MariaDB alone", pattern: /\b(?:PERSISTENT|SYSTEM VERSIONING|PAGE_COMPRESSED)\b/i },
  { rule: "collations of one server", pattern: /\butf8mb4_(?:0900|uca1400)_/i },
  { rule: "->> and JSON operators: not MariaDB", pattern: /->>?\s*'/ },
  { rule: "an alias for the new row: not MariaDB", pattern: /\)\s*AS (?:new|fresh|incoming)\s+ON DUPLICATE\b/i },
  { rule: "keys on expressions, INVISIBLE keys: not MariaDB", pattern: /(?:INDEX|KEY) (?:`[^`]+` )?(?:ON `[^`]+` ?)?\(\(|\bINVISIBLE\b/i },
  { rule: "triggers, routines, events: not TiDB", pattern: /\bCREATE (?:DEFINER\S* )?(?:TRIGGER|PROCEDURE|FUNCTION|EVENT)\b/i },
  { rule: "FULLTEXT and spatial: not TiDB", pattern: /\bFULLTEXT\b|\bSPATIAL\b|` (?:GEOMETRY|POINT|POLYGON)\b/i },
  { rule: "MATCH … AGAINST: not TiDB", pattern: /\bAGAINST\s*\(/i },
  { rule: "SKIP LOCKED: not TiDB", pattern: /\bSKIP LOCKED\b/i },
  { rule: "LATERAL, JSON_TABLE: not all three", pattern: /\b(?:LATERAL|JSON_TABLE)\b/i },
  { rule: "a storage engine by name", pattern: /\bENGINE\s*=/i },
  { rule: "LOCK TABLES, DELIMITER: of a client or one server", pattern: /^\s*(?:LOCK TABLES|DELIMITER)\b/im },
  { rule: "hints for one optimiser", pattern: /\/\*[+!]|\bSTRAIGHT_JOIN\b|\b(?:FORCE|USE|IGNORE) INDEX\b/i },
  { rule: "a default that is computed: not TiDB", pattern: /\bDEFAULT \(/i },
  { rule: "SET STATEMENT, max_statement_time: MariaDB alone", pattern: /\bSET STATEMENT\b|\bmax_statement_time\b/i },
];

export const vendorSyntax = (sql: string): string[] => VENDOR.filter(({ pattern }) => pattern.test(sql)).map(({ rule }) => rule);

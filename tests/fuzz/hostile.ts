import fc from "fast-check";

/** Texts that somebody may send on purpose, or a broken program by itself. */
const TEXTS = [
  "", " ", "\u0000", "a\u0000b", "\ud800", "\udc00张三", "张\ufeff三", "\u200b\u200d", "\u202e三张", "１３８００００００００", "٣٤٥", "𠮷㛃😀👨‍👩‍👧", "e\u0301".repeat(40), "\r\n\t", "-", "null", "undefined", "NaN", "true", "__proto__",
  "constructor", "toString", "=CMD|' /C calc'!A0", "' OR 1=1; --", "<script>alert(1)</script>", "{{7*7}}${7*7}", "../../etc/passwd", "%00%0a", "1e400", "-0", "0x10", "9".repeat(40), "2026-02-30", "0000-00-00", "9999-12-31", "+275760-09-13", "2026-11-27T25:00:00Z",
] as const;

const LONG = 100_000;
const REPEATED = ["a", "长", "𠮷", " ", "1", "-", "(", "\n", "\u200b", "\ud800", "2026-", "a@"] as const;

/** Once made and shared: nobody who is handed one may change it. */
const MANY: readonly unknown[] = Object.freeze(Array<string>(LONG).fill("1"));
const DEEP = (() => {
  let nest: unknown = "x";
  for (let depth = 0; depth < 5_000; depth += 1) nest = depth % 2 === 0 ? [nest] : { a: nest };
  return nest;
})();
const NUMBERS = [0, -0, -1, 0.1, 1.5, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 53), 1e21, 1e308, Number.MIN_VALUE, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const;

export const longText = fc.constantFrom(...REPEATED).map((one) => one.repeat(LONG / one.length));

export const hostileText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) }, { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) }, { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }) },
  { weight: 1, arbitrary: longText },
);

/** An object as JSON.parse makes it: with keys of its own that elsewhere mean the prototype. */
export function withPrototypeKeys(value: object): object {
  const own = { ...value };
  for (const [key, inside] of [["__proto__", { polluted: true, role: "ADMIN" }], ["constructor", { prototype: { polluted: true } }]] as const) {
    Object.defineProperty(own, key, { value: inside, enumerable: true, configurable: true, writable: true });
  }
  return own;
}

/** Anything that is no decent value of its kind: other types, no number, far too much of it. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: hostileText }, { weight: 4, arbitrary: fc.constantFrom(...NUMBERS) }, { weight: 3, arbitrary: fc.constantFrom<unknown>(null, undefined, true, false, [], {}, [null], [[]], DEEP, MANY) },
  { weight: 1, arbitrary: fc.constant(withPrototypeKeys({})) }, { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (at.length > 6) return [at];
  if (Array.isArray(value)) return [at, ...value.slice(0, 8).flatMap((one, index) => pathsOf(one, [...at, index]))];
  return typeof value === "object" && value !== null && (Object.getPrototypeOf(value) === Object.prototype) ? [at, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...at, key]))] : [at];
}

function changedAt(value: unknown, [first, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === first ? changedAt(one, rest, change) : one));
  return { ...(value as object), [first]: changedAt((value as Record<string, unknown>)[first], rest, change) };
}

const CHANGES: Readonly<Record<string, (old: unknown, hostile: unknown) => unknown>> = {
  replace: (_old, hostile) => hostile,
  "as text": (old) => (typeof old === "object" ? Object.prototype.toString.call(old) : String(old)),
  "as a number": (old) => (typeof old === "string" ? Number(old) : 7),
  twice: (old) => [old, old],
  "very often": (old) => (Array.isArray(old) && old.length > 0 ? Array<unknown>(LONG).fill(old[0]) : Array<unknown>(LONG).fill(old)),
  grown: (old) => (typeof old === "string" ? old + old.repeat(Math.floor(LONG / Math.max(1, old.length))) : typeof old === "number" ? old * 1e9 : old),
  hidden: (old) => (typeof old === "string" ? `\u200b${old}\u0000\u202e` : old),
  wide: (old) => (typeof old === "string" ? old.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)) : old),
  "half a character": (old) => (typeof old === "string" ? `${old}\ud83d` : old),
  prototype: (old) => (typeof old === "object" && old !== null && !Array.isArray(old) ? withPrototypeKeys(old) : withPrototypeKeys({})),
  without: () => undefined,
};

/** A value with one or two things in it that are not as they should be. */
export function spoiled(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.record({ where: fc.nat(), how: fc.constantFrom(...Object.keys(CHANGES)), hostile: hostileValue });
  return fc.tuple(value, fc.array(change, { minLength: 1, maxLength: 2 })).map(([lawful, changes]) =>
    changes.reduce((now, { where, how, hostile }) => {
      const paths = pathsOf(now);
      return changedAt(now, paths[where % paths.length]!, (old) => CHANGES[how]!(old, hostile));
    }, lawful));
}

import type { Problem } from "../result.ts";

/** What a company may never ask of somebody it sends abroad, by whatever name (对外劳务合作管理条例, 国务院令第620号: no deposit, no security for money). */
const DEPOSIT = /押金|保证金|履约(?:金|保函|保险)|风险(?:抵押)?金|诚信金|定金|抵押(?:金|物|房产)?|质押|担保(?:金|人|费|函|书)?|保人|\b(?:deposit|bond|collateral|guarantor|security (?:money|fee))s?\b/gi;
/** A fee with a figure: it belongs into its own field, where everybody sees it. */
const FEE = /(?:服务费|管理费|手续费|办证费|办理费|签证费|机票费?|体检费|培训费|学费|介绍费|中介费|费用|fees?\b)[^。；;\n]{0,10}?\d[\d,.]*\s*(?:元|万|块|人民币|日元|RMB|CNY|yuan)/gi;
const PART_END = /[，,。！？!?；;\n]/;
const NEGATED = /(?:不(?!退|返|还)|无需|无须|毋须|免|没有|严禁|禁止|拒绝|\bno\b|\bnot\b|\bnever\b|\bwithout\b)[^，,。；;]{0,24}$/i;
const TAKES_BACK = /^[^，,。；;\n]{0,4}?(?:全免|免收|免交|免缴|一律不收|不收|为\s*0|为?零)/;
/** 不交押金不安排 takes nothing back */
const OR_ELSE = /^[^。；;\n]{0,4}?[，,]?\s*(?:就|则|一律|概)?不(?:予|能|可|安排|办|走|签|录)/;

interface Charge {
  kind: "deposit" | "fee";
  field: string;
  phrase: string;
}

/** Deposits, securities and guarantees that a text asks for, and fees that hide in it; quoted as written. */
export function findCharges(texts: Readonly<Record<string, string | undefined>>): Charge[] {
  return Object.entries(texts).flatMap(([field, given]) => {
    const text = (given ?? "").normalize("NFKC");
    const deposits = [...text.matchAll(DEPOSIT)].filter((match) => !takenBack(text, match.index, match[0])).map((match): Charge => ({ kind: "deposit", field, phrase: match[0] }));
    const fees = field === "feeFor" ? [] : [...text.matchAll(FEE)].map((match): Charge => ({ kind: "fee", field, phrase: match[0] }));
    return [...deposits, ...fees].filter((one, at, all) => all.findIndex((other) => other.kind === one.kind && other.phrase === one.phrase) === at);
  });
}

function takenBack(text: string, at: number, phrase: string): boolean {
  const after = text.slice(at + phrase.length);
  if (OR_ELSE.test(after)) return false;
  const before = text.slice(Math.max(0, at - 40), at).split(PART_END).at(-1) ?? "";
  return NEGATED.test(before) || TAKES_BACK.test(after);
}

/** The same as problems of the post form. `depositYuan` is the form's own question, to which only nothing is lawful. */
export function chargeProblems(post: { title?: string; description?: string; feeFor?: string; feeYuan?: number; depositYuan?: number }, depositMaxYuan: number): Problem[] {
  const found = findCharges({ title: post.title, description: post.description, feeFor: post.feeFor }).map(({ kind, field, phrase }): Problem => ({ code: `overseas-${kind}`, field, params: { phrase } }));
  const asked: Problem[] = (post.depositYuan ?? 0) > depositMaxYuan ? [{ code: "overseas-deposit-asked", field: "depositYuan", params: { max: depositMaxYuan } }] : [];
  return [...found, ...asked];
}

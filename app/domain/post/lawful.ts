/** A phrase in a post that the law or the recruitment notice forbids, and which rule it breaks. */
export interface Finding {
  field: "title" | "description";
  phrase: string;
  rule: "sex" | "ethnicity" | "religion" | "hukou" | "age" | "deposit" | "training-loan" | "hype";
}

/**
 * Sources: 就业促进法 art. 26–31, 人力资源市场暂行条例 art. 24, 人社厅发〔2025〕60号 (no bias by ethnicity, race, sex,
 * religion, no unlawful limits by hukou; no "high pay", no "guaranteed hire"; 招转培 and 培训贷 banned), Labour Contract
 * Law art. 9 (no deposits).
 */
const PATTERNS: readonly { rule: Finding["rule"]; pattern: RegExp }[] = [
  { rule: "sex", pattern: /(只招|限|仅限|仅招|要求)\s*(男|女)(性|生|士|工)?|(男|女)(性|生|士)?(优先|不限除外)|男女比例|已婚已育|未婚(优先)?|(男|女)工友?\s*\d+\s*名/ },
  { rule: "ethnicity", pattern: /(限|只招|仅限)\s*汉族|不(招|要|收)\s*(少数民族|[回藏维蒙]族)|少数民族勿扰/ },
  { rule: "religion", pattern: /不(招|要)\s*(信教|有宗教信仰)|无宗教信仰(者)?(优先)?/ },
  { rule: "hukou", pattern: /(限|仅限|只招|须|必须)\s*(本地|本市|本省|城镇|非农)?户(籍|口)|本地(户口|户籍)(优先)?|外地(人)?勿扰/ },
  { rule: "age", pattern: /招\s*(童工|未满\s*1?[0-6]\s*岁)|1[0-5]\s*(周)?岁\s*(以上|起)/ },
  { rule: "deposit", pattern: /(交|收|缴纳?)\s*(押金|保证金|服装费|体检费|资料费|报名费|风险金)|押(金|证件|身份证)/ },
  { rule: "training-loan", pattern: /培训贷|贷款培训|先培训后(上岗|付费)|(交|收)\s*培训费/ },
  { rule: "hype", pattern: /高薪|月入(过|上)万|包(就业|录用|过|分配)|保证录用|轻松(赚钱|月入)|日赚|零风险/ },
];

/** Every unlawful phrase in a title and description, in the order of the rules. An empty list means none was found. */
export function findUnlawful(post: { title: string; description: string }): Finding[] {
  return PATTERNS.flatMap(({ rule, pattern }) =>
    (["title", "description"] as const).flatMap((field) => {
      const match = pattern.exec(post[field].normalize("NFKC"));
      return match ? [{ field, phrase: match[0], rule }] : [];
    }),
  );
}

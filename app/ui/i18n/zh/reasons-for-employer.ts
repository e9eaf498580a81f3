import type { ReasonCode } from "#app/domain/matching/facts.ts";

/** The same reasons told to an employer, about somebody else; private ones never come here. */
export const reasonsForEmployer = {
  "occupation-exact": "正想干这一行：{{occupation}}",
  "occupation-related": "手艺相近：{{occupation}}",
  "certificate-held": "持有{{occupation}}{{level}}证书，符合要求",
  "certificate-level-above": "{{occupation}}{{level}}证书高于要求",
  "distance-km": "离家约 {{km}} 公里",
  "same-township": "就在本乡镇",
  "same-county": "就在本县",
  "wage-meets-wish": "工资达到对方的期望",
  "wage-negotiable": "工资面议，请尽早说清楚",
  "housing-offered": "需要住宿，您提供住宿",
  "brand-member": "“{{brand}}”劳务品牌成员",
  "cannot-leave-near-home": "要在离家近的地方上班",
  experience: "有 {{duration}}经验，符合要求",
  "education-fits": "学历符合要求",
} satisfies Partial<Record<ReasonCode, string>>;

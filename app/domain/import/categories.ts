import type { PersonCategoryKind } from "#app/domain/terms.ts";
import { saysNothing, tidy } from "./text.ts";

export type YesNo = "yes" | "no" | "nothing" | "unknown";

/** 是 / 否 columns as people fill them: √, 1, Y, 是; ×, 0, N, 否. */
export function parseYesNo(text: string): YesNo {
  const plain = tidy(text).toLowerCase();
  if (plain === "") return "nothing";
  if (/^(是|有|对|能|可以|可|愿意|√|✓|✔|☑|1|y|yes|true|能外出|可外出|愿意外出)$/.test(plain)) return "yes";
  if (/^(否|不|无|没有|不是|不能|不可以|不可|不愿意|×|✗|x|0|n|no|false|不能外出|不外出|不愿外出|不愿意外出)$/.test(plain)) return "no";
  return saysNothing(plain) ? "nothing" : "unknown";
}

const KINDS: readonly (readonly [RegExp, PersonCategoryKind])[] = [
  [/脱贫不稳定|unstable/i, "MONITORED_UNSTABLE"],
  [/边缘|marginal/i, "MONITORED_MARGINAL"],
  [/突发|sudden/i, "MONITORED_SUDDEN"],
  [/搬迁|relocated/i, "RELOCATED"],
  [/零就业/, "ZERO_EMPLOYMENT_HOUSEHOLD"],
  [/低保|低收入|特困|五保|low.?income/i, "LOW_INCOME"],
  [/残疾|disabled/i, "DISABLED"],
  [/脱贫|建档立卡|贫困户|poverty.?lifted/i, "POVERTY_LIFTED"],
];
const NONE = /^(?:非|未|不是)(?:脱贫|建档立卡|贫困|监测)|^一般(?:农)?户$|^普通(?:农)?户$|^其他(?:农)?户?$|^none$/i;

export interface CategoryReading {
  kinds: PersonCategoryKind[];
  /** parts that are not understood, or name a monitored household without its kind */
  unknown: string[];
  monitoredWithoutKind: boolean;
}

/** 人员类别 such as `脱贫户、易地搬迁`: closed kinds of (5)(8)(20)(34). 监测户 alone has no kind and is left to be asked. */
export function parseCategories(text: string): CategoryReading {
  const kinds = new Set<PersonCategoryKind>();
  const unknown: string[] = [];
  let monitoredWithoutKind = false;
  for (const part of tidy(text).split(/[、,，;；/|+\s]+/)) {
    if (part === "" || saysNothing(part) || part === "否" || NONE.test(part)) continue;
    const found = KINDS.find(([pattern]) => pattern.test(part));
    if (found) kinds.add(found[1]);
    else if (/监测|monitored/i.test(part)) monitoredWithoutKind = true;
    else unknown.push(part);
  }
  return { kinds: [...kinds], unknown, monitoredWithoutKind };
}

import { addDays, type Day } from "../dates.ts";
import { parameterInForce, type PolicyParameter } from "./parameter.ts";

/** Until the first day of the regular regime the transition of 2021–25 is in force; from then on regular assistance (常态化帮扶). */
export interface RegimeLine {
  key: string;
  /** "" or a region that has a rule of its own in either */
  regionCode: string;
  transition: PolicyParameter | null;
  regular: PolicyParameter | null;
  change: "SAME" | "CHANGED" | "NEW" | "ENDED";
}

/**
 * Each key as it stood on the last day of the transition and as it stands under the regular regime on a day; rows of a region's own
 * stand on lines of their own. Changed lines come first.
 */
export function compareRegimes(rows: readonly PolicyParameter[], regularFrom: Day, asOf: Day): RegimeLine[] {
  const [before, after] = [addDays(regularFrom, -1), asOf < regularFrom ? regularFrom : asOf];
  const pairs = [...new Map(rows.map((row) => [`${row.key} ${row.regionCode}`, { key: row.key, regionCode: row.regionCode }])).values()];
  const lines = pairs.flatMap(({ key, regionCode }): RegimeLine[] => {
    const own = rows.filter((row) => row.key === key && row.regionCode === regionCode);
    const [transition, regular] = [before, after].map((day) => parameterInForce(own, key, { regionCode, asOf: day })) as [PolicyParameter | null, PolicyParameter | null];
    if (transition === null && regular === null) return [];
    const change = transition === null ? "NEW" : regular === null ? "ENDED" : JSON.stringify(transition.value) === JSON.stringify(regular.value) ? "SAME" : "CHANGED";
    return [{ key, regionCode, transition, regular, change }];
  });
  const order = ["CHANGED", "NEW", "ENDED", "SAME"];
  return lines.sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change) || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.regionCode < b.regionCode ? -1 : 1));
}

import type { NeedLine } from "#app/data/read-models/training-needs.server.ts";
import type { InTraining as InTrainingFacts } from "#app/data/read-models/training-invitations.server.ts";
import { Notice } from "../../components/page.tsx";
import { useLocale, useName, useT } from "../../i18n/context.tsx";
import { formatCount, formatDay, formatYuan } from "../../i18n/format.ts";

/** What a course of a need is called: its occupation and level. */
export function useNeedTitle() {
  const t = useT();
  const name = useName();
  return (one: Pick<NeedLine, "occupation" | "level" | "kind">) => `${name(one.occupation)} · ${one.level ? t(`terms.skillLevel.${one.level}`) : t(`terms.certificateKind.${one.kind}`)}`;
}

/** Hundredths of a placement, to a tenth; whole numbers without one. */
export function expectedText(hundredths: number): string {
  const tenths = Math.round(hundredths / 10);
  return tenths % 10 === 0 ? formatCount(tenths / 10) : `${formatCount(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** Pay a month in yuan, from and to; empty where it is negotiable. */
export function usePay() {
  const t = useT();
  return ({ minFen, maxFen }: { minFen: number | null; maxFen: number | null }) => {
    const [low, high] = [minFen ?? maxFen, maxFen ?? minFen];
    if (low === null || high === null) return t("common.wage.negotiable");
    return low === high ? t("common.wage.one", { min: formatYuan(low) }) : t("common.wage.range", { min: formatYuan(low), max: formatYuan(high) });
  };
}

/** Who learns for a post, and until when. */
export function InTraining({ of }: { of: readonly InTrainingFacts[] }) {
  const t = useT();
  const locale = useLocale();
  return of.length === 0 ? null : <Notice>{of.map((one) => <p key={one.lastOn}>{t("needs.inTraining", { people: one.people, day: formatDay(one.lastOn, locale) })}</p>)}</Notice>;
}

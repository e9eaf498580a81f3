import type { FairFigures } from "#app/data/fair/figures.server.ts";
import type { BoothState, FairKind, FairState } from "#app/domain/fair/steps.ts";
import { Bars } from "../../charts/bars.tsx";
import { Facts, Section } from "../../components/page.tsx";
import { Tag } from "../../components/tag.tsx";
import { useLocale, useT } from "../../i18n/context.tsx";
import { formatCount, formatInstant } from "../../i18n/format.ts";

export function FairTag({ state }: { state: FairState }) {
  const t = useT();
  return <Tag tone={state === "CANCELLED" ? "danger" : state === "CLOSED" ? "loess" : "pine"}>{t(`fairs.state.${state}`)}</Tag>;
}

export function BoothTag({ state }: { state: BoothState }) {
  const t = useT();
  return <Tag tone={state === "REFUSED" || state === "WITHDRAWN" ? "danger" : state === "APPROVED" ? "pine" : "loess"}>{t(`fairs.boothState.${state}`)}</Tag>;
}

export function HiringTag({ state }: { state: "REPORTED" | "HIRED" | "DECLINED" }) {
  const t = useT();
  return <Tag tone={state === "DECLINED" ? "danger" : state === "HIRED" ? "pine" : "loess"}>{t(`fairs.hiring.${state}`)}</Tag>;
}

/** From when to when; of one day the day is named once. */
export function FairTime({ of }: { of: { startsAt: Date | string; endsAt: Date | string } }) {
  const locale = useLocale();
  const [from, to] = [formatInstant(of.startsAt, locale), formatInstant(of.endsAt, locale)];
  const sameDay = from.slice(0, -5) === to.slice(0, -5);
  return <><span className="nowrap">{from}</span> – <span className="nowrap">{sameDay ? to.slice(-5) : to}</span></>;
}

export function FairWhere({ of }: { of: { kind: FairKind; place: string | null; address?: string | null } }) {
  const t = useT();
  return <>{of.kind === "ONLINE" ? t("fairs.open.online") : [of.place, of.address].filter(Boolean).join(" ")}{of.kind === "BOTH" && ` · ${t("fairs.open.online")}`}</>;
}

/** Where the bureau's pages of this part lie. */
export function FairLinks() {
  const t = useT();
  return <p className="chips notice-after"><a href="/bureau/fairs">{t("fairs.links.fairs")}</a><a href="/bureau/drives">{t("fairs.links.drives")}</a></p>;
}

/** What a fair came to: heads as they were counted, persons from the ledger. */
export function Figures({ figures }: { figures: FairFigures }) {
  const t = useT();
  const { hired, confirmed, due, still } = figures;
  const n = (value: number) => formatCount(value);
  return (
    <Section title={t("fairs.figures.title")} says={t("fairs.figures.says")}>
      <Facts rows={[
        [t("fairs.figures.visitors"), n(figures.visitors)], [t("fairs.figures.boothVisits"), n(figures.boothVisits)], [t("fairs.figures.booths"), n(figures.booths)], [t("fairs.figures.employers"), n(figures.employers)], [t("fairs.figures.posts"), n(figures.posts)], [t("fairs.figures.places"), n(figures.places)],
        [t("fairs.figures.interested"), n(figures.interested)], [t("fairs.figures.came"), n(figures.came)], [t("fairs.figures.online"), n(figures.online)], [t("fairs.figures.hired"), n(hired)], [t("fairs.figures.confirmed"), n(confirmed)], [t("fairs.figures.still"), t("fairs.figures.stillOf", { still: n(still), due: n(due) })],
      ]} />
      {hired > 0 && <Bars label={t("fairs.figures.chart")} most={hired} bars={(["hired", "confirmed", "due", "still"] as const).map((key) => ({ key, label: t(`fairs.figures.${key}`), value: figures[key], text: t("fairs.figures.ofHired", { n: n(figures[key]) }) }))} />}
    </Section>
  );
}

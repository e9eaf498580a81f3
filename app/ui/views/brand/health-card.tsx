import type { HealthView } from "#app/data/read-models/brand-pages.server.ts";
import type { ShareOf } from "#app/domain/brand/health.ts";
import { Bars } from "../../charts/bars.tsx";
import { Section } from "../../components/page.tsx";
import { Stat, Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { useName, useT } from "../../i18n/context.tsx";
import { formatCount, formatDayShort, formatPercent, formatYuan } from "../../i18n/format.ts";

export function useShare(): (of: ShareOf, fewest: number) => string {
  const t = useT();
  return ({ part, whole }, fewest) => (whole < fewest ? t("brands.health.tooFew") : formatPercent(part / whole));
}

/** The figures that anybody may read, in one row. */
export function HealthStats({ health }: { health: HealthView }) {
  const t = useT();
  const share = useShare();
  const of = ({ part, whole }: ShareOf) => t("brands.health.share", { part: formatCount(part), whole: formatCount(whole) });
  const premium = health.premiums.find((one) => one.pct !== null);
  const [{ openPlaces, freeMembers }, { median }] = [health.balance, health.ages];
  return (
    <div className="stats">
      <Stat small value={share(health.retention, health.fewest)} unit="" label={t("brands.health.retention")} note={of(health.retention)} />
      <Stat small value={premium?.pct === undefined || premium.pct === null ? t("brands.health.tooFew") : signed(premium.pct)} unit={premium ? "%" : ""} label={t("brands.health.premium")} note={premium && of({ part: premium.with.count, whole: premium.without.count })} />
      <Stat small value={median === null ? "—" : String(median)} unit={median === null ? "" : t("brands.health.years", { n: "" })} label={`${t("brands.health.ages")} · ${t("brands.health.median")}`} note={`${t("brands.health.overFifty")} ${of(health.ages.overFifty)}`} />
      <Stat small value={formatCount(openPlaces)} unit="" label={t("brands.health.openPlaces")} note={`${t("brands.health.freeMembers")} ${formatCount(freeMembers)}`} />
    </div>
  );
}

const signed = (pct: number) => (pct > 0 ? `+${pct}` : String(pct));

/** All of the card: each figure drawn, with the counts it comes from in the table beneath. */
export function HealthCard({ health, brandId }: { health: HealthView; brandId: string }) {
  const t = useT();
  const name = useName();
  const share = useShare();
  const file = (part: string) => tableFile(`brand-${part}`, { brand: brandId });
  const { retention, complaints, ages, supply, trend, balance, premiums } = health;
  const band = (from: number) => { const next = ages.bands.find((one) => one.from > from)?.from; return next === undefined ? t("brands.health.bandFrom", { from }) : t("brands.health.bandTo", { from, to: next - 1 }); };
  const lacking = balance.openPlaces - balance.freeMembers;
  return (
    <>
      <Section title={t("brands.health.retention")} says={t("brands.health.retentionSays", { days: health.days })}>
        <Bars label={t("brands.health.retention")} most={1} bars={[{ key: "kept", label: t("brands.health.share", { part: formatCount(retention.part), whole: formatCount(retention.whole) }), value: retention.whole === 0 ? 0 : retention.part / retention.whole, text: share(retention, health.fewest) }]} />
      </Section>
      <Section title={t("brands.health.premium")} says={t("brands.health.premiumSays", { fewest: health.fewest })}>
        {premiums.length === 0 ? <p className="soft">{t("brands.health.premiumNone")}</p> : (
          <>
            <Bars label={t("brands.health.premium")} bars={premiums.slice(0, 4).flatMap((one) => [
              { key: `${one.year}${one.placeClass}${one.occupationCode}w`, label: `${one.year} ${name(one.occupation)} ${t(`terms.placeClass.${one.placeClass}`)} · ${t("brands.health.withBrand")}`, value: one.with.median, text: formatYuan(one.with.median) },
              { key: `${one.year}${one.placeClass}${one.occupationCode}o`, label: t("brands.health.without"), value: one.without.median, text: one.without.count === 0 ? "—" : formatYuan(one.without.median) },
            ])} />
            <div className="notice-after"><Table dense cards file={file("pay")} caption={t("brands.health.premium")} rows={premiums} rowKey={(one) => `${one.year}${one.placeClass}${one.occupationCode}`} columns={[
              { key: "trade", head: t("brands.health.trade"), rowHead: true, cell: (one) => name(one.occupation) },
              { key: "year", head: t("brands.health.year"), number: true, cell: (one) => one.year },
              { key: "place", head: t("brands.health.place"), cell: (one) => t(`terms.placeClass.${one.placeClass}`) },
              { key: "with", head: t("brands.health.withBrand"), number: true, cell: (one) => formatYuan(one.with.median) },
              { key: "withCount", head: t("brands.health.count"), number: true, cell: (one) => formatCount(one.with.count) },
              { key: "without", head: t("brands.health.without"), number: true, cell: (one) => (one.without.count === 0 ? "—" : formatYuan(one.without.median)) },
              { key: "withoutCount", head: t("brands.health.count"), number: true, cell: (one) => formatCount(one.without.count) },
              { key: "pct", head: t("brands.health.difference"), number: true, cell: (one) => (one.pct === null ? t("brands.health.tooFew") : `${signed(one.pct)}%`) },
            ]} /></div>
          </>
        )}
      </Section>
      <Section title={t("brands.health.complaints")} says={t("brands.health.complaintsSays")}>
        <Bars label={t("brands.health.complaints")} bars={[{ key: "reports", label: t("brands.health.reports"), value: complaints.reports, text: formatCount(complaints.reports) }, { key: "flags", label: t("brands.health.flags"), value: complaints.flags, text: formatCount(complaints.flags) }]} />
        <div className="notice-after"><Table dense file={file("counts")} caption={t("brands.health.complaints")} rows={[{ key: "placements", value: formatCount(complaints.placements) }, { key: "perHundred", value: complaints.perHundred === null ? t("brands.health.tooFew") : String(complaints.perHundred) }] as const} rowKey={(one) => one.key} columns={[
          { key: "item", head: t("brands.health.item"), rowHead: true, cell: (one) => t(`brands.health.${one.key}`) }, { key: "n", head: t("brands.health.count"), number: true, cell: (one) => one.value },
        ]} /></div>
      </Section>
      <Section title={t("brands.health.ages")} says={`${t("brands.health.agesSays")} ${t("brands.health.median")} ${ages.median ?? "—"}`}>
        <Bars label={t("brands.health.ages")} bars={ages.bands.map((one) => ({ key: String(one.from), label: band(one.from), value: one.count, text: formatCount(one.count) }))} />
        <div className="notice-after"><Table dense file={file("ages")} caption={t("brands.health.ages")} rows={ages.bands} rowKey={(one) => String(one.from)} foot={<tr><th scope="row">{t("brands.health.overFifty")}</th><td className="n">{formatCount(ages.overFifty.part)} / {formatCount(ages.overFifty.whole)}</td></tr>} columns={[
          { key: "band", head: t("brands.health.band"), rowHead: true, cell: (one) => band(one.from) }, { key: "n", head: t("brands.health.people"), number: true, cell: (one) => formatCount(one.count) },
        ]} /></div>
      </Section>
      <Section title={t("brands.health.supply")} says={t("brands.health.supplySays", { renewed: t("brands.health.share", { part: formatCount(trend.renewed.part), whole: formatCount(trend.renewed.whole) }), admitted: formatCount(supply[0]?.admitted ?? 0) })}>
        <Bars label={t("brands.health.supply")} bars={supply.map((one) => ({ key: String(one.ahead), label: t("brands.health.ahead", { n: one.ahead }), value: one.left, text: formatCount(one.left) }))} />
        <div className="notice-after"><Table dense cards file={file("supply")} caption={t("brands.health.supply")} rows={supply} rowKey={(one) => String(one.ahead)} columns={[
          { key: "on", head: t("brands.health.on"), rowHead: true, cell: (one) => formatDayShort(one.on) },
          ...(["start", "retiring", "ending", "admitted", "left"] as const).map((key) => ({ key, head: t(`brands.health.${key}`), number: true, cell: (one: (typeof supply)[number]) => formatCount(one[key]) })),
        ]} /></div>
      </Section>
      <Section title={t("brands.health.balance")} says={t("brands.health.balanceSays")}>
        <Bars label={t("brands.health.balance")} bars={(["openPlaces", "freeMembers"] as const).map((key) => ({ key, label: t(`brands.health.${key}`), value: balance[key], text: formatCount(balance[key]) }))} />
        <p className="notice-after"><strong>{lacking > 0 ? t("brands.health.short", { n: formatCount(lacking) }) : t("brands.health.enough")}</strong> · {t("brands.health.allMembers")} {formatCount(balance.members)}</p>
      </Section>
    </>
  );
}

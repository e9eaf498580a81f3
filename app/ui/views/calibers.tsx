import type { NamedCaliber } from "#app/data/ledger/calibers.server.ts";
import { RUNGS } from "#app/domain/placement/proof.ts";
import { PLACE_CLASSES } from "#app/domain/terms.ts";
import { Table } from "../components/records.tsx";
import { Tag } from "../components/tag.tsx";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";
import { type Locale, translator } from "../i18n/translate.ts";

/** A counting rule in plain words, a sentence each. */
export function caliberWords({ rule }: Pick<NamedCaliber, "rule">, locale: Locale): string[] {
  const t = translator(locale);
  return [
    t("ledger.caliber.once"),
    t("ledger.caliber.rung", { rung: t(`terms.rung.${RUNGS[rule.minRung] ?? "NONE"}`) }),
    rule.minDays > 0 ? t("ledger.caliber.days", { days: rule.minDays }) : t("ledger.caliber.arrival"),
    t(rule.homeCounties === "ALL" ? "ledger.caliber.all" : "ledger.caliber.lifted"),
    t("ledger.caliber.streams", { list: rule.streams.map((one) => t(`terms.stream.${one}`)).join(t("common.listed")) }),
    rule.placeClasses.length === PLACE_CLASSES.length ? t("ledger.caliber.anyPlace") : t("ledger.caliber.places", { list: rule.placeClasses.map((one) => t(`terms.placeClass.${one}`)).join(t("common.listed")) }),
  ];
}

/** The same, one sentence a line. */
export function CaliberWords({ caliber }: { caliber: Pick<NamedCaliber, "rule"> }) {
  return <ul>{caliberWords(caliber, useLocale()).map((one) => <li key={one}>{one}</li>)}</ul>;
}

export function CaliberTable({ calibers, official, year, file }: { calibers: readonly (NamedCaliber & { counted: number })[]; official: string; year: number; file: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Table
      file={file}
      cards
      caption={t("ledger.caliber.title")}
      rows={calibers}
      rowKey={(one) => one.code}
      columns={[
        { key: "name", head: t("ledger.caliber.title"), rowHead: true, cell: (one) => <>{locale === "zh" ? one.nameZh : one.nameEn} {one.code === official && <Tag tone="loess">{t("ledger.caliber.official")}</Tag>}</> },
        { key: "counted", head: t("ledger.caliber.counted", { year }), number: true, cell: (one) => <a href={`/board?year=${year}&caliber=${one.code}`}>{formatCount(one.counted)}</a> },
        { key: "rule", head: t("ledger.caliber.rule"), cell: (one) => <CaliberWords caliber={one} /> },
        { key: "force", head: t("ledger.caliber.inForce"), cell: (one) => (one.validTo ? t("ledger.caliber.until", { from: one.validFrom, to: one.validTo }) : t("ledger.caliber.from", { day: one.validFrom })) },
        { key: "document", head: t("ledger.caliber.document"), cell: (one) => one.documentNumber ?? t("ledger.caliber.none") },
      ]}
    />
  );
}

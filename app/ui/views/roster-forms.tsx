import type { ImportSummary } from "#app/domain/import/summary.ts";
import { Button, ChoiceGroup, type FormState } from "../components/form.tsx";
import { Notice } from "../components/page.tsx";
import { Table } from "../components/records.tsx";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";
import { columnWord, fieldWord } from "../roster-words.ts";

interface Columns {
  version: number;
  columns: readonly { name: string; field: string; cells: readonly string[] }[];
  fields: readonly { field: string; name: string }[];
}

/** What each column means, with its first cells beside it, masked. */
export function RosterColumns({ form, roster, again }: { form: FormState; roster: Columns; again: boolean }) {
  const t = useT();
  const locale = useLocale();
  const chosen = form.values.column;
  return (
    <form method="post" className="stack" id="columns">
      <input type="hidden" name="version" value={roster.version} />
      <Table cards dense caption={t("rosters.columns")} rows={roster.columns.map((one, place) => ({ ...one, place }))} rowKey={(one) => String(one.place)} columns={[
        { key: "name", head: t("rosters.columnName"), rowHead: true, cell: (one) => one.name || t("rosters.unnamed", { n: one.place + 1 }) },
        { key: "cells", head: t("rosters.firstCells"), cell: (one) => one.cells.filter(Boolean).join(" / ") || "—" },
        {
          key: "field", head: t("rosters.means"), cell: (one) => (
            <select className="input" name="column" aria-label={t("rosters.meansOf", { name: one.name })} defaultValue={Array.isArray(chosen) ? chosen[one.place] : one.field}>
              <option value="">{t("rosters.leaveOut")}</option>
              {roster.fields.map(({ field, name }) => <option key={field} value={field}>{columnWord(name, locale)}</option>)}
            </select>
          ),
        },
      ]} />
      <p><Button kind={again ? "quiet" : "main"} size={again ? undefined : "big"} name="intent" value="map">{t(again ? "rosters.checkAgain" : "rosters.check")}</Button></p>
    </form>
  );
}

const KEPT_AT_FIRST = ["name", "phone"];

/** Lets a roster in, as many people as it changes; where it changes nobody there is nothing to press. */
export function RosterTake({ form, checked, version }: { form: FormState; checked: ImportSummary; version: number }) {
  const t = useT();
  const people = checked.imported + checked.updated;
  if (people === 0) return <Notice><p>{t("rosters.takeNone")}</p></Notice>;
  return (
    <form method="post" className="stack notice-after">
      <input type="hidden" name="version" value={version} />
      {checked.differing > 0 && <RosterKeep form={form} checked={checked} />}
      <p><Button size="big" name="intent" value="take">{t("rosters.take", { n: formatCount(people) })}</Button></p>
    </form>
  );
}

/** In which fields our record stays: the name and the telephone unless the officer says otherwise. */
function RosterKeep({ form, checked }: { form: FormState; checked: ImportSummary }) {
  const t = useT();
  const locale = useLocale();
  const differing = (Object.entries(checked.differences) as [string, number][]).sort((a, b) => b[1] - a[1]);
  const values = { ...form.values, keep: form.values.keep ?? KEPT_AT_FIRST };
  return (
    <ChoiceGroup form={{ ...form, values }} name="keep" kind="checkbox" look="tight" legend={t("rosters.keep")} hint={t("rosters.keepSays")}
      options={differing.map(([field, count]) => ({ value: field, text: fieldWord(field, locale), count: formatCount(count) }))} />
  );
}

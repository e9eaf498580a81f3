import type { BureauFair } from "#app/data/read-models/fairs.server.ts";
import type { FormState } from "../../components/form.tsx";
import { EmptyState, Section } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { useLocale, useT } from "../../i18n/context.tsx";
import { formatCount, formatInstant } from "../../i18n/format.ts";
import { BoothTag, HiringTag } from "./parts.tsx";

type Sent<T> = T extends Date ? Date | string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T;
type Page = Sent<BureauFair>;

/** Who has a booth and who asks for one, each with what it shows and what came of it. */
export function Stands({ page, sent }: { page: Page; sent?: FormState }) {
  const t = useT();
  if (page.stands.length === 0) return <Section title={t("fairs.bureau.stands")}><EmptyState title={t("fairs.bureau.standsNone")} /></Section>;
  return (
    <Section title={t("fairs.bureau.stands")}>
      <Table dense cards caption={t("fairs.bureau.stands")} rows={page.stands} rowKey={(one) => one.id} file={tableFile("fair-booths", { fair: page.id })} columns={[
        { key: "number", head: t("fairs.bureau.number"), number: true, cell: (one) => one.number ?? t("fairs.none") },
        { key: "employer", head: t("fairs.bureau.employer"), rowHead: true, cell: (one) => <a href={`/bureau/employers/${one.employer.id}`}>{one.employer.name}</a> },
        { key: "shown", head: t("fairs.bureau.shown"), cell: (one) => <span>{one.posts.map((post, at) => <span key={post.id}>{at > 0 && <br />}<a href={`/jobs/${post.id}`}>{post.title}</a></span>)}</span> },
        { key: "openings", head: t("fairs.bureau.openings"), number: true, cell: (one) => formatCount(one.openings) },
        { key: "visits", head: t("fairs.bureau.visits"), number: true, cell: (one) => formatCount(one.visits) },
        { key: "hired", head: t("fairs.bureau.hired"), number: true, cell: (one) => formatCount(one.hired) },
        { key: "state", head: t("fairs.bureau.state"), cell: (one) => <span><BoothTag state={one.state} />{one.reason !== null && <><br /><span className="soft">{one.reason}</span></>}</span> },
        { key: "act", head: t("fairs.bureau.act"), cell: (one) => (one.state === "APPLIED" && page.steps.length > 0 ? <Decide one={one} sent={sent?.values.boothId === one.id ? sent : undefined} /> : t("fairs.none")) },
      ]} />
    </Section>
  );
}

function Decide({ one, sent }: { one: Page["stands"][number]; sent?: FormState }) {
  const t = useT();
  const typed = (field: string) => String(sent?.values[field] ?? "");
  const name = one.employer.name;
  return (
    <form method="post" className="cell-form">
      <input type="hidden" name="boothId" value={one.id} /><input type="hidden" name="version" value={one.version} />
      <label className="visually-hidden" htmlFor={`number-${one.id}`}>{t("fairs.bureau.number")}</label>
      <input className="input short" id={`number-${one.id}`} name="number" inputMode="numeric" maxLength={4} placeholder={t("fairs.bureau.numberHint")} defaultValue={typed("number")} />
      <button className="button small" type="submit" name="intent" value="APPROVED" aria-label={t("fairs.bureau.approveFor", { name })}>{t("fairs.bureau.approve")}</button>
      <label className="visually-hidden" htmlFor={`reason-${one.id}`}>{t("fairs.bureau.refuseWhy")}</label>
      <input className="input short" id={`reason-${one.id}`} name="reason" maxLength={200} placeholder={t("fairs.bureau.refuseWhy")} defaultValue={typed("reason")} />
      <button className="button danger small" type="submit" name="intent" value="REFUSED" aria-label={t("fairs.bureau.refuseFor", { name })}>{t("fairs.bureau.refuse")}</button>
    </form>
  );
}

/** Whom the booths took, and whether it is in the ledger. */
export function Hirings({ page }: { page: Page }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section title={t("fairs.bureau.hirings")}>
      {page.hirings.length === 0 ? <EmptyState title={t("fairs.bureau.hiringsNone")} /> : (
        <Table dense cards caption={t("fairs.bureau.hirings")} rows={page.hirings} rowKey={(one) => one.id} file={tableFile("fair-hirings", { fair: page.id })} columns={[
          { key: "person", head: t("fairs.bureau.person"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "post", head: t("fairs.bureau.post"), cell: (one) => <span><a href={`/jobs/${one.postId}`}>{one.title}</a><br /><span className="soft">{one.number !== null && t("fairs.number", { n: one.number })} {one.employer}</span></span> },
          { key: "at", head: t("fairs.bureau.at"), number: true, cell: (one) => formatInstant(one.at, locale) },
          { key: "state", head: t("fairs.bureau.state"), cell: (one) => <HiringTag state={one.state} /> },
          { key: "ledger", head: t("fairs.bureau.placement"), cell: (one) => (one.placementId === null ? t("fairs.none") : <a href={`/placements/${one.placementId}`} aria-label={`${t("fairs.bureau.placement")} ${one.nameMasked}`}>{t("fairs.bureau.placement")}</a>) },
        ]} />
      )}
    </Section>
  );
}

import type { UseLine } from "#app/data/read-models/brand-uses.server.ts";
import type { BrandUseState } from "#app/domain/brand/use.ts";
import { Button, emptyForm, Field, type FormState } from "../../components/form.tsx";
import { Fold, Section } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { Tag } from "../../components/tag.tsx";
import { useT } from "../../i18n/context.tsx";
import { formatCount, formatDayShort } from "../../i18n/format.ts";

const TONES = { ASKED: "loess", AGREED: "pine", REFUSED: "danger", ENDED: undefined } as const;

export function UseTag({ state }: { state: BrandUseState }) {
  const t = useT();
  return <Tag tone={TONES[state]}>{t(`brands.use.state.${state}`)}</Tag>;
}

/** Employers that ask for the brand or may use it, and the answer to each. */
export function Employers({ uses, brandId, sent }: { uses: readonly UseLine[]; brandId: string; sent: FormState | undefined }) {
  const t = useT();
  return (
    <Section title={t("brands.use.employers")} says={t("brands.use.employersSays")} id="employers">
      {uses.length === 0 ? <p className="soft">{t("brands.use.none")}</p> : (
        <Table dense cards file={tableFile("brand-employers", { brand: brandId })} caption={t("brands.use.employers")} rows={uses} rowKey={(one) => one.employerId} columns={[
          { key: "name", head: t("brands.use.employer"), rowHead: true, cell: (one) => <span>{one.name}{one.creditCode && <><br /><span className="soft num">{one.creditCode}</span></>}</span> },
          { key: "state", head: t("brands.desk.standing"), cell: (one) => <span><UseTag state={one.state} />{one.reason !== null && <><br />{one.reason}</>}</span> },
          { key: "note", head: t("brands.use.note"), cell: (one) => one.note ?? "—" },
          { key: "on", head: t("brands.use.askedOn"), number: true, cell: (one) => formatDayShort(new Date(one.askedAt)) },
          { key: "posts", head: t("brands.use.posts"), number: true, cell: (one) => formatCount(one.posts) },
          { key: "act", head: t("brands.desk.steps"), cell: (one) => <UseForm one={one} sent={sent?.values.intent === "use" && sent.values.employerId === one.employerId ? sent : undefined} /> },
        ]} />
      )}
    </Section>
  );
}

function UseForm({ one, sent }: { one: UseLine; sent: FormState | undefined }) {
  const t = useT();
  return (
    <Fold summary={t("brands.desk.steps")} open={sent !== undefined || one.state === "ASKED"}>
      <form method="post" className="stack" aria-label={t("brands.use.of", { name: one.name })}>
        <input type="hidden" name="intent" value="use" /><input type="hidden" name="employerId" value={one.employerId} /><input type="hidden" name="version" value={one.version} />
        {one.state !== "AGREED" && <p><Button size="small" name="step" value="AGREE">{t("brands.use.AGREE")}</Button></p>}
        {(one.state === "ASKED" || one.state === "AGREED") && (
          <>
            <Field form={sent ?? emptyForm()} name="reason" id={`use-reason-${one.employerId}`} label={t(one.state === "ASKED" ? "brands.use.whyRefuse" : "brands.use.whyEnd")} maxLength={200} autoComplete="off" />
            <p><Button kind="danger" size="small" name="step" value={one.state === "ASKED" ? "REFUSE" : "END"}>{t(one.state === "ASKED" ? "brands.use.REFUSE" : "brands.use.END")}</Button></p>
          </>
        )}
      </form>
    </Fold>
  );
}

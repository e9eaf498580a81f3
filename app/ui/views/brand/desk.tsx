import type { BrandDesk, BrandHistory } from "#app/data/read-models/brand-desk.server.ts";
import { Button, emptyForm, Field, type FormState, Select } from "../../components/form.tsx";
import { Fold, Pagination, Section } from "../../components/page.tsx";
import { Stat, Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { useT } from "../../i18n/context.tsx";
import { formatCount, formatDayShort } from "../../i18n/format.ts";
import { StandingTag } from "./words.tsx";

export interface DeskProps {
  desk: BrandDesk;
  sent: FormState | undefined;
}

const VIEWS = ["all", "due", "suspended"] as const;

/** The form that was sent, if it was about this record; else an empty one. */
const own = (sent: FormState | undefined, intent: string, id: string, otherwise: FormState["values"]) => (sent?.values.intent === intent && (sent.values.applicationId === id || sent.values.membershipId === id) ? sent : emptyForm(otherwise));

export function DeskStats({ desk }: Pick<DeskProps, "desk">) {
  const t = useT();
  return <div className="stats">{(["applications", "members", "due", "suspended"] as const).map((key) => <Stat key={key} small value={formatCount(desk.counts[key])} unit={t("brands.desk.unit")} label={t(`brands.desk.counts.${key}`)} />)}</div>;
}

/** Who asks to join: what they bring, the test, and the answer. */
export function Applications({ desk, sent }: DeskProps) {
  const t = useT();
  const { applications, brand, today } = desk;
  return (
    <Section title={t("brands.desk.applications")} id="applications">
      {applications.length === 0 ? <p className="soft">{t("brands.desk.applicationsNone")}</p> : (
        <Table cards file={tableFile("brand-applications", { brand: brand.id })} caption={t("brands.desk.applications")} rows={applications} rowKey={(one) => one.id} columns={[
          { key: "name", head: t("brands.desk.name"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "way", head: t("brands.desk.way"), cell: (one) => t(`brands.way.${one.way}`) },
          { key: "on", head: t("brands.desk.appliedOn"), cell: (one) => formatDayShort(new Date(one.appliedAt)) },
          { key: "proof", head: t("brands.desk.proof"), cell: (one) => <span>{one.training === null ? t("brands.desk.trainingNone") : t("brands.desk.training", { title: one.training })}{one.certified && <><br />{t("brands.desk.certified")}</>}</span> },
          { key: "test", head: t("brands.desk.test"), cell: (one) => (
            <>{one.testedOn !== null && <span className="num">{formatDayShort(one.testedOn)} · {one.testScore}</span>}
              <Fold summary={t("brands.desk.testSave")} open={sent?.values.intent === "test" && sent.values.applicationId === one.id}><form method="post" className="stack" aria-label={t("brands.desk.testOf", { name: one.nameMasked })}>
                <input type="hidden" name="applicationId" value={one.id} /><input type="hidden" name="version" value={one.version} />
                <Field form={own(sent, "test", one.id, { testedOn: today })} name="testedOn" id={`testedOn-${one.id}`} label={t("brands.desk.testDay")} type="date" short />
                <Field form={own(sent, "test", one.id, {})} name="score" id={`score-${one.id}`} label={t("brands.desk.score")} inputMode="numeric" short />
                <p><Button kind="quiet" size="small" name="intent" value="test">{t("brands.desk.testSave")}</Button></p>
              </form></Fold></>
          ) },
          { key: "decide", head: t("brands.desk.decide"), cell: (one) => (
            <Fold summary={t("brands.desk.decide")} open={sent?.values.intent === "decide" && sent.values.applicationId === one.id}><form method="post" className="stack" aria-label={t("brands.desk.decideOf", { name: one.nameMasked })}>
              <input type="hidden" name="applicationId" value={one.id} /><input type="hidden" name="version" value={one.version} /><input type="hidden" name="intent" value="decide" />
              <Select form={own(sent, "decide", one.id, { level: brand.levels[0] })} name="level" id={`level-${one.id}`} label={t("brands.desk.level")} options={brand.levels.map((level) => ({ value: level, text: level }))} short />
              <p><Button size="small" name="decision" value="ADMIT">{t("brands.desk.admit")}</Button></p>
              <Field form={own(sent, "decide", one.id, {})} name="reason" id={`reason-${one.id}`} label={t("brands.desk.reason")} maxLength={200} />
              <p><Button kind="danger" size="small" name="decision" value="REFUSE">{t("brands.desk.refuse")}</Button></p>
            </form></Fold>
          ) },
        ]} />
      )}
    </Section>
  );
}

/** The brand's members, a page at a time, with what can be done for each. */
export function Members({ desk, sent }: DeskProps) {
  const t = useT();
  const { members, brand, view } = desk;
  return (
    <Section title={t("brands.desk.members")} says={t("brands.desk.pages", { n: formatCount(desk.total) })} id="members">
      <p className="chips">{VIEWS.map((one) => <a key={one} href={`?view=${one}#members`} aria-current={one === view ? "true" : undefined}>{t(`brands.desk.view.${one}`)}</a>)}</p>
      {members.length === 0 ? <p className="soft notice-after">{t("brands.desk.membersNone")}</p> : (
        <div className="notice-after"><Table dense cards file={tableFile("brand-members", { brand: brand.id, view })} caption={t("brands.desk.members")} rows={members} rowKey={(one) => one.id} columns={[
          { key: "name", head: t("brands.desk.name"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "number", head: t("brands.desk.number"), cell: (one) => <span className="num">{one.number ?? "—"}</span> },
          { key: "level", head: t("brands.desk.level"), cell: (one) => one.level ?? "—" },
          { key: "until", head: t("brands.desk.until"), number: true, cell: (one) => (one.validTo === null ? t("brands.mine.open") : formatDayShort(one.validTo)) },
          { key: "pledged", head: t("brands.desk.pledged"), cell: (one) => (one.pledgedOn === null ? t("brands.desk.pledgedNo") : formatDayShort(one.pledgedOn)) },
          { key: "standing", head: t("brands.desk.standing"), cell: (one) => <span><StandingTag standing={one.standing} />{one.reason !== null && <><br />{one.reason}</>}</span> },
          { key: "steps", head: t("brands.desk.steps"), cell: (one) => (
            <Fold summary={t("brands.desk.steps")} open={sent?.values.intent === "member" && sent.values.membershipId === one.id}><form method="post" className="stack" aria-label={t("brands.desk.stepsOf", { name: one.nameMasked })}>
              <input type="hidden" name="membershipId" value={one.id} /><input type="hidden" name="version" value={one.version} /><input type="hidden" name="intent" value="member" />
              {one.mayRenew && <p><Button size="small" name="step" value="RENEWED">{t("brands.desk.RENEWED")}</Button></p>}
              <Select form={own(sent, "member", one.id, { level: one.level ?? brand.levels[0] })} name="level" id={`member-level-${one.id}`} label={t("brands.desk.level")} options={brand.levels.map((level) => ({ value: level, text: level }))} short />
              <p><Button kind="quiet" size="small" name="step" value="LEVEL">{t("brands.desk.LEVEL")}</Button></p>
              <Field form={own(sent, "member", one.id, {})} name="reason" id={`member-reason-${one.id}`} label={t("brands.desk.stepReason")} maxLength={200} />
              <p className="actions">{one.standing === "SUSPENDED" ? <Button kind="quiet" size="small" name="step" value="LIFTED">{t("brands.desk.LIFTED")}</Button> : <Button kind="quiet" size="small" name="step" value="SUSPENDED">{t("brands.desk.SUSPENDED")}</Button>}<Button kind="danger" size="small" name="step" value="ENDED">{t("brands.desk.ENDED")}</Button></p>
            </form></Fold>
          ) },
        ]} /></div>
      )}
      <Pagination page={desk.page} pages={desk.pages} href={(page) => `?view=${view}&page=${page}#members`} />
    </Section>
  );
}

export function BrandHistoryTable({ history, brandId }: { history: BrandHistory; brandId: string }) {
  const t = useT();
  return (
    <Section title={t("brands.desk.history")}>
      <Table dense file={tableFile("brand-events", { brand: brandId })} caption={t("brands.desk.history")} rows={history.events} rowKey={(one) => String(one.seq)} columns={[
        { key: "on", head: t("brands.bureau.day"), rowHead: true, cell: (one) => formatDayShort(one.happenedOn) },
        { key: "kind", head: t("brands.desk.steps"), cell: (one) => t(`brands.event.${one.kind as "REGISTERED"}`) },
        { key: "reason", head: t("brands.mine.reason"), cell: (one) => one.reason ?? "—" },
      ]} />
    </Section>
  );
}

import type { WelfareCaseView } from "#app/data/read-models/welfare-case.server.ts";
import { failText } from "./words.ts";
import { Facts, Section } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { Tag } from "../../components/tag.tsx";
import { useLocale, useName, useT } from "../../i18n/context.tsx";
import { formatDay, formatFen, formatInstant } from "../../i18n/format.ts";

/** What comes next, in one line. */
export function NextLine({ view }: { view: WelfareCaseView }) {
  const t = useT();
  if (view.waits === null) return view.state === "IN_POST" ? null : <p className="soft">{t("welfare.case.nothing")}</p>;
  return <p><strong>{t("welfare.case.next")}</strong>{t("common.colon")}{t("welfare.case.waits", { who: view.waits.who.map((party) => t(`welfare.party.${party}`)).join(t("common.listed")), act: t(`welfare.act.${view.waits.act}`) })}</p>;
}

export function CaseFacts({ view }: { view: WelfareCaseView }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <Facts
      rows={[
        [t("welfare.case.person"), `${view.person.nameMasked} · ${t("welfare.case.born", { year: view.person.birthYear })}`], [t("welfare.case.home"), name(view.person.home)], [t("welfare.case.phone"), view.person.phoneMasked ?? "—"],
        [t("welfare.desk.post"), <a key="post" href={`/welfare/${view.post.id}`}>{view.post.title} · {name(view.post.village)}</a>],
        [t("welfare.post.pay"), `${t("welfare.yuanMonth", { yuan: formatFen(view.post.monthlyFen) })} · ${view.post.fundSource}`],
        view.ageAtApproval !== null && [t("welfare.case.age"), String(view.ageAtApproval)],
        view.minutesRef !== null && [t("welfare.case.review"), `${view.minutesRef} · ${view.publicFrom ? formatDay(view.publicFrom, locale) : ""} – ${view.publicUntil ? formatDay(view.publicUntil, locale) : ""}`],
        view.contracts.length > 0 && [t("welfare.case.contracts"), <Lines key="c" lines={view.contracts.map((one) => `${one.number} · ${one.from} – ${one.until}`)} />],
        view.latest !== null && [t("welfare.exits.limit"), formatDay(view.latest, locale)],
        view.insurances.length > 0 && [t("welfare.case.insurance"), <Lines key="i" lines={view.insurances.map((one) => `${one.insurer} ${one.policyNo} · ${one.from} – ${one.until}`)} />],
        view.endedOn !== null && [t("welfare.state.ENDED"), formatDay(view.endedOn, locale)], [t("welfare.case.account"), <>{view.person.account}{view.person.objection && <> <Tag tone="danger">{t(`welfare.sheets.account.${view.person.objection}`)}</Tag></>}</>],
      ]}
    />
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => <ul>{lines.map((one) => <li key={one}>{one}</li>)}</ul>;

/** What the checks find as things stand now, and what was answered. */
export function CaseChecks({ view }: { view: WelfareCaseView }) {
  const t = useT();
  const answerOf = (code: string) => view.answers.find((one) => one.code === code)?.answer;
  const all = [...view.bars, ...view.questions, ...view.answers.filter((one) => !view.questions.some((question) => question.code === one.code))];
  return (
    <Section title={t("welfare.case.checks")}>
      {all.length === 0 && view.kin.length === 0 ? <p className="soft">{t("welfare.case.checksFine")}</p> : (
        <ul className="stack">
          {all.map((one) => <li key={one.code}><Tag tone={view.bars.includes(one) ? "danger" : "loess"}>{t(`welfare.case.check.${one.code}`, one.params)}</Tag>{answerOf(one.code) && ` ${t("welfare.case.answer")}${t("common.colon")}${answerOf(one.code)}`}</li>)}
          {view.kin.map((one) => <li key={one.relation}>{t("welfare.case.kin")}{t("common.colon")}{one.cadreMasked} · {t(`welfare.apply.relation.${one.relation as "OTHER"}`)}</li>)}
        </ul>
      )}
    </Section>
  );
}

export function CasePlans({ plans }: { plans: WelfareCaseView["plans"] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section title={t("welfare.case.plans")}>
      {plans.length === 0 ? <p className="soft">{t("welfare.case.planNone")}</p> : plans.map((plan) => (
        <div className="panel" key={`${plan.mark}${String(plan.raisedAt)}`}>
          {plan.mark > 0 && <h3>{t("welfare.case.plan", { mark: plan.mark })} <span className="soft">{formatInstant(plan.raisedAt, locale)}</span></h3>}
          {plan.choice !== null && <p><Tag tone="pine">✓ {t("welfare.case.chosen", { choice: t(`welfare.choice.${plan.choice as "MARKET"}`) })}</Tag> {plan.note}</p>}
          {plan.mark > 0 && (
            <ul className="stack">
              {plan.market.map((post) => <li key={post.id}>{t("welfare.case.market")}{t("common.colon")}<a href={`/jobs/${post.id}`}>{post.title}</a></li>)}
              {plan.other && <li>{t("welfare.case.other")}{t("common.colon")}<a href={`/jobs/${plan.other.id}`}>{plan.other.title}</a></li>}
              <li>{t("welfare.case.training")}{t("common.colon")}{t("welfare.case.trainingSays")}</li>
            </ul>
          )}
        </div>
      ))}
    </Section>
  );
}

export function CasePays({ pays, caseId }: Pick<WelfareCaseView, "pays"> & { caseId: string }) {
  const t = useT();
  if (pays.length === 0) return null;
  return (
    <Section title={t("welfare.case.pays")}>
      <Table
        cards caption={t("welfare.case.pays")} file={tableFile("welfare-case-pays", { case: caseId })} rows={pays} rowKey={(one) => `${one.month}${one.sheetMonth}`}
        columns={[
          { key: "month", head: t("welfare.sheets.forMonth"), rowHead: true, cell: (one) => one.month },
          { key: "amount", head: t("welfare.sheets.amount"), number: true, cell: (one) => formatFen(one.amountFen) },
          { key: "sheet", head: t("welfare.sheets.title"), cell: (one) => t("welfare.case.sheet", { month: one.sheetMonth }) },
          { key: "result", head: t("welfare.sheets.result"), cell: (one) => one.amountFen === 0 && one.result !== "FAILED" ? "—" : `${t(`welfare.case.result.${one.result as "PAID"}`)}${one.failReason ? ` · ${failText(t, one.failReason)}` : ""}` },
        ]}
      />
    </Section>
  );
}

export function CaseHistory({ events }: { events: WelfareCaseView["events"] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section title={t("welfare.case.history")}>
      <ol className="timeline">
        {events.map((one) => (
          <li key={one.seq}><h3>{t(`welfare.act.${one.act}`)} → {t(`welfare.state.${one.toState}`)} <span className="day">{formatDay(one.on, locale)}</span></h3><p className="proof"><span>{t(`terms.role.${one.role}`)}</span><span>{formatInstant(one.at, locale)}</span>{one.reason && <span>{one.reason}</span>}</p></li>
        ))}
      </ol>
    </Section>
  );
}

import type { FormPerson } from "#app/data/form-persons.server.ts";
import { CONSENT_PURPOSES, CONSENT_TEXT_VERSION } from "#app/domain/person/identity.ts";
import type { PaperForm } from "#app/domain/person/paper-forms.ts";
import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import { PLACE_CLASSES, WELFARE_KINDS } from "#app/domain/terms.ts";
import { useT } from "../../i18n/context.tsx";
import { formatDay, formatYuan } from "../../i18n/format.ts";
import { findText } from "../../i18n/translate.ts";
import { policyValue } from "../../policy-value.ts";
import { Boxes, type Cell, Opinion, Printed, Sheet, SheetFrame, type SheetRow, SignedPromise, zh } from "./sheet.tsx";

interface Filled {
  person: FormPerson;
  policies: readonly PolicyParameter[];
  today: string;
}

const day = (on: string | null | undefined) => (on ? formatDay(on, "zh") : "");
const yuan = (fen: number | null | undefined) => (fen ? zh("agent.paper.value.fen", { n: formatYuan(fen) }) : "");
const row = (...cells: Cell[]): SheetRow => ({ cells });
const tall = (lines: "two" | "four", ...cells: Cell[]): SheetRow => ({ cells, tall: lines });

function identity({ person }: Filled): SheetRow[] {
  return [
    row(["agent.paper.cell.name", person.name], ["agent.paper.cell.sex", zh(`terms.sex.${person.sex}`)], ["agent.paper.cell.birthDate", day(person.birthDate)]),
    row(["agent.paper.cell.idNumber", <span key="id" className="digits">{person.idNumber}</span>, 3], ["agent.paper.cell.age", String(person.age)]),
    row(["agent.paper.cell.education", person.education === "NONE" ? "" : zh(`terms.education.${person.education}`)], ["agent.paper.cell.phone", person.phone ?? ""], ["agent.paper.cell.capacity", zh(`terms.labourCapacity.${person.labourCapacity}`)]),
    row(["agent.paper.cell.home", person.home.zh, 5]),
    row(["agent.paper.cell.categories", person.categories.map((kind) => zh(`terms.personCategory.${kind}`)).join("、"), 5]),
  ];
}

function certificatesOf({ certificates }: FormPerson): string {
  return certificates.map(({ occupation, level }) => `${occupation.zh}${level ? `（${zh(`terms.skillLevel.${level}`)}）` : ""}`).slice(0, 6).join("、");
}

/** The standards in force where the person lives, each with its document. */
function standards(policies: readonly PolicyParameter[]) {
  return (
    <ul>
      {policies.map((one) => {
        const source = one.documentNumber ?? (one.article ? zh("agent.paper.value.article", { n: one.article }) : null);
        return <li key={one.key}>{findText("zh", `policy.keys.${one.key.replaceAll(".", "_")}`) ?? one.key}：{policyValue(one, "zh")}{source && `（${source}）`}</li>;
      })}
    </ul>
  );
}

const offices = (): SheetRow[] => [
  tall("two", ["agent.paper.cell.village", <Opinion key="v" />, 5]), tall("two", ["agent.paper.cell.town", <Opinion key="t" />, 5]), tall("two", ["agent.paper.cell.county", <Opinion key="c" />, 5]),
];

function JobSeeking(filled: Filled) {
  const { wish, job } = filled.person;
  return (
    <Sheet title="agent.paper.form.job-seeking" above={zh("agent.paper.value.filled", { day: day(filled.today) })} rows={[
      ...identity(filled),
      row(["agent.paper.cell.certificates", certificatesOf(filled.person), 5]),
      row(["agent.paper.cell.trades", wish?.trades.map((one) => one.zh).join("、") ?? "", 5]),
      row(["agent.paper.cell.reach", wish ? zh(`agent.reach.${wish.reach}`) : "", 3], ["agent.paper.cell.pay", wish ? yuan(wish.minWageFen) || zh("agent.paper.value.noPay") : ""]),
      row(["agent.paper.cell.from", day(wish?.availableFrom), 3], ["agent.paper.cell.housing", wish ? zh(wish.needsHousing ? "agent.form.housingYes" : "agent.form.housingNo") : ""]),
      row(["agent.paper.cell.workNow", job ? `${job.employer} ${job.title}`.trim() : "", 5]),
      tall("four", ["agent.paper.cell.history", "", 5]),
      tall("two", ["agent.paper.cell.promise", <SignedPromise key="p" text="agent.paper.promise.job" />, 5]),
      tall("two", ["agent.paper.cell.village", <Opinion key="v" />, 5]),
      tall("two", ["agent.paper.cell.remark", "", 5]),
    ]} />
  );
}

function WelfarePost(filled: Filled) {
  return (
    <Sheet title="agent.paper.form.welfare-post" above={zh("agent.paper.value.filled", { day: day(filled.today) })} rows={[
      ...identity(filled),
      row(["agent.paper.cell.familySize", "", 2], ["agent.paper.cell.familyLabour", "", 2]),
      row(["agent.paper.cell.welfareKind", <Boxes key="k" ticked={[]} options={WELFARE_KINDS.map((kind) => [kind, zh(`terms.welfareKind.${kind}`)] as const)} />, 5]),
      row(["agent.paper.cell.welfarePost", "", 5]),
      tall("two", ["agent.paper.cell.reason", "", 5]),
      row(["agent.paper.cell.policy", standards(filled.policies), 5]),
      tall("two", ["agent.paper.cell.promise", <SignedPromise key="p" text="agent.paper.promise.welfare" />, 5]),
      ...offices(),
    ]} />
  );
}

function workAway({ person: { job } }: Filled): SheetRow[] {
  return [
    row(["agent.paper.cell.employer", job?.employer ?? "", 3], ["agent.paper.cell.job", job?.title ?? ""]),
    row(["agent.paper.cell.place", job?.place.zh ?? "", 5]),
    row(["agent.paper.cell.area", <Boxes key="a" ticked={job ? [job.placeClass] : []} options={PLACE_CLASSES.map((one) => [one, zh(`terms.placeClass.${one}`)] as const)} />, 5]),
  ];
}

const account = (): SheetRow[] => [row(["agent.paper.cell.bank", "", 2], ["agent.paper.cell.account", "", 2]), row(["agent.paper.cell.card", "", 5])];

function TravelSubsidy(filled: Filled) {
  return (
    <Sheet title="agent.paper.form.travel-subsidy" above={zh("agent.paper.value.filled", { day: day(filled.today) })} rows={[
      ...identity(filled), ...workAway(filled),
      row(["agent.paper.cell.left", "", 2], ["agent.paper.cell.arrived", day(filled.person.job?.arrivedOn), 2]),
      row(["agent.paper.cell.transport", "", 2], ["agent.paper.cell.fares", "", 2]),
      row(["agent.paper.cell.policy", standards(filled.policies), 5]),
      row(["agent.paper.cell.amount", zh("agent.paper.value.yuanUnit"), 5]), ...account(),
      row(["agent.paper.cell.proof", zh("agent.paper.value.travelProof"), 5]),
      tall("two", ["agent.paper.cell.promise", <SignedPromise key="p" text="agent.paper.promise.travel" />, 5]),
      ...offices(),
    ]} />
  );
}

function StayInWork(filled: Filled) {
  const { job } = filled.person;
  return (
    <Sheet title="agent.paper.form.stay-in-work" above={zh("agent.paper.value.filled", { day: day(filled.today) })} rows={[
      ...identity(filled), ...workAway(filled),
      row(["agent.paper.cell.arrived", day(job?.arrivedOn)], ["agent.paper.cell.monthly", yuan(job?.monthlyFen)], ["agent.paper.cell.months", zh("agent.paper.value.monthsUnit")]),
      row(["agent.paper.cell.period", zh("agent.paper.value.period"), 5]),
      row(["agent.paper.cell.policy", standards(filled.policies), 5]),
      row(["agent.paper.cell.amount", zh("agent.paper.value.yuanUnit"), 5]), ...account(),
      row(["agent.paper.cell.proof", zh("agent.paper.value.stayProof"), 5]),
      tall("two", ["agent.paper.cell.promise", <SignedPromise key="p" text="agent.paper.promise.stay" />, 5]),
      ...offices(),
    ]} />
  );
}

function ConsentSheet({ person }: Filled) {
  return (
    <article className="paper consent" lang="zh-CN" data-paper="">
      <h1><Printed text="agent.paper.form.consent" /></h1>
      <p className="above">{zh("agent.paper.cell.sheetNumber")}：<i /></p>
      <p>{zh("agent.paper.cell.name")}：<u>{person.name}</u>　{zh("agent.paper.cell.idNumber")}：<u className="digits">{person.idNumber}</u>　{zh("agent.paper.cell.home")}：<u>{person.home.zh}</u></p>
      <p><Printed text="agent.paper.consent.intro" /></p>
      <table>
        <thead><tr><th scope="col">{zh("agent.paper.consent.purpose")}</th><th scope="col">{zh("agent.paper.consent.agree")}</th><th scope="col">{zh("agent.paper.consent.disagree")}</th></tr></thead>
        <tbody>
          {CONSENT_PURPOSES.map((one) => (
            <tr key={one}><th scope="row"><Printed text={`agent.consent.${one}`} />{one === "SERVICE" && zh("agent.paper.consent.needed")}</th><td>{zh("agent.paper.value.no")}</td><td>{zh("agent.paper.value.no")}</td></tr>
          ))}
        </tbody>
      </table>
      <p><Printed text="agent.paper.consent.holds" /></p>
      <p><Printed text="agent.paper.consent.guard" /></p>
      <p><Printed text="agent.paper.consent.withdraw" /></p>
      <p className="sign">{zh("agent.paper.consent.signed")}<i /> {zh("agent.paper.value.date")}</p>
      <p className="sign">{zh("agent.paper.consent.reader")}<i /> {zh("agent.paper.value.date")}</p>
      <p className="above">{zh("agent.paper.consent.version", { version: CONSENT_TEXT_VERSION })}</p>
    </article>
  );
}

const SHEETS: Record<PaperForm, (filled: Filled) => JSX.Element> = { "job-seeking": JobSeeking, "welfare-post": WelfarePost, "travel-subsidy": TravelSubsidy, "stay-in-work": StayInWork, consent: ConsentSheet };

export function PersonSheet({ form, ...filled }: Filled & { form: PaperForm }) {
  const One = SHEETS[form];
  return <SheetFrame label={useT()(`agent.paper.form.${form}`)}><One {...filled} /></SheetFrame>;
}

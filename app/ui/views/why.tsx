import type { PartView, WhyDetail, WhyView } from "#app/data/read-models/why-page.server.ts";
import type { Change } from "#app/domain/matching/one-step.ts";
import type { Cause } from "#app/domain/matching/why.ts";
import { Section } from "../components/page.tsx";
import { ReasonList } from "../components/reasons.tsx";
import { ProgressShare, Table } from "../components/records.tsx";
import { StreamTag } from "../components/tag.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatCount, formatInstant, formatYuan } from "../i18n/format.ts";
import { findText } from "../i18n/translate.ts";

/** What stood in the way, the weightiest first, each with the facts it rests on. */
export function Causes({ view, detail }: { view: WhyView; detail: WhyDetail }) {
  const t = useT();
  const locale = useLocale();
  const full = view.reasons.some((one) => one.code === "no-opening-left");
  return (
    <Section title={t("why.answer")} says={detail.run ? t("why.run", { at: formatInstant(detail.run.requestedAt, locale) }) : undefined}>
      <ol className="causes">{detail.causes.map((cause) => <li key={cause}><CauseText cause={cause} view={view} detail={detail} /></li>)}</ol>
      {detail.takenDirectly > 0 && full && <p className="soft notice-after">{t("why.takenDirectly", { n: formatCount(detail.takenDirectly) })}</p>}
    </Section>
  );
}

function CauseText({ cause, view, detail }: { cause: Cause; view: WhyView; detail: WhyDetail }) {
  const t = useT();
  const locale = useLocale();
  const { holders, other } = detail;
  const range = { people: formatCount(holders?.people ?? 0), lowest: formatCount(holders?.lowest ?? 0), highest: formatCount(holders?.highest ?? 0) };
  const own = view.eyes === "own";
  switch (cause) {
    case "proposed":
      return <p>{t("why.cause.proposed")} {own && <a href="/me/matches">{t("why.answerOffer")}</a>}</p>;
    case "accepted":
      return <p>{t("why.cause.accepted")} {own && <a href="/me">{t("why.seeProgress")}</a>}</p>;
    case "declined":
      return <p>{t("why.cause.declined")}{detail.declineReason && ` ${t("why.declinedFor", { reason: findText(locale, `terms.declineReason.${detail.declineReason}`) ?? detail.declineReason })}`}</p>;
    case "refused":
      return <><p>{t("why.cause.refused", { n: view.reasons.length })}</p><ReasonList reasons={view.reasons} against /></>;
    case "full":
      return <p>{t("why.cause.full", range)}</p>;
    case "not-in-run":
      return <p>{t("why.cause.not-in-run")}{detail.notInRun && ` ${t(`why.gap.${detail.notInRun}`)}`}</p>;
    case "outranked":
      return <p>{t("why.cause.outranked", { ...range, openings: formatCount(holders?.openingsLeft ?? 0), score: formatCount(view.score), rank: formatCount(holders?.rank ?? 0) })}{holders && holders.equal > 0 && ` ${t("why.equal", { n: formatCount(holders.equal) })}`}</p>;
    case "earlier-help":
    case "other-proposal":
      return <><p>{t(`why.cause.${cause}`)}</p>{cause === "earlier-help" && other?.post.stream === "MARKET" && <ReasonList reasons={[{ code: "market-job-available" }]} against />}{other && <OtherPost other={other} mine={view.allowed ? view.score : null} />}</>;
    default:
      return <p>{t(`why.cause.${cause}`)}</p>;
  }
}

function OtherPost({ other, mine }: { other: NonNullable<WhyDetail["other"]>; mine: number | null }) {
  const t = useT();
  const name = useName();
  return (
    <div className="stack other-post">
      <p><a href={`/jobs/${other.post.id}`}>{other.post.title}</a> <StreamTag stream={other.post.stream} /></p>
      <p className="soft">{other.post.employerName} · {name(other.post.region)}</p>
      <p>{mine === null ? t("why.otherScore", { score: formatCount(other.score) }) : t("why.otherScores", { score: formatCount(other.score), mine: formatCount(mine) })} {t("why.otherState", { state: t(`terms.matchStatus.${other.status}`) })}</p>
      {mine !== null && other.score < mine && <p className="soft">{t("why.otherLower")}</p>}
    </div>
  );
}

/** The score, part by part, beside what those who hold the post have of each. */
export function ScoreParts({ view, parts, people }: { view: WhyView; parts: readonly PartView[]; people: number }) {
  const t = useT();
  const name = useName();
  const others = parts.some((one) => one.others !== null);
  const means = parts.some((one) => typeof one.others?.mean === "number");
  return (
    <Section title={t("why.score")} says={t("why.scoreSays", { score: formatCount(view.score) })}>
      <Table
        dense
        rows={parts}
        rowKey={(one) => one.part}
        columns={[
          { key: "part", head: t("why.part"), rowHead: true, cell: (one) => <span className="part-bar">{t(`why.parts.${one.part}`)}<ProgressShare share={one.points / one.most} /></span> },
          { key: "points", head: t("why.points"), number: true, cell: (one) => formatCount(one.points) },
          { key: "most", head: t("why.most"), number: true, cell: (one) => formatCount(one.most) },
          ...(others ? [
            ...(means ? [{ key: "mean", head: t("why.mean"), number: true, cell: (one: PartView) => formatCount(one.others?.mean ?? 0) }] : []),
            { key: "more", head: t("why.more"), number: true, cell: (one: PartView) => (one.others ? formatCount(one.others.more) : "—") },
          ] : []),
        ]}
        foot={<tr><th scope="row">{t("common.total")}</th><td className="n">{formatCount(view.score)}</td><td className="n">1,000</td>{means && <td />}{others && <td />}</tr>}
      />
      {others && <p className="soft notice-after">{t("why.othersSays", { n: formatCount(people) })}</p>}
      {view.detail?.brandOrder && <p className="notice-after">{t(view.detail.brandOrder.member ? "why.brandMember" : "why.brandOther", { brand: name(view.detail.brandOrder.brand) })}</p>}
      <h3 className="notice-after">{t("why.fits")}</h3>
      <ReasonList reasons={view.reasons} />
    </Section>
  );
}

/** The single changes that would be enough, each judged anew. */
export function Steps({ view, detail }: { view: WhyView; detail: WhyDetail }) {
  const t = useT();
  const name = useName();
  return (
    <Section title={t("why.steps")} says={t("why.stepsSays")}>
      {detail.steps.length === 0 ? <p>{t("why.stepsNone")}</p> : (
        <ul className="steps">
          {detail.steps.map((step) => (
            <li key={step.kind + ("occupation" in step ? step.occupation : "")}>
              <strong><StepText step={step} /></strong>
              {step.kind === "certificate" && "occupationName" in step && step.occupationName && <p><a href={`/training?${new URLSearchParams({ q: step.occupationName.zh })}`}>{t("why.classes", { occupation: name(step.occupationName) })}</a></p>}
              <p className="soft">{t(!step.ahead ? "why.stepBehind" : detail.contested ? "why.stepAhead" : "why.stepAllowed", { score: formatCount(step.score) })}</p>
            </li>
          ))}
        </ul>
      )}
      {detail.steps.some((step) => step.kind === "certificate") && <p className="soft notice-after">{t("why.training")}</p>}
      {view.eyes === "own" && detail.steps.some((step) => step.kind !== "certificate") && <p className="notice-after"><a className="button quiet" href="/me/wish">{t("why.editWish")}</a></p>}
    </Section>
  );
}

/** One change in words. */
export function StepText({ step }: { step: Change & { occupationName?: { zh: string; en: string } } }) {
  const t = useT();
  const name = useName();
  const occupation = name(step.occupationName);
  switch (step.kind) {
    case "certificate":
      return <>{t(step.renew ? "why.step.renew" : step.level === null ? "why.step.certificateAny" : "why.step.certificate", { occupation, level: step.level ? t(`terms.skillLevel.${step.level}`) : "" })}</>;
    case "trade":
      return <>{t("why.step.trade", { occupation })}</>;
    case "distance":
      return <>{t("why.step.distance", { more: formatCount(step.moreKm), to: formatCount(step.toKm) })}</>;
    case "place":
      return <>{t("why.step.place", { place: t(`terms.placeClass.${step.placeClass}`) })}</>;
    case "wage":
      return <>{t("why.step.wage", { less: formatYuan(step.lessFen), to: formatYuan(step.toFen) })}</>;
    default:
      return <>{t(`why.step.${step.kind}`)}</>;
  }
}

/** For a bureau: who has the openings, of its own region. */
export function NamedHolders({ named }: { named: NonNullable<WhyDetail["holders"]>["named"] }) {
  const t = useT();
  const name = useName();
  return (
    <Section title={t("why.named")} says={t("why.namedSays")}>
      <Table
        dense
        cards
        caption={t("why.named")}
        rows={named.map((one, index) => ({ ...one, index }))}
        rowKey={(one) => String(one.index)}
        columns={[
          { key: "name", head: t("why.name"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "home", head: t("why.home"), cell: (one) => name(one.home) },
          { key: "score", head: t("runs.page.band"), number: true, cell: (one) => formatCount(one.score) },
          { key: "status", head: t("why.status"), cell: (one) => t(`terms.matchStatus.${one.status}`) },
        ]}
      />
    </Section>
  );
}

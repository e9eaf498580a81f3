import type { MyUnpaid, MyWage, WorkedDayView } from "#app/data/read-models/my-workfare.server.ts";
import { Fold } from "../../components/page.tsx";
import { Tag } from "../../components/tag.tsx";
import { useLocale, useT } from "../../i18n/context.tsx";
import { formatDay, formatDays, formatFen } from "../../i18n/format.ts";
import { quarterText } from "./roll-lines.ts";

/** One pay sheet as its worker sees it: days × rate = pay, when, where to, and one tap if it is wrong. */
export function WageCard({ one }: { one: MyWage }) {
  const t = useT();
  const locale = useLocale();
  return (
    <article className="post-card">
      <h3>{one.projectName}</h3>
      <p className="wage num">{formatFen(one.payFen)} {t("workfare.yuan")}</p>
      <p><WageState one={one} />{one.result === "PAID" && one.resultOn && ` ${formatDay(one.resultOn, locale)} · ${one.account ?? ""}`}{one.result === "FAILED" && ` ${one.resultReason ?? ""}`}</p>
      <DayList days={one.days} />
      <Dispute state={one.dispute} name="lineId" value={one.lineId} unpaid={one.result !== "PAID"} label={`${one.projectName} ${one.sheetNr}`} />
    </article>
  );
}

function WageState({ one }: { one: MyWage }) {
  const t = useT();
  if (one.result === "PAID") return <Tag tone="pine">✓ {t("workfare.mine.paid")}</Tag>;
  if (one.result === "FAILED") return <Tag tone="danger">✕ {t("workfare.mine.failed")}</Tag>;
  return <Tag tone="loess">{t(one.result === "SENT" ? "workfare.mine.atBank" : one.state === "DRAFT" ? "workfare.mine.draft" : "workfare.mine.public")}</Tag>;
}

/** Days that a roll holds and no sheet yet. */
export function UnpaidDays({ one }: { one: MyUnpaid }) {
  const t = useT();
  return (
    <article className="post-card">
      <h3>{one.projectName} · {t("workfare.rolls.roll", { nr: one.nr })}</h3>
      <p className="wage num">{formatFen(one.payFen)} {t("workfare.yuan")}</p>
      <p><Tag>{t(one.closed ? "workfare.mine.toBePaid" : "workfare.mine.rollOpen")}</Tag></p>
      <DayList days={one.days} />
      <Dispute state={one.dispute} name="rollId" value={one.rollId} unpaid={false} label={`${one.projectName} ${one.nr}`} />
    </article>
  );
}

function DayList({ days }: { days: readonly WorkedDayView[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Fold summary={t("workfare.mine.days", { days: formatDays(days.reduce((sum, one) => sum + one.quarters, 0)) })}>
      <ul className="num">{days.map((one) => <li key={one.day}>{formatDay(one.day, locale)}{t("common.colon")}{quarterText(one.quarters)} × {formatFen(one.rateFen)} = {formatFen(one.payFen)}</li>)}</ul>
    </Fold>
  );
}

function Dispute({ state, name, value, unpaid, label }: { state: "none" | "open" | "closed"; name: "lineId" | "rollId"; value: string; unpaid: boolean; label: string }) {
  const t = useT();
  if (state === "open") return <p className="soft">{t("workfare.mine.disputeOpen")}</p>;
  const text = t(unpaid ? "workfare.mine.notCome" : "workfare.mine.wrong");
  return <form method="post">{state === "closed" && <p className="soft">{t("workfare.mine.disputeClosed")}</p>}<input type="hidden" name={name} value={value} /><button className="button quiet" type="submit" name="intent" value="dispute" aria-label={`${text} ${label}`}>{text}</button></form>;
}

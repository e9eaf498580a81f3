import type { RollView } from "#app/data/read-models/muster-pages.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { useLocale } from "../../i18n/context.tsx";
import { formatDay, formatFen } from "../../i18n/format.ts";
import { translator } from "../../i18n/translate.ts";
import type { Qr } from "../../qr.server.ts";
import { SheetFrame } from "../paper/sheet.tsx";
import { QrPicture } from "../share-post.tsx";

const BLANK_LINES = 3;

/** The roll on paper, A4 across: large cells to write in, two signatures, and a code that opens the roll's page. Chinese, with English beside where the reader wants it. */
export function PaperRoll({ view, names, address, qr, lastDay }: { view: RollView; names: Record<string, string>; address: string; qr: Qr; lastDay: Day }) {
  const locale = useLocale();
  const zh = translator("zh");
  const en = translator("en");
  const { roll, project, days, people } = view;
  const both = (key: Parameters<typeof zh>[0]) => <>{zh(key)}{locale === "en" && <span className="gloss"> {en(key)}</span>}</>;
  return (
    <SheetFrame label={zh("workfare.sheet.heading")}>
      <article className="paper roster muster-paper" lang="zh-CN">
        <div className="head">
          <div>
            <h1>{both("workfare.sheet.heading")}</h1>
            <p className="above between"><span>{project.name}</span><span>{zh("workfare.rolls.roll", { nr: roll.nr })} · {formatDay(roll.fromOn, "zh")}—{formatDay(lastDay, "zh")}</span></p>
            <p className="above between"><span>{both("workfare.sheet.how")}</span><span>{both("workfare.sheet.number")} <i /></span></p>
          </div>
          <div className="code"><QrPicture qr={qr} label={zh("workfare.sheet.qr")} /><span className="gloss">{address}</span></div>
        </div>
        <table>
          <thead>
            <tr><th className="number">{zh("workfare.crew.nr")}</th><th className="name">{both("workfare.sheet.name")}</th>{days.map((day) => <th key={day} className="day"><small>{Number(day.slice(5, 7))}/</small>{Number(day.slice(8))}</th>)}<th className="sum">{both("workfare.sheet.days")}</th><th className="sum">{both("workfare.sheet.rate")}</th><th className="signs">{both("workfare.sheet.signs")}</th></tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.personId}><td>{one.nr}</td><td>{names[one.personId] ?? one.nameMasked}</td>{days.map((day) => <td key={day} />)}<td /><td>{formatFen(one.rateFen)}</td><td /></tr>
            ))}
            {Array.from({ length: BLANK_LINES }, (_, at) => <tr key={`blank-${at}`}><td /><td />{days.map((day) => <td key={day} />)}<td /><td /><td /></tr>)}
          </tbody>
        </table>
        <p className="sign">{both("workfare.sheet.foreman")} <i /> {both("workfare.sheet.representative")} <i /> {both("workfare.sheet.on")} <i /></p>
      </article>
    </SheetFrame>
  );
}

import type { FormPerson } from "#app/data/form-persons.server.ts";
import { useT } from "../../i18n/context.tsx";
import { formatDayShort, formatYuan } from "../../i18n/format.ts";
import { Printed, SheetFrame, zh } from "./sheet.tsx";

const COLUMNS = ["number", "name", "sex", "idNumber", "phone", "place", "employer", "job", "arrived", "monthly", "signature"] as const;

/** People who work away, a line each; the head stands on every page. */
export function Roster({ village, people, day }: { village: string; people: readonly FormPerson[]; day: string }) {
  return (
    <SheetFrame label={useT()("agent.paper.roster")}><article className="paper roster" lang="zh-CN" data-paper="">
      <h1><Printed text="agent.paper.roster" /></h1>
      <p className="above between"><span>{zh("agent.paper.rosterPage.unit", { village })}</span><span>{zh("agent.paper.rosterPage.count", { n: people.length })}　{zh("agent.paper.value.filled", { day })}</span></p>
      <table>
        <thead><tr>{COLUMNS.map((column) => <th scope="col" key={column} className={column}><Printed text={`agent.paper.cell.${column}`} /></th>)}</tr></thead>
        <tbody>
          {people.map((one, at) => (
            <tr key={one.id}>
              <td>{at + 1}</td><th scope="row">{one.name}</th><td>{zh(`terms.sex.${one.sex}`)}</td><td className="digits">{one.idNumber}</td><td className="digits">{one.phone ?? ""}</td>
              <td>{one.job?.place.zh ?? ""}</td><td>{one.job?.employer ?? ""}</td><td>{one.job?.title ?? ""}</td><td>{one.job?.arrivedOn ? formatDayShort(one.job.arrivedOn) : ""}</td><td>{one.job?.monthlyFen ? formatYuan(one.job.monthlyFen) : ""}</td><td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sign">{zh("agent.paper.rosterPage.maker")}<i /> {zh("agent.paper.rosterPage.head")}<i /> {zh("agent.paper.value.seal")}</p>
    </article></SheetFrame>
  );
}

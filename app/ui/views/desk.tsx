import type { Workbench } from "#app/data/read-models/workbench.server.ts";
import { Section } from "../components/page.tsx";
import { useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";

/** What waits, a line each: the number leads to the list it counts. Lines without anything stay, dimmed, where they always are. */
export function DeskGroups({ groups }: Pick<Workbench, "groups">) {
  const t = useT();
  return (
    <div className="desk">
      {groups.map(({ group, queues }) => (
        <section key={group} className="desk-group" aria-labelledby={`desk-${group}`}>
          <h2 id={`desk-${group}`}>{t(`desk.groups.${group}`)}</h2>
          <ul>
            {queues.map(({ queue, href, waiting, late }) => (
              <li key={queue} className={waiting === 0 ? "desk-line idle" : "desk-line"}>
                <a href={href}>
                  <span className="desk-name">{t(`desk.queues.${queue}`)}</span>
                  {late > 0 && <span className="tag danger">{t("desk.late", { n: formatCount(late) })}</span>}
                  <span className="desk-number num">{formatCount(waiting)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const PLACES = ["/bureau/welfare/quotas", "/bureau/welfare/exits", "/bureau/workfare", "/bureau/workshops", "/bureau/training", "/bureau/brands", "/board/brands", "/bureau/dispatches", "/bureau/fairs", "/bureau/drives", "/bureau/agreements", "/bureau/stations", "/bureau/overseas", "/bureau/certified", "/bureau/certificates/ending", "/bureau/issuers", "/bureau/operators", "/agent/register", "/board/samples", "/board/months", "/board/calibers", "/policy/regimes", "/bureau/audit"] as const;

/** Where nothing waits by itself: what an officer goes to begin something. */
export function DeskPlaces({ supervisor }: { supervisor: boolean }) {
  const t = useT();
  return (
    <Section title={t("desk.places")}>
      <ul className="desk-places">{PLACES.filter((href) => supervisor || href !== "/bureau/audit").map((href) => <li key={href}><a href={href}>{t(`desk.placeNames.${href}`)}</a></li>)}</ul>
    </Section>
  );
}

import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { MemberPart } from "#app/domain/workfare/terms.ts";
import type { Querier } from "#app/platform/database.server.ts";

/** Somebody who works on a project: hired through a post of it, or come with the special team. */
export interface CrewMember {
  personId: string;
  nameMasked: string;
  homeRegionCode: string;
  part: MemberPart;
  hired: boolean;
  placementId: string | null;
  fromOn: Day;
  /** the first day on which they no longer belong to it */
  untilOn: Day | null;
  /** the post's pay of a day, where there is one */
  rateFen: number | null;
}

/**
 * The crew of a project in [from, until): rows of the special team, and everybody who said yes to a post of it and has not left. Who is both stands once,
 * with the part that was given. In order of the day they came, so that a line of a printed sheet keeps its number.
 */
export async function loadCrew(querier: Querier, projectId: string, { from, until }: { from: Day; until: Day }): Promise<CrewMember[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT m.personId, n.nameMasked, n.homeRegionCode, m.part, m.placementId, m.fromOn, m.untilOn, NULL AS rateFen, m.recordedAt
       FROM workfare_member m JOIN person n ON n.id = m.personId
      WHERE m.projectId = ? AND m.fromOn < ? AND (m.untilOn IS NULL OR m.untilOn > ?) AND n.deletedAt IS NULL
     UNION ALL
     SELECT a.personId, n.nameMasked, n.homeRegionCode, 'WORKER', a.id, e.acceptedOn, IF(a.activeKey IS NULL, DATE_ADD(e.endedOn, INTERVAL 1 DAY), NULL), IF(p.wagePeriod = 'DAY', p.wageMinFen, NULL), a.recordedAt
       FROM post p JOIN placement a ON a.postId = p.id JOIN person n ON n.id = a.personId
       JOIN (SELECT v.placementId, MIN(IF(v.kind = 'ACCEPTED', v.happenedOn, NULL)) AS acceptedOn, MAX(IF(v.kind = 'ENDED', v.happenedOn, NULL)) AS endedOn
               FROM placement_event v JOIN placement b ON b.id = v.placementId JOIN post q ON q.id = b.postId WHERE q.workfareProjectId = ? GROUP BY v.placementId) e ON e.placementId = a.id
      WHERE p.workfareProjectId = ? AND n.deletedAt IS NULL AND e.acceptedOn < ? AND (a.activeKey IS NOT NULL OR e.endedOn >= ?)
     ORDER BY fromOn, recordedAt, personId`, [projectId, until, from, projectId, projectId, until, from]);
  const crew = new Map<string, CrewMember>();
  for (const row of rows) {
    const one = crew.get(row.personId as string);
    const part = row.part as MemberPart;
    const hired = row.placementId !== null;
    if (!one) {
      crew.set(row.personId as string, {
        personId: row.personId as string, nameMasked: row.nameMasked as string, homeRegionCode: row.homeRegionCode as string, part, hired, placementId: row.placementId as string | null,
        fromOn: row.fromOn as Day, untilOn: row.untilOn as Day | null, rateFen: row.rateFen as number | null,
      });
    } else {
      if (part !== "WORKER") one.part = part;
      one.hired ||= hired;
      one.placementId ??= row.placementId as string | null;
      one.rateFen ??= row.rateFen as number | null;
      if (row.untilOn === null) one.untilOn = null;
    }
  }
  return [...crew.values()];
}

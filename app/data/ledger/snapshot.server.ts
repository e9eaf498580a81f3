import type { RowDataPacket } from "mysql2";
import { ageOn, type Day } from "#app/domain/dates.ts";
import type { PlacementSnapshot } from "#app/domain/placement/types.ts";
import type { Education, PlaceClass, Sex, Stream } from "#app/domain/terms.ts";
import type { Querier } from "#app/platform/database.server.ts";

/** What the counting rules need of a person and a post, as it is on a day. */
export async function takeSnapshot(
  querier: Querier,
  personId: string,
  post: { stream: Stream; placeClass: PlaceClass; occupationCode: string | null; monthlyWageFen: number | null },
  day: Day,
): Promise<PlacementSnapshot> {
  const [persons] = await querier.query<RowDataPacket[]>(
    `SELECT p.sex, p.birthDate, p.education, p.homeCountyCode, c.povertyLiftedLevel IS NOT NULL AS lifted
       FROM person p LEFT JOIN county c ON c.code = p.homeCountyCode WHERE p.id = ?`, [personId]);
  const person = persons[0];
  if (!person) throw new Error(`no person ${personId}`);
  return {
    homeCountyCode: person.homeCountyCode as string,
    povertyLiftedCounty: Boolean(person.lifted),
    sex: person.sex as Sex,
    age: ageOn(person.birthDate as Day, day),
    education: person.education as Education,
    ...post,
  };
}

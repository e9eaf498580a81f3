import { toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";

interface Made {
  countyCode: string;
  occupationCode: string;
  people: readonly string[];
  postId: string;
  nr: number;
}

/** A course beside those that the last run over the province came to: for an unlevelled certificate, with one opening counted on for each person. */
export async function makeTrainingNeed({ db, newId, clock }: Deps, { countyCode, occupationCode, people, postId, nr }: Made): Promise<string> {
  const run = await db.matchRun.findFirstOrThrow({ where: { status: "DONE", regionCode: "140000" }, orderBy: { id: "desc" }, select: { id: true } });
  const header = { asOf: toDate(clock.today()), computedAt: clock.now(), seekers: 1_000, unfilled: 100, asking: 60, bound: 50, milliseconds: 900 };
  await db.trainingNeedRun.upsert({ where: { runId: run.id }, create: { runId: run.id, ...header }, update: {} });
  const id = newId();
  await db.trainingNeed.create({
    data: {
      id, runId: run.id, nr, countyCode, occupationCode, kind: "SPECIAL_ABILITY", level: null, openings: people.length + 2, people: people.length, peopleFirst: 1, peopleWishing: 1, picked: people.length, classes: 1, passPct: 85, placedPct: 60, known: false,
      expectedHundredths: people.length * 51, posts: { create: { postId, openings: people.length + 2, picked: people.length } },
      list: { create: people.map((personId, at) => ({ nr: at + 1, personId, postId, posts: 1, picked: true, first: at === 0, wishes: at === 0 })) },
    },
  });
  return id;
}

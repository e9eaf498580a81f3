import type { RefusedDay } from "#app/data/person-days.server.ts";
import type { Problem } from "#app/domain/result.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** Days that the ledger of paid days did not take, in plain words: whose, which day, and what stands there already. */
export async function namedRefusals({ db }: Pick<Deps, "db">, refused: readonly RefusedDay[]): Promise<Problem[]> {
  const persons = await db.person.findMany({ where: { id: { in: refused.map((one) => one.personId) } }, select: { id: true, nameMasked: true } });
  const names = new Map(persons.map((one) => [one.id, one.nameMasked]));
  return refused.map(({ personId, day, code, with: standing }) => ({
    code: code === "day-taken" && standing ? `roll-day-taken-${standing.source.toLowerCase()}` : `roll-${code}`,
    field: `d-${personId}-${day}`,
    params: { name: names.get(personId) ?? "", day },
  }));
}

/** Refused inside a transaction: what was written in it is undone. */
export class Undone extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused, and undone");
  }
}

import { z } from "zod";
import { servesPerson } from "#app/data/consents.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { changeProfile } from "#app/data/profile.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";

const tick = z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false);
const code = z.string().regex(/^\d-\d{2}-\d{2}-\d{2}$/, "occupation-unknown");

/** What a wish is made of, each with its rule; a profile asks for them a few at a time. */
export const WISH_FIELDS = {
  seeking: tick,
  occupationCodes: z.preprocess((value) => (Array.isArray(value) ? value : [value]).filter((one) => one !== "" && one !== undefined), z.array(code).min(1, "occupation-needed").max(3, "three-at-most")),
  minWageYuan: z.coerce.number("number-needed").int("whole-number").min(0, "number-needed").max(100_000, "too-large"),
  needsHousing: tick,
  maxDistanceKm: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number("number-needed").int().min(1).max(5_000, "too-large").optional()),
  willInProvince: tick,
  willOutOfProvince: tick,
  willOverseas: tick,
  availableFrom: z.iso.date("date-form"),
};

/** What a person looks for: trades, least pay, how far, from when. */
export const updateWish = useCase({
  name: "update-wish",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "person", id: (input) => input.personId },
  act: { kind: "WISH", personOf: async ({ input }) => input.personId ?? null },
  input: z.object({ personId: z.ulid("invalid").optional(), ...WISH_FIELDS }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    const person = await deps.db.person.findFirst({ where: { id: personId, deletedAt: null }, select: { id: true, homeCountyCode: true, homeRegionCode: true } });
    if (!person || !actsForPerson(actor, person)) return refuse("not-found");
    if (!(await knowsOccupations(deps, input.occupationCodes))) return refuse("occupation-unknown", { field: "occupationCodes" });
    const { minWageYuan, maxDistanceKm, availableFrom, personId: _of, ...same } = input;
    const data = { ...same, minWageFen: minWageYuan * 100, maxDistanceKm: maxDistanceKm ?? null, availableFrom: toDate(availableFrom) };
    return changeProfile(deps, personId, async (tx) => {
      if (data.seeking && !(await servesPerson(tx, personId))) return refuse("service-withdrawn");
      await storeWish(deps, tx, personId, data);
      return ok({ personId });
    });
  },
});

export async function knowsOccupations({ db }: Pick<Deps, "db">, codes: readonly string[]): Promise<boolean> {
  return (await db.occupation.count({ where: { code: { in: [...codes] } } })) === new Set(codes).size;
}

export interface WishColumns {
  seeking: boolean;
  occupationCodes: string[];
  minWageFen: number;
  needsHousing: boolean;
  maxDistanceKm: number | null;
  willInProvince: boolean;
  willOutOfProvince: boolean;
  willOverseas: boolean;
  availableFrom: Date;
}

/** Writes what is told of a wish; what is not told stays, or is the usual of a first wish. The home county always counts in. */
export async function storeWish(deps: Pick<Deps, "clock" | "newId">, tx: Tx, personId: string, told: Partial<WishColumns>): Promise<void> {
  const updatedAt = deps.clock.now();
  const first = { seeking: true, occupationCodes: [] as string[], willInProvince: true, availableFrom: toDate(deps.clock.today()) };
  await tx.wish.upsert({ where: { personId }, create: { ...first, ...told, personId, willInCounty: true, updatedAt }, update: { ...told, willInCounty: true, updatedAt } });
  await emit(deps, tx, [{ event: "person.changed", subjectId: personId }]);
}

import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const tick = z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false);
const code = z.string().regex(/^\d-\d{2}-\d{2}-\d{2}$/, "occupation-unknown");

/** What a person looks for: trades, least pay, how far, from when. */
export const updateWish = useCase({
  name: "update-wish",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "person", id: (input) => input.personId },
  act: { kind: "WISH", personOf: async ({ input }) => input.personId ?? null },
  input: z.object({
    personId: z.ulid("invalid").optional(),
    seeking: tick,
    occupationCodes: z.preprocess((value) => (Array.isArray(value) ? value : [value]).filter((one) => one !== "" && one !== undefined), z.array(code).min(1, "occupation-needed").max(3, "three-at-most")),
    minWageYuan: z.coerce.number("number-needed").int("whole-number").min(0, "number-needed").max(100_000, "too-large"),
    needsHousing: tick,
    maxDistanceKm: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number("number-needed").int().min(1).max(5_000, "too-large").optional()),
    willInProvince: tick,
    willOutOfProvince: tick,
    willOverseas: tick,
    availableFrom: z.iso.date("date-form"),
  }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    const person = await deps.db.person.findUnique({ where: { id: personId }, select: { id: true, homeCountyCode: true, homeRegionCode: true } });
    if (!person || !actsForPerson(actor, person)) return refuse("not-found");
    const known = await deps.db.occupation.count({ where: { code: { in: input.occupationCodes } } });
    if (known !== new Set(input.occupationCodes).size) return refuse("occupation-unknown", { field: "occupationCodes" });
    const data = {
      seeking: input.seeking,
      occupationCodes: input.occupationCodes,
      minWageFen: input.minWageYuan * 100,
      needsHousing: input.needsHousing,
      maxDistanceKm: input.maxDistanceKm ?? null,
      willInCounty: true,
      willInProvince: input.willInProvince,
      willOutOfProvince: input.willOutOfProvince,
      willOverseas: input.willOverseas,
      availableFrom: toDate(input.availableFrom),
      updatedAt: deps.clock.now(),
    };
    await deps.db.$transaction(async (tx) => {
      await tx.wish.upsert({ where: { personId }, create: { personId, ...data }, update: data });
      await emit(deps, tx, [{ event: "person.changed", subjectId: personId }]);
    });
    return ok({ personId });
  },
});

import { z } from "zod";
import { servesPerson } from "#app/data/consents.server.ts";
import { changeProfile, markAnswered } from "#app/data/profile.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { knowsOccupations, storeWish, WISH_FIELDS } from "../persons/update-wish.server.ts";
import { useCase } from "../use-case.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

const { occupationCodes, minWageYuan, needsHousing, maxDistanceKm, willInProvince, willOutOfProvince, willOverseas, availableFrom } = WISH_FIELDS;
const subject = { type: "person", id: (input: { personId?: string }) => input.personId };

/** The trades somebody wants, the least pay and whether they need a room: one step of a profile. */
export const saveWanted = useCase({
  name: "save-wanted",
  roles: PROFILE_ROLES,
  subject,
  input: z.object({ ...personIdField, occupationCodes, minWageYuan, needsHousing }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    if (!(await knowsOccupations(deps, input.occupationCodes))) return refuse("occupation-unknown", { field: "occupationCodes" });
    return changeProfile(deps, own.person.id, async (tx) => {
      const before = await tx.wish.findUnique({ where: { personId: own.person.id }, select: { occupationCodes: true } });
      await storeWish(deps, tx, own.person.id, { ...(await firstSeeking(tx, own.person.id)), occupationCodes: [...new Set(input.occupationCodes)], minWageFen: input.minWageYuan * 100, needsHousing: input.needsHousing });
      await markAnswered(deps, tx, own.person.id, "want");
      // a wish from before says where as well: a first one does not
      if (((before?.occupationCodes ?? []) as string[]).length > 0) await markAnswered(deps, tx, own.person.id, "where");
      return ok({ personId: own.person.id });
    });
  },
});

/** "Now", "in a month" and "in three months" in days; anything else is a day of the calendar. */
export const FROM_CHOICES = { now: 0, month: 30, quarter: 90 } as const;

/** Where somebody would go, how far, and from when: one step of a profile. */
export const saveReach = useCase({
  name: "save-reach",
  roles: PROFILE_ROLES,
  subject,
  input: z.object({
    ...personIdField, willInProvince, willOutOfProvince, willOverseas, maxDistanceKm,
    from: z.enum(["now", "month", "quarter", "day"], "from-choose"), availableFrom: availableFrom.or(z.literal("")).optional(),
  }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    const today = deps.clock.today();
    if (input.from === "day" && !input.availableFrom) return refuse("date-form", { field: "availableFrom" });
    const from = input.from === "day" ? input.availableFrom! : addDays(today, FROM_CHOICES[input.from]);
    const { willInProvince: inProvince, willOutOfProvince: outOfProvince, willOverseas: overseas } = input;
    return changeProfile(deps, own.person.id, async (tx) => {
      await storeWish(deps, tx, own.person.id, {
        ...(await firstSeeking(tx, own.person.id)), willInProvince: inProvince, willOutOfProvince: outOfProvince, willOverseas: overseas, maxDistanceKm: input.maxDistanceKm ?? null, availableFrom: toDate(from),
      });
      await markAnswered(deps, tx, own.person.id, "where");
      return ok({ personId: own.person.id });
    });
  },
});

/** Whoever has withdrawn the service starts no search by filling in a form. */
async function firstSeeking(tx: Parameters<typeof servesPerson>[0], personId: string): Promise<{ seeking?: false }> {
  return (await servesPerson(tx, personId)) ? {} : { seeking: false };
}

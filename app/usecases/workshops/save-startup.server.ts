import { z } from "zod";
import { toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const BUREAU = ["OFFICER", "AGENT", "ADMIN"] as const;

/** What a returnee opened at home: recorded by a bureau or village agent of their home, one open business for a person. */
export const saveStartup = useCase({
  name: "save-startup",
  roles: BUREAU,
  subject: { type: "startup", id: (input, value) => value.startupId ?? input.personId },
  input: z.object({
    personId: z.ulid("invalid"),
    startupId: z.preprocess((value) => (value === "" ? undefined : value), z.ulid("invalid").optional()),
    version: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid").optional()),
    name: plainLine(2, "startup-name", 80),
    business: plainLine(2, "startup-business", 80),
    townCode: z.string("township-needed").regex(/^14\d{7}$/, "township-needed"),
    openedOn: z.iso.date("date-form"),
    licenceNumber: plainLine(0, "required", 40).default(""),
    jobs: z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(5_000, "too-large"),
    returned: z.literal("on").optional(),
    /** filled in when it has shut */
    closedOn: z.preprocess((value) => (value === "" ? undefined : value), z.iso.date("date-form").optional()),
  }),
  async run({ deps, actor, input }) {
    const person = await deps.db.person.findUnique({ where: { id: input.personId }, select: { id: true, homeCountyCode: true, homeRegionCode: true, deletedAt: true } });
    if (!person || person.deletedAt !== null || !actsForPerson(actor, person)) return refuse("not-found");
    const today = deps.clock.today();
    if (input.openedOn > today) return refuse("day-in-future", { field: "openedOn" });
    if (input.closedOn !== undefined && (input.closedOn > today || input.closedOn < input.openedOn)) return refuse("startup-closed-day", { field: "closedOn" });
    const town = await deps.db.region.findUnique({ where: { code: input.townCode }, select: { level: true } });
    if (town?.level !== "TOWN") return refuse("township-needed", { field: "townCode" });
    const data = {
      name: input.name, business: input.business, townCode: input.townCode, openedOn: toDate(input.openedOn), licenceNumber: input.licenceNumber || null, jobs: input.jobs, returned: input.returned === "on",
      closedOn: input.closedOn === undefined ? null : toDate(input.closedOn), openKey: input.closedOn === undefined ? person.id : null, updatedAt: deps.clock.now(),
    };
    try {
      if (input.startupId === undefined) {
        const startupId = deps.newId();
        const same = await deps.db.startup.findFirst({ where: { personId: person.id, name: input.name, openedOn: toDate(input.openedOn) }, select: { id: true } });
        if (same) return refuse("startup-open", { field: "name" });
        await deps.db.startup.create({ data: { id: startupId, personId: person.id, ...data, recordedBy: actor.userId, recordedAt: deps.clock.now() } });
        return ok({ startupId });
      }
      const { count } = await deps.db.startup.updateMany({ where: { id: input.startupId, personId: person.id, version: input.version ?? -1 }, data: { ...data, version: { increment: 1 } } });
      if (count === 1) return ok({ startupId: input.startupId });
      return refuse((await deps.db.startup.count({ where: { id: input.startupId, personId: person.id } })) === 0 ? "not-found" : "changed-meanwhile");
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("startup-open", { field: "name" });
      throw error;
    }
  },
});

import { z } from "zod";
import { toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** An officer registers a workshop of their region, or corrects what is on record of it, its last day included. */
export const saveWorkshop = useCase({
  name: "save-workshop",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "workshop", id: (input, value) => value.workshopId ?? input.workshopId ?? input.townCode },
  input: z.object({
    workshopId: z.ulid("invalid").optional(),
    version: z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid").optional(),
    name: plainLine(4, "workshop-name", 80),
    townCode: z.string("township-needed").regex(/^14\d{7}$/, "township-needed"),
    product: plainLine(2, "workshop-product", 80),
    address: plainLine(0, "required", 200).default(""),
    /** filled in once it has closed */
    closedOn: z.preprocess((value) => (value === "" ? undefined : value), z.iso.date("date-form").optional()),
  }),
  async run({ deps, actor, input }) {
    const town = await deps.db.region.findUnique({ where: { code: input.townCode }, select: { level: true } });
    if (town?.level !== "TOWN") return refuse("township-needed", { field: "townCode" });
    if (!actsForRegion(actor, input.townCode)) return refuse("not-your-region", { field: "townCode" });
    const data = { name: input.name, townCode: input.townCode, product: input.product, address: input.address || null };
    if (input.workshopId === undefined) {
      const twin = await deps.db.workshop.findFirst({ where: { name: input.name, townCode: input.townCode }, select: { id: true } });
      if (twin) return refuse("workshop-known", { field: "name" });
      const workshop = await deps.db.workshop.create({ data: { id: deps.newId(), ...data } });
      return ok({ workshopId: workshop.id });
    }
    const known = await deps.db.workshop.findUnique({ where: { id: input.workshopId }, select: { townCode: true } });
    if (!known || !actsForRegion(actor, known.townCode)) return refuse("not-found");
    if (input.closedOn !== undefined && input.closedOn > deps.clock.today()) return refuse("day-in-future", { field: "closedOn" });
    const { count } = await deps.db.workshop.updateMany({ where: { id: input.workshopId, version: input.version ?? -1 }, data: { ...data, closedOn: input.closedOn === undefined ? null : toDate(input.closedOn), version: { increment: 1 } } });
    return count === 1 ? ok({ workshopId: input.workshopId }) : refuse("changed-meanwhile");
  },
});

import { z } from "zod";
import { daysBetween, toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { OFFICE } from "../dispatches/fields.ts";
import { useCase } from "../use-case.server.ts";
import { homeRegion } from "./fields.ts";

/** A drive such as 春风行动: a name, a region and the days, first and last included, in which its fairs are held. */
export const planDrive = useCase({
  name: "plan-drive",
  roles: OFFICE,
  subject: { type: "drive", id: (input, value) => value.driveId ?? input.regionCode },
  input: z.object({ entryKey: z.ulid("invalid"), regionCode: homeRegion, name: plainLine(4, "drive-name", 80), startsOn: z.iso.date("date-form"), lastOn: z.iso.date("date-form") }),
  async run({ deps, actor, input }) {
    if (!actsForRegion(actor, input.regionCode)) return refuse("not-your-region", { field: "regionCode" });
    if (input.lastOn < input.startsOn || daysBetween(input.startsOn, input.lastOn) > 366) return refuse("drive-days", { field: "lastOn" });
    if ((await deps.db.region.count({ where: { code: input.regionCode } })) === 0) return refuse("fair-region", { field: "regionCode" });
    const driveId = deps.newId();
    try {
      await deps.db.employmentDrive.create({ data: { ...input, id: driveId, startsOn: toDate(input.startsOn), lastOn: toDate(input.lastOn), recordedBy: actor.userId, recordedAt: deps.clock.now() } });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const same = await deps.db.employmentDrive.findUnique({ where: { entryKey: input.entryKey }, select: { id: true, regionCode: true } });
      return same && actsForRegion(actor, same.regionCode) ? ok({ driveId: same.id }) : refuse("drive-known", { field: "name" });
    }
    return ok({ driveId });
  },
});

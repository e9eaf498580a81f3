import { z } from "zod";
import { toDate, toDay } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { OFFICE, regionCode, telephone, version } from "../dispatches/fields.ts";
import { useCase } from "../use-case.server.ts";

/** A service station at a place where people of ours work, as it is shown to everybody. */
export const openStation = useCase({
  name: "open-station",
  roles: OFFICE,
  subject: { type: "station", id: (input, value) => value.stationId ?? input.homeCode },
  input: z.object({
    entryKey: z.ulid("invalid"), homeCode: z.string("agreement-home").regex(/^14\d{4}$/, "agreement-home"), regionCode, name: plainLine(4, "station-name", 80), address: plainLine(6, "station-address", 200),
    directions: plainLine(4, "station-directions", 300), hours: plainLine(3, "station-hours", 120), phone: telephone, runBy: plainLine(2, "station-run-by", 120), openFrom: z.iso.date("date-form"),
  }),
  async run({ deps, actor, input }) {
    if (!actsForRegion(actor, input.homeCode)) return refuse("not-your-region", { field: "homeCode" });
    const known = await deps.db.region.count({ where: { code: { in: [input.homeCode, input.regionCode] } } });
    if (known !== new Set([input.homeCode, input.regionCode]).size) return refuse("dispatch-region", { field: "regionCode" });
    if (isWithin(input.regionCode, input.homeCode)) return refuse("station-at-home", { field: "regionCode" });
    const stationId = deps.newId();
    try {
      await deps.db.serviceStation.create({ data: { ...input, id: stationId, openFrom: toDate(input.openFrom), recordedBy: actor.userId, recordedAt: deps.clock.now() } });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const same = await deps.db.serviceStation.findUnique({ where: { entryKey: input.entryKey }, select: { id: true, homeCode: true } });
      return same && actsForRegion(actor, same.homeCode) ? ok({ stationId: same.id }) : refuse("changed-meanwhile");
    }
    return ok({ stationId });
  },
});

/** From this day on the station is shown to nobody. */
export const closeStation = useCase({
  name: "close-station",
  roles: OFFICE,
  subject: { type: "station", id: (input) => input.stationId },
  input: z.object({ stationId: z.ulid("invalid"), version, openUntil: z.iso.date("date-form") }),
  async run({ deps, actor, input }) {
    const station = await deps.db.serviceStation.findUnique({ where: { id: input.stationId } });
    if (!station || !actsForRegion(actor, station.homeCode)) return refuse("not-found");
    if (input.openUntil <= toDay(station.openFrom)) return refuse("range-backwards", { field: "openUntil" });
    const { count } = await deps.db.serviceStation.updateMany({ where: { id: station.id, version: input.version }, data: { openUntil: toDate(input.openUntil), version: { increment: 1 } } });
    return count === 1 ? ok({ stationId: station.id }) : refuse("changed-meanwhile");
  },
});

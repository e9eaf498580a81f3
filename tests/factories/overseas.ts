import { addDays, toDate } from "#app/domain/dates.ts";
import type { Scheme } from "#app/domain/overseas/schemes.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Factory } from "./index.ts";

/** A licence of a company as the province would have entered it, for Japan and two years unless named otherwise. */
export async function makeLicence(deps: Deps, employerId: string, fields: { destinations?: string[]; validFrom?: string; validUntil?: string } = {}): Promise<string> {
  const today = deps.clock.today();
  const id = deps.newId();
  const { destinations = ["JP0000"], validFrom = addDays(today, -100), validUntil = addDays(today, 630) } = fields;
  await deps.db.overseasLicence.create({
    data: {
      id, employerId, number: `L-${id}`, issuer: "测试商务厅", destinations, reserveFen: 300_000_000n, validFrom: toDate(validFrom), validUntil: toDate(validUntil), recordedAt: deps.clock.now(),
      events: { create: { seq: 1, kind: "GIVEN", happenedOn: toDate(today), reason: "证书已核对", recordedAt: deps.clock.now() } },
    },
  });
  return id;
}

/** A post in Japan of a licensed company, with the terms a form would have given it. */
export async function makePostAbroad(deps: Deps, make: Factory, fields: { employerId?: string; licenceId?: string; scheme?: Scheme; entryOn?: string; post?: Parameters<Factory["post"]>[0] } = {}) {
  const employerId = fields.employerId ?? (await make.employer());
  const licenceId = fields.licenceId ?? (await makeLicence(deps, employerId));
  const postId = await make.post({ employerId, regionCode: "JP0000", countyCode: "JP0000", ...fields.post });
  await deps.db.overseasTerms.create({
    data: { postId, licenceId, scheme: fields.scheme ?? "SSW1", entryOn: toDate(fields.entryOn ?? addDays(deps.clock.today(), 200)), feeFen: 800_000, feeFor: "签证和合同办理", recordedAt: deps.clock.now() },
  });
  return { employerId, licenceId, postId };
}

/** A stopped application beside a placement, with a language paper. */
export async function makeApplication(deps: Deps, make: Factory, { personId, placementId }: { personId: string; placementId: string }): Promise<void> {
  const licenceId = await makeLicence(deps, await make.employer());
  const [recordedAt, day] = [deps.clock.now(), new Date("2026-03-02")];
  await deps.db.overseasApplication.create({
    data: {
      id: deps.newId(), placementId, personId, licenceId, scheme: "SSW1", entryOn: day, feeFen: 800_000, state: "STOPPED", stopReason: "许可暂停", recordedAt,
      steps: { create: { seq: 1, step: "LANGUAGE", happenedOn: day, proof: "JLPT_N4", reference: "N4-1", reason: "核对过", saidByRole: "EMPLOYER", recordedAt } },
    },
  });
}

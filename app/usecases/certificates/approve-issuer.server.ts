import { z } from "zod";
import { toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { CERTIFICATE_KINDS } from "#app/domain/terms.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const blank = (value: unknown) => (value === "" ? undefined : value);
const listed = (value: unknown) => (typeof value === "string" ? value.split(/[\s,，、]+/).filter(Boolean) : value ?? []);

/** Lets a body issue certificates: which kinds, which occupations (none named: all), where, from when to when, by which document. */
export const approveIssuer = useCase({
  name: "approve-issuer",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "certificate-issuer", id: (_input, value) => value.issuerId },
  input: z.object({
    name: plainLine(2, "issuer-short", 80), regionCode: z.string("required").regex(/^14\d{4}$/, "not-found"), document: plainLine(2, "required", 120),
    kinds: z.preprocess(listed, z.array(z.enum(CERTIFICATE_KINDS, "certificate-kind"), "certificate-kind").min(1, "certificate-kind")),
    occupationPrefixes: z.preprocess(listed, z.array(z.string().regex(/^\d(-\d{2}){0,3}$/, "occupation-unknown")).max(40, "too-long")),
    validFrom: z.iso.date("date-form"), validTo: z.preprocess(blank, z.iso.date("date-form").optional()),
  }),
  async run({ deps, actor, input: { validFrom, validTo, ...told } }) {
    if (!actsForRegion(actor, told.regionCode) || (await deps.db.region.count({ where: { code: told.regionCode } })) === 0) return refuse("not-found", { field: "regionCode" });
    if (validTo !== undefined && validTo <= validFrom) return refuse("expires-before-issued", { field: "validTo" });
    const issuerId = deps.newId();
    try {
      await deps.db.certificateIssuer.create({ data: { id: issuerId, ...told, validFrom: toDate(validFrom), validTo: validTo ? toDate(validTo) : null, recordedBy: actor.userId, recordedAt: deps.clock.now() } });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("issuer-known", { field: "name" });
      throw error;
    }
    return ok({ issuerId });
  },
});

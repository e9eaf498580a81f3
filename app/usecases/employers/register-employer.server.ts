import { emit } from "#app/data/outbox.server.ts";
import { registrationSchema } from "#app/domain/employer/registration.ts";
import { maskName } from "#app/domain/person/masks.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { hashPassword } from "#app/platform/passwords.server.ts";
import { useCase } from "../use-case.server.ts";

/**
 * An employer registers itself: its record waits for the bureau, its account signs in with the credit code. One that
 * is known from a posting only, and that no bureau has looked at, is taken over; any other must ask the bureau.
 */
export const registerEmployer = useCase({
  name: "register-employer",
  roles: ["SYSTEM"],
  subject: { type: "employer", id: (_input, value) => value.employerId },
  input: registrationSchema,
  async run({ deps, input }) {
    const [region, known] = await Promise.all([
      deps.db.region.findUnique({ where: { code: input.regionCode } }),
      deps.db.employer.findUnique({ where: { creditCode: input.creditCode }, include: { _count: { select: { users: true } } } }),
    ]);
    if (!region) return refuse("region-needed", { field: "regionCode" });
    if (known && (known.status !== "PENDING" || known.verifiedAt !== null || known._count.users > 0)) return refuse("credit-code-registered", { field: "creditCode" });
    const passwordHash = await hashPassword(input.password);
    const now = deps.clock.now();
    const employerId = known?.id ?? deps.newId();
    const userId = deps.newId();
    const facts = {
      name: input.name, kind: input.kind, regionCode: input.regionCode, licenceNumber: input.licenceNumber || null,
      phoneEnc: deps.crypto.encrypt("employer.phone", input.phone), contactEnc: deps.crypto.encrypt("employer.contact", input.contact),
    };
    try {
      await deps.db.$transaction(async (tx) => {
        if (known) await tx.employer.update({ where: { id: known.id }, data: facts });
        else await tx.employer.create({ data: { ...facts, id: employerId, creditCode: input.creditCode, source: "registration", recordedAt: now } });
        await tx.user.create({
          data: {
            id: userId, username: input.creditCode.toLowerCase(), displayName: maskName(input.contact), passwordHash, role: "EMPLOYER", employerId, recordedAt: now,
          },
        });
        await emit(deps, tx, [{ event: "employer.changed", subjectId: employerId }]);
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("credit-code-registered", { field: "creditCode" });
      throw error;
    }
    return ok({ employerId, userId });
  },
});

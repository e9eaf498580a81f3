import { z } from "zod";
import { plainText } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Ends a body's issuing with a reason; what it issued before stays as it is. */
export const suspendIssuer = useCase({
  name: "suspend-issuer",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "certificate-issuer", id: (input) => input.issuerId },
  input: z.object({ issuerId: z.ulid("not-found"), reason: plainText(1, "reason-required", 300) }),
  async run({ deps, actor, input: { issuerId, reason } }) {
    const issuer = await deps.db.certificateIssuer.findUnique({ where: { id: issuerId }, select: { regionCode: true } });
    if (!issuer || !actsForRegion(actor, issuer.regionCode)) return refuse("not-found");
    const { count } = await deps.db.certificateIssuer.updateMany({ where: { id: issuerId, suspendedAt: null }, data: { suspendedAt: deps.clock.now(), suspendedReason: reason } });
    return count === 0 ? refuse("issuer-suspended") : ok({ issuerId });
  },
});

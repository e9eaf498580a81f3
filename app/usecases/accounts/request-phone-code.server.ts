import { z } from "zod";
import { askCode } from "#app/data/phone-codes.server.ts";
import { codeSms } from "#app/domain/account/messages.ts";
import { mobilePhone } from "#app/domain/phone.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/**
 * Somebody who is not signed in asks for a code to a telephone. The same is done and said for every number, whether or not
 * anybody is registered with it.
 */
export const requestPhoneCode = useCase({
  name: "request-phone-code",
  roles: ["SYSTEM"],
  subject: { type: "phone-code", id: () => undefined },
  input: z.object({ phone: mobilePhone, purpose: z.enum(["SIGN_IN", "REGISTER"]) }),
  async run({ deps, input }) {
    const asked = await askCode(deps, { purpose: input.purpose, phone: input.phone, text: codeSms(input.purpose) });
    return "ticket" in asked ? ok(asked) : refuse("code-wait", { field: "phone", params: { seconds: asked.waitSeconds } });
  },
});

/** Somebody signed in asks for a code to their own telephone, to set a password with. */
export const requestPasswordCode = useCase({
  name: "request-password-code",
  roles: ["SEEKER"],
  subject: { type: "user", id: () => undefined },
  input: z.object({}),
  async run({ deps, actor }) {
    const person = actor.personId === null ? null : await deps.db.person.findUnique({ where: { id: actor.personId }, select: { phoneEnc: true } });
    if (!person?.phoneEnc) return refuse("no-phone");
    const asked = await askCode(deps, { purpose: "PASSWORD", phone: deps.crypto.decrypt("person.phone", person.phoneEnc), text: codeSms("PASSWORD"), userId: actor.userId });
    return "ticket" in asked ? ok(asked) : refuse("code-wait", { params: { seconds: asked.waitSeconds } });
  },
});

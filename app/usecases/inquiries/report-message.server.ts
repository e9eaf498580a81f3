import { z } from "zod";
import { openCare } from "#app/data/care-cases.server.ts";
import { findAnswerable, loadMessages } from "#app/data/inquiries.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** Either side shows the bureau a message of the other's: a demand for money, abuse, a lure elsewhere. Reported twice it stays one case. */
export const reportMessage = useCase({
  name: "report-message",
  roles: ["SEEKER", "EMPLOYER"],
  subject: { type: "inquiry", id: (input) => input.inquiryId },
  input: z.object({ inquiryId: z.ulid("not-found"), seq: z.coerce.number("not-found").int("not-found").min(1, "not-found") }),
  async run({ deps, actor, input }) {
    const thread = await deps.db.inquiry.findUnique({ where: { id: input.inquiryId }, include: { post: { select: { countyCode: true } }, person: { select: { homeCountyCode: true } } } });
    const mine = thread && (actor.role === "SEEKER" ? thread.personId === actor.personId : (await findAnswerable(deps.pool, actor, thread.id)) !== null);
    if (!mine) return refuse("not-found");
    const message = (await loadMessages(deps.pool, thread.id)).find((one) => one.seq === input.seq);
    if (!message || message.fromPerson === (actor.role === "SEEKER")) return refuse("not-found");
    await deps.db.$transaction((tx) => openCare(deps, tx, {
      kind: "MESSAGE", onceKey: `message:${thread.id}:${message.seq}`, personId: thread.personId, homeCountyCode: thread.person.homeCountyCode, workCountyCode: thread.post.countyCode,
      postId: thread.postId, inquiryId: thread.id, messageSeq: message.seq, raisedBy: actor.role,
    }));
    return ok({ inquiryId: thread.id, postId: thread.postId });
  },
});

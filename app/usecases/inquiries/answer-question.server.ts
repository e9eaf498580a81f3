import { z } from "zod";
import { addMessage, findAnswerable, InquiryMovedError, loadMessages, touchOf } from "#app/data/inquiries.server.ts";
import { messageReachOf } from "#app/data/message-reach.server.ts";
import { queueSms } from "#app/data/sms.server.ts";
import { findContact } from "#app/domain/inquiry/contacts.ts";
import { ANSWER_CODES, codeList, inARow, messageText, MOST_IN_A_ROW, saidAgain } from "#app/domain/inquiry/inquiry.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { originOf } from "#app/platform/environment.server.ts";
import { useCase } from "../use-case.server.ts";

/** A post's employer, or the bureau for a public-welfare or workfare post, answers a person. The person gets a notice, and a message if they want messages. */
export const answerQuestion = useCase({
  name: "answer-question",
  roles: ["EMPLOYER", "OFFICER", "ADMIN"],
  subject: { type: "inquiry", id: (input) => input.inquiryId },
  input: z.object({ inquiryId: z.ulid("not-found"), codes: codeList(ANSWER_CODES), text: messageText }),
  async run({ deps, actor, input }) {
    const thread = await findAnswerable(deps.pool, actor, input.inquiryId);
    if (!thread) return refuse("not-found");
    if (actor.role === "EMPLOYER" && thread.employerStatus !== "APPROVED") return refuse("employer-not-approved");
    if (input.codes.length === 0 && input.text === "") return refuse("answer-empty", { field: "codes" });
    const [touch, before, reach] = await Promise.all([touchOf(deps.pool, thread.postId, thread.personId), loadMessages(deps.pool, thread.id), messageReachOf(deps.pool, [thread.personId])]);
    // a bureau gives its own number: it is no stranger
    const contact = touch?.contactOpen || actor.role !== "EMPLOYER" ? null : findContact(input.text);
    if (contact !== null) return refuse("contact-in-text", { field: "text", params: { found: contact.found } });
    if (saidAgain(before, false, input)) return ok({ inquiryId: thread.id });
    if (inARow(before, false) >= MOST_IN_A_ROW) return refuse("answers-enough", { params: { most: MOST_IN_A_ROW } });
    const { phoneEnc, phoneMasked, wanted } = reach.get(thread.personId)!;
    try {
      await deps.db.$transaction(async (tx) => {
        const onceKey = `answer:${thread.id}:${await addMessage(deps, tx, actor, thread, input)}`;
        await tx.notice.createMany({ data: [{ id: deps.newId(), personId: thread.personId, kind: "answered", onceKey, postId: thread.postId, subjectId: thread.postId, recordedAt: deps.clock.now() }], skipDuplicates: true });
        if (wanted && phoneEnc !== null) {
          await queueSms(deps, tx, { onceKey, personId: thread.personId, phoneEnc, phoneMasked, purpose: "answer", text: `【晋岗通】您问的事有答复了，登录后看：${originOf(deps.env)}/me/questions/${thread.postId}` });
        }
      });
    } catch (error) {
      if (error instanceof InquiryMovedError) return refuse("changed-meanwhile");
      throw error;
    }
    return ok({ inquiryId: thread.id });
  },
});

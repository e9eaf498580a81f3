import { z } from "zod";
import { addMessage, InquiryMovedError, loadMessages, touchOf } from "#app/data/inquiries.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { findContact } from "#app/domain/inquiry/contacts.ts";
import { answeredByBureau, ASK_CODES, codeList, inARow, messageText, MOST_IN_A_ROW, MOST_QUESTIONS_A_DAY, saidAgain } from "#app/domain/inquiry/inquiry.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

const DAY_MS = 86_400_000;

/**
 * A person asks about a post that was offered to them, that they were invited to or hold. Ready-made questions, own words, or both.
 * Until contact data is open no telephone number, chat account or link passes: free contact is the door for fraud.
 */
export const askQuestion = useCase({
  name: "ask-question",
  roles: ["SEEKER"],
  subject: { type: "inquiry", id: (input, value) => value.inquiryId ?? input.postId },
  act: { kind: "ANSWER" },
  input: z.object({ postId: z.ulid("not-found"), codes: codeList(ASK_CODES), text: messageText }),
  async run({ deps, actor, input }) {
    const { personId } = actor;
    if (personId === null) return refuse("no-person");
    if (input.codes.length === 0 && input.text === "") return refuse("question-empty", { field: "codes" });
    const touch = await touchOf(deps.pool, input.postId, personId);
    if (!touch?.inTouch) return refuse("not-found");
    const contact = touch.contactOpen ? null : findContact(input.text);
    if (contact !== null) return refuse("contact-in-text", { field: "text", params: { found: contact.found } });
    try {
      return await deps.db.$transaction(async (tx) => {
        // one person's questions one after the other, so that the limits count them all
        await lockPersons(tx, [personId]);
        const now = deps.clock.now();
        const today = await tx.inquiryMessage.count({ where: { saidByRole: "SEEKER", recordedAt: { gt: new Date(now.getTime() - DAY_MS) }, inquiry: { personId } } });
        if (today >= MOST_QUESTIONS_A_DAY) return refuse("questions-today", { params: { most: MOST_QUESTIONS_A_DAY } });
        const key = { postId: input.postId, personId };
        const thread = await tx.inquiry.findUnique({ where: { postId_personId: key } })
          ?? await tx.inquiry.create({ data: { id: deps.newId(), ...key, toBureau: answeredByBureau(touch.stream), lastSeq: 0, recordedAt: now, updatedAt: now } });
        const before = thread.lastSeq === 0 ? [] : await loadMessages(deps.pool, thread.id);
        if (saidAgain(before, true, input)) return ok({ inquiryId: thread.id });
        if (inARow(before, true) >= MOST_IN_A_ROW) return refuse("questions-waiting", { params: { most: MOST_IN_A_ROW } });
        await addMessage(deps, tx, actor, thread, input);
        return ok({ inquiryId: thread.id });
      });
    } catch (error) {
      if (error instanceof InquiryMovedError) return refuse("changed-meanwhile");
      throw error;
    }
  },
});

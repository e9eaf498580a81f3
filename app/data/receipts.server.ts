import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { queueSms } from "./sms.server.ts";

export interface ReceiptNote {
  personId: string;
  /** a key of the catalogue: `account.receipt.act.<act>` */
  act: string;
  subjectId?: string;
  /** the consent it was done under */
  delegationId?: string | null;
  /** what the text message says; none is sent where the person has no telephone, and the slip is printed instead */
  sms: string;
}

/** Tells a person, in the transaction in which it happens, what somebody did for them. Gives the receipt's id. */
export async function giveReceipt(deps: Pick<Deps, "newId" | "clock">, tx: Tx, actor: Actor, note: ReceiptNote): Promise<string> {
  const id = deps.newId();
  const person = await tx.person.findUniqueOrThrow({ where: { id: note.personId }, select: { phoneEnc: true, phoneMasked: true } });
  const { phoneEnc, phoneMasked } = person;
  await tx.receipt.create({
    data: { id, personId: note.personId, byUserId: actor.userId, byRole: speaksAs(actor), act: note.act, subjectId: note.subjectId ?? null, delegationId: note.delegationId ?? null, bySms: phoneEnc !== null, recordedAt: deps.clock.now() },
  });
  if (phoneEnc !== null) await queueSms(deps, tx, { onceKey: `receipt:${id}`, personId: note.personId, phoneEnc, phoneMasked: phoneMasked ?? "", purpose: "receipt", text: note.sms });
  return id;
}

/** What a receipt is about, in words: the title of the post behind a placement, a proposal or a hiring; a class, a brand. */
export async function titleOfSubject(tx: Tx, type: string, id: string): Promise<string | null> {
  const post = { select: { post: { select: { title: true } } } } as const;
  if (type === "placement") return (await tx.placement.findUnique({ where: { id }, ...post }))?.post?.title ?? null;
  if (type === "match") return (await tx.match.findUnique({ where: { id }, ...post }))?.post.title ?? null;
  if (type === "hiring") return (await tx.hiring.findUnique({ where: { id }, ...post }))?.post.title ?? null;
  if (type === "trainingClass") return (await tx.trainingClass.findUnique({ where: { id }, select: { course: { select: { title: true } } } }))?.course.title ?? null;
  if (type === "brand") return (await tx.labourBrand.findUnique({ where: { id }, select: { name: true } }))?.name ?? null;
  return null;
}

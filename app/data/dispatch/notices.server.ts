import { queueSms } from "#app/data/sms.server.ts";
import { messageReachOf } from "#app/data/message-reach.server.ts";
import { momentInWords } from "#app/domain/dates.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { originOf } from "#app/platform/environment.server.ts";

export type DispatchNotice = "invited" | "time" | "cancelled" | "reminder";

const WORDS: Record<DispatchNotice, (at: string, place: string) => string> = {
  invited: (at, place) => `有一趟专车（列）免费组织外出务工，${at}在${place}集合，请您答复去不去`,
  time: (at, place) => `您报名的专车（列）改了时间或地点：${at}在${place}集合`,
  cancelled: (at) => `${at}的专车（列）取消了`,
  reminder: (at, place) => `明天出发：${at}在${place}集合，请带身份证`,
};

interface Told {
  dispatch: { id: string; gatherAt: Date; gatherPlace: string; publicFare: boolean };
  seats: readonly { id: string; personId: string }[];
  kind: DispatchNotice;
  /** what makes another notice of the same kind of it */
  once?: string;
}

/** Tells people of their journey, in the transaction of its reason: a notice, and a text message to whoever takes them; each once. Gives how many were told. */
export async function tellOfDispatch(deps: Pick<Deps, "newId" | "clock" | "env" | "pool">, tx: Tx, { dispatch, seats, kind, once }: Told): Promise<number> {
  if (seats.length === 0) return 0;
  const keyOf = (seatId: string) => ["dispatch", kind, seatId, ...(once === undefined ? [] : [once])].join(":");
  const known = new Set((await tx.notice.findMany({ where: { onceKey: { in: seats.map((one) => keyOf(one.id)) } }, select: { onceKey: true } })).map((one) => one.onceKey));
  const fresh = seats.filter((one) => !known.has(keyOf(one.id)));
  if (fresh.length === 0) return 0;
  await tx.notice.createMany({ skipDuplicates: true, data: fresh.map((one) => ({ id: deps.newId(), personId: one.personId, kind: `dispatch-${kind}`, onceKey: keyOf(one.id), subjectId: dispatch.id, recordedAt: deps.clock.now() })) });
  const reach = await messageReachOf(deps.pool, fresh.map((one) => one.personId));
  const words = WORDS[kind](momentInWords(dispatch.gatherAt), dispatch.gatherPlace);
  const text = `【晋岗通】${dispatch.publicFare ? words : words.replace("免费", "")}。登录后看：${originOf(deps.env)}/me/dispatches/${dispatch.id}`;
  for (const one of fresh) {
    const to = reach.get(one.personId);
    if (to?.reachable && to.phoneEnc !== null) await queueSms(deps, tx, { onceKey: keyOf(one.id), personId: one.personId, phoneEnc: to.phoneEnc, phoneMasked: to.phoneMasked, purpose: "dispatch", text });
  }
  return fresh.length;
}

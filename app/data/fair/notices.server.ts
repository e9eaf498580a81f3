import { messageReachOf } from "#app/data/message-reach.server.ts";
import { queueSms } from "#app/data/sms.server.ts";
import { momentInWords } from "#app/domain/dates.ts";
import { maskPhone } from "#app/domain/person/masks.ts";
import { MOBILE, phoneDigits } from "#app/domain/phone.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { originOf } from "#app/platform/environment.server.ts";

type Needs = Pick<Deps, "newId" | "clock" | "env" | "pool" | "crypto">;
interface Fair {
  id: string;
  title: string;
  startsAt: Date;
  place: string | null;
}
export type FairNotice = "time" | "cancelled" | "reported";

const WORDS: Record<FairNotice, (fair: Fair) => string> = {
  time: ({ title, startsAt, place }) => `您说要来的“${title}”改了时间或地点：${momentInWords(startsAt)}${place === null ? "，在网上" : `，${place}`}`,
  cancelled: ({ title, startsAt }) => `${momentInWords(startsAt)}的“${title}”取消了`,
  reported: ({ title }) => `“${title}”上有单位说录用了您，等您答复去不去`,
};

/** Tells people of a fair, in the transaction of its reason: a notice, and a text message to whoever takes them; each once. */
export async function tellGuests(deps: Needs, tx: Tx, told: { fair: Fair; personIds: readonly string[]; kind: FairNotice; once?: string }): Promise<number> {
  const { fair, personIds, kind, once } = told;
  if (personIds.length === 0) return 0;
  const keyOf = (personId: string) => ["fair", kind, fair.id, personId, ...(once === undefined ? [] : [once])].join(":");
  await tx.notice.createMany({ skipDuplicates: true, data: personIds.map((personId) => ({ id: deps.newId(), personId, kind: `fair-${kind}`, onceKey: keyOf(personId), subjectId: fair.id, recordedAt: deps.clock.now() })) });
  const reach = await messageReachOf(deps.pool, personIds);
  const text = `【晋岗通】${WORDS[kind](fair)}。登录后看：${originOf(deps.env)}/me/fairs`;
  for (const personId of personIds) {
    const to = reach.get(personId);
    if (to?.reachable && to.phoneEnc !== null) await queueSms(deps, tx, { onceKey: keyOf(personId), personId, phoneEnc: to.phoneEnc, phoneMasked: to.phoneMasked, purpose: "fair", text });
  }
  return personIds.length;
}

export type BoothNotice = "time" | "cancelled" | "approved" | "refused";
const BOOTH_WORDS: Record<BoothNotice, (fair: Fair, number: number | null) => string> = {
  time: ({ title, startsAt, place }) => `“${title}”改了时间或地点：${momentInWords(startsAt)}${place === null ? "，在网上" : `，${place}`}`,
  cancelled: ({ title, startsAt }) => `${momentInWords(startsAt)}的“${title}”取消了`,
  approved: ({ title }, number) => `贵单位在“${title}”的展位定了：${number} 号`,
  refused: ({ title }) => `贵单位申请的“${title}”展位没有批准`,
};

/** Tells employers of their booths by text message; the page of their fairs says the same. */
export async function tellEmployers(deps: Needs, tx: Tx, told: { fair: Fair; booths: readonly { id: string; employerId: string; number: number | null }[]; kind: BoothNotice; once?: string }): Promise<void> {
  const { fair, booths, kind, once } = told;
  const employers = await tx.employer.findMany({ where: { id: { in: booths.map((one) => one.employerId) } }, select: { id: true, phoneEnc: true } });
  for (const booth of booths) {
    const cipher = employers.find((one) => one.id === booth.employerId)?.phoneEnc ?? null;
    const phone = cipher === null ? "" : phoneDigits(deps.crypto.decrypt("employer.phone", cipher));
    if (!MOBILE.test(phone)) continue;
    await queueSms(deps, tx, {
      onceKey: ["booth", kind, booth.id, ...(once === undefined ? [] : [once])].join(":"), personId: null, phoneEnc: deps.crypto.encrypt("person.phone", phone), phoneMasked: maskPhone(phone), purpose: "fair",
      text: `【晋岗通】${BOOTH_WORDS[kind](fair, booth.number)}。登录后看：${originOf(deps.env)}/employer/fairs`,
    });
  }
}

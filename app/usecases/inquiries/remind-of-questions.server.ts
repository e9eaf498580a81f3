import { markReminded, overdueQuestions } from "#app/data/inquiry-reminders.server.ts";
import { queueSms } from "#app/data/sms.server.ts";
import { REMIND_AFTER_HOURS } from "#app/domain/inquiry/inquiry.ts";
import { maskPhone } from "#app/domain/person/masks.ts";
import { MOBILE, phoneDigits } from "#app/domain/phone.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { originOf } from "#app/platform/environment.server.ts";

/** Brings up questions that have waited for two days with their employer: one message for all of them, once for each wait. Gives how many questions. */
export async function remindOfQuestions(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto" | "env">): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - REMIND_AFTER_HOURS * 3_600_000);
  let reminded = 0;
  for (const { phoneEnc, inquiryIds } of await overdueQuestions(deps.pool, before)) {
    const phone = phoneEnc === null ? "" : phoneDigits(deps.crypto.decrypt("employer.phone", phoneEnc));
    reminded += await deps.db.$transaction(async (tx) => {
      const count = await markReminded(deps, tx, inquiryIds);
      if (count > 0 && MOBILE.test(phone)) {
        await queueSms(deps, tx, {
          onceKey: `remind:${deps.newId()}`, personId: null, phoneEnc: deps.crypto.encrypt("person.phone", phone), phoneMasked: maskPhone(phone), purpose: "remind",
          text: `【晋岗通】有 ${count} 位求职者的问题等了两天。答复快的单位会显示出来，登录后答复：${originOf(deps.env)}/employer/questions`,
        });
      }
      return count;
    });
  }
  return reminded;
}

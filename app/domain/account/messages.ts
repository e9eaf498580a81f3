import type { CodePurpose } from "./phone-code.ts";
import { CODE_MINUTES } from "./phone-code.ts";
import type { ActKind } from "./delegation.ts";
import { SECRET_MARK } from "../notice/secret.ts";

const PURPOSE_WORDS: Record<Exclude<CodePurpose, "CONSENT">, string> = { SIGN_IN: "登录", REGISTER: "注册", PASSWORD: "设置密码" };
export const ACT_WORDS: Record<ActKind, string> = { ANSWER: "回复岗位、邀请和培训班", WISH: "修改求职意向、报名培训和劳务品牌", PROGRESS: "报告出发、到岗和在岗" };

/** The message that carries a code of one's own; `SECRET_MARK` stands for the code. */
export function codeSms(purpose: Exclude<CodePurpose, "CONSENT">): string {
  return `【晋岗通】验证码 ${SECRET_MARK}，用于${PURPOSE_WORDS[purpose]}，${CODE_MINUTES} 分钟内有效。工作人员不会向您要验证码，请不要告诉任何人。`;
}

/** The message that asks a person whether somebody may act for them: telling the code is the yes. `until` is a day in words. */
export function consentSms(helper: string, acts: readonly ActKind[], until: string): string {
  return `【晋岗通】${helper}想替您${acts.map((kind) => ACT_WORDS[kind]).join("、")}，到${until}为止。同意，就把验证码 ${SECRET_MARK} 告诉对方；不同意，不用理会。随时可以收回。`;
}

const ACT_DONE: Readonly<Record<string, string>> = {
  "accept-post": "接受了岗位", "decline-match": "谢绝了推荐的岗位", "take-hiring-step": "回复了用人单位", "update-wish": "修改了求职意向",
  "record-placement-event": "报告了工作进展", "reverse-placement-event": "更正了工作进展", "report-pay": "报告了工资", "record-delegation": "登记了由谁替您办事",
  "answer-check-in": "回答了工作回访", "adjust-wish": "修改了求职意向", "ask-question": "向用人单位问了一件事",
  "apply-claim": "申请了补贴", "withdraw-claim": "撤回了补贴申请", "answer-dispatch": "答复了坐不坐专车（列）", "save-emergency-contact": "填了路上的紧急联系人", "hire-at-fair": "登记了招聘会上答应的岗位",
  "apply-for-training": "报名了培训班", "withdraw-from-training": "退出了培训班", "answer-training-invitation": "答复了培训邀请", "apply-to-brand": "申请加入劳务品牌", "withdraw-brand-application": "撤回了劳务品牌申请",
};

/** The text message of a receipt; within 500 characters. `about` is a post's title or nothing. */
export function receiptSms({ helper, act, about, at, origin }: { helper: string; act: string; about: string | null; at: string; origin: string }): string {
  const what = ACT_DONE[act] ?? "办了一件事";
  return `【晋岗通】${at}，${helper}替您${what}${about === null ? "" : `：${Array.from(about).slice(0, 30).join("")}`}。不是您的意思？请登录 ${origin}/me/helpers 收回，或打 12333。`;
}

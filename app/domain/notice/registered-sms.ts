import type { Day } from "../dates.ts";

/** The text message to somebody whom an agent registered, or whose record an agent changed; within 500 characters. */
export function registeredSms({ place, day, outcome, phoneChanged }: { place: string; day: Day; outcome: "CREATED" | "CHANGED" | "UNCHANGED"; phoneChanged: boolean }): string {
  const [, month, date] = day.split("-").map(Number);
  const did = outcome === "CREATED" ? "为您登记了求职信息" : outcome === "CHANGED" ? "更新了您的求职信息" : "记下了您的求职授权";
  const phone = phoneChanged ? "登记的手机号已换成别的号码。" : "";
  return `【晋岗通】${month}月${date}日，${place}的工作人员${did}。${phone}求职不收任何费用。不是您同意的，请告诉村里或拨打 12333。`;
}

import type { Role } from "#app/domain/terms.ts";

export interface DemoAccount {
  role: Role;
  username: string;
  password: string;
  labelZh: string;
  labelEn: string;
  /** both, for a terminal */
  label: string;
}

function account(role: Role, username: string, labelZh: string, labelEn: string): DemoAccount {
  return { role, username, password: `demo-${username}`, labelZh, labelEn, label: `${labelZh} ${labelEn}` };
}

/** One account per role, with passwords everybody may know: made in demo mode only, refused by a production start. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account("SEEKER", "seeker", "求职者（临县电焊工）", "Job seeker, a welder of Linxian"),
  account("EMPLOYER", "employer", "用人单位（吕梁机械厂）", "Employer, a machine works in Lüliang"),
  account("OFFICER", "county", "县人社局（临县）", "County officer, Linxian"),
  account("OFFICER", "city", "市人社局（吕梁市）", "City officer, Lüliang"),
  account("OFFICER", "province", "省人社厅", "Provincial officer"),
  account("OFFICER", "town", "乡镇公共服务办（临县）", "Township officer, Linxian"),
  account("AGENT", "agent", "驻村工作队（临县）", "Village agent, Linxian"),
  account("OPERATOR", "operator", "培训与劳务品牌机构", "Training and brand operator"),
  account("ADMIN", "admin", "系统管理员", "Administrator"),
];

import type { RowDataPacket } from "mysql2";
import { beginChainAnew } from "#app/data/audit-chain/seal.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { StarterRefused } from "./world.ts";

type Needs = Pick<Deps, "pool" | "db" | "clock" | "newId" | "redis" | "env">;

const KIND = "starter";

/** Emptied by a reset, children first. Reference data (regions, occupations, policy, brands, calibers, targets) stays. */
const STARTER_TABLES = [
  "training_expectation", "training_invitation", "training_need_person", "training_need_post", "training_need", "training_need_run",   "brand_member_event", "brand_application", "brand_use", "brand_event", "brand_recognition", "brand_standard", "brand_mark",
  "fair_hiring", "fair_guest", "fair_tick", "fair_booth_post", "fair_booth", "job_fair", "employment_drive", "hiring_step", "hiring",
  "overseas_step", "overseas_application", "overseas_terms", "overseas_licence_event", "overseas_licence",
  "emergency_contact", "dispatch_event", "dispatch_seat", "dispatch_post", "dispatch", "service_station", "agreement_event", "agreement_quota", "labour_agreement",
  "training_allowance", "training_sheet", "training_attendance", "training_event", "training_enrolment", "training_class", "training_course", "training_body", "issued_certificate", "certificate_issuer",
  "welfare_plan", "welfare_pay", "welfare_sheet", "welfare_attendance", "welfare_insurance", "welfare_contract", "welfare_event", "welfare_case", "cadre_kin", "job_month",
  "outbox_delivery", "outbox_event", "rule_simulation_person", "rule_simulation", "policy_draft", "claim", "watch_step", "watch_case", "startup", "workshop_revocation", "workshop_recognition", "target_counter", "target_count", "placement_event", "placement", "job_match", "match_run", "login_session", "user_account",
  "brand_membership", "person_craft", "certificate", "wish", "person_category", "person", "household", "resettlement_site", "welfare_terms", "welfare_quota", "welfare_fund", "post", "workshop",
  "pay_day", "pay_line", "pay_sheet", "muster_entry", "muster_roll", "workfare_member", "workfare_award", "workfare_place", "workfare_fund", "workfare_project", "bank_account", "person_day", "notice", "sms_message",
  "employer", "import_run",
] as const;

async function runs(deps: Needs): Promise<{ finished: boolean; begun: boolean }> {
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT finishedAt IS NOT NULL AS finished FROM import_run WHERE kind = ?", [KIND]);
  return { finished: rows.some((row) => Number(row.finished) === 1), begun: rows.length > 0 };
}

async function holdsData(deps: Needs): Promise<boolean> {
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM post) AS held");
  return Number(rows[0]?.held) === 1;
}

/** Whether there is nothing left to load: the starter data is whole, or somebody's own data is here. */
export async function isSeeded(deps: Needs): Promise<boolean> {
  const { finished, begun } = await runs(deps);
  return finished || (!begun && (await holdsData(deps)));
}

/** Leaves an empty database behind, or throws StarterRefused. What an interrupted load left is taken away. */
export async function requireEmpty(deps: Needs, reset: boolean): Promise<void> {
  const { finished, begun } = await runs(deps);
  if (reset || (begun && !finished)) return emptyTables(deps);
  if (finished || (await holdsData(deps))) {
    throw new StarterRefused(
      "数据库里已有人员或岗位，未作改动；要清空重来请加 --reset There are people or posts in the database already, nothing was changed; --reset deletes them and starts over.",
    );
  }
}

async function emptyTables(deps: Needs): Promise<void> {
  const connection = await deps.pool.getConnection();
  try {
    await connection.query("SET foreign_key_checks = 0");
    for (const table of STARTER_TABLES) await connection.query(`TRUNCATE TABLE \`${table}\``);
    await connection.query("UPDATE labour_brand SET state = 'ACTIVE', stateSince = NULL, stateReason = NULL, pledge = NULL, levels = NULL, memberSeq = 0, version = 0");
    // what people did and saw stays in the audit; what the load itself did goes with its rows, whose ids come again with the same seed
    await connection.query("DELETE FROM audit_entry WHERE purpose IN ('starter', 'starter data') OR purpose LIKE '%（演示）'");
    await beginChainAnew(deps, connection);
  } finally {
    connection.destroy();
  }
}

/** The run's own record: without its end the data counts as half loaded. */
export async function beginRun(deps: Needs, options: object): Promise<string> {
  const id = deps.newId();
  await deps.db.importRun.create({ data: { id, kind: KIND, source: KIND, fileName: JSON.stringify(options).slice(0, 200), startedAt: deps.clock.now() } });
  return id;
}

export async function endRun(deps: Needs, id: string, rows: number, result: Record<string, number>): Promise<void> {
  await deps.db.importRun.update({ where: { id }, data: { finishedAt: deps.clock.now(), totalRows: rows, imported: rows, result } });
}

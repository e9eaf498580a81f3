import { addWorkingDays, CARE_WORKING_DAYS, caringCounty, type CareKind } from "#app/domain/care/care-case.ts";
import { toDate } from "#app/domain/dates.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface NewCare {
  kind: CareKind;
  /** the same thing is opened once */
  onceKey: string;
  personId: string;
  homeCountyCode: string;
  workCountyCode: string | null;
  postId: string | null;
  placementId?: string | null;
  checkInId?: string;
  inquiryId?: string;
  messageSeq?: number;
  /** the wage, or the roll whose days, that are disputed */
  payLineId?: string;
  rollId?: string;
  raisedBy: Role;
}

/** Opens something that a county bureau must look into within five working days, in the transaction in which it is said. False when it is open or was closed already. */
export async function openCare(deps: Pick<Deps, "newId" | "clock">, tx: Tx, { homeCountyCode, workCountyCode, ...care }: NewCare): Promise<boolean> {
  const { count } = await tx.careCase.createMany({
    skipDuplicates: true,
    data: [{
      id: deps.newId(), ...care, regionCode: caringCounty(care.kind, workCountyCode, homeCountyCode), openedAt: deps.clock.now(),
      dueOn: toDate(addWorkingDays(deps.clock.today(), CARE_WORKING_DAYS)),
    }],
  });
  return count === 1;
}

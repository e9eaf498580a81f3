/**
 * Steps that the release before could not have lived with, each judged once: why it was safe all the same. A new entry needs a
 * reason of this kind; "nobody noticed" is none. The key is the migration and the first words of what was found.
 */
export const JUDGED: Record<string, Record<string, string>> = {
  "20261124000100_cancelled_runs": {
    "match_run: MODIFY COLUMN `status`": "One more word at the end of the list: the release before writes none but those it knows, and reads a cancelled run as one that is over.",
  },
  "20261125000210_seeker_accounts": {
    "user_account: MODIFY `passwordHash`": "It may now be empty: what the release before writes still fits, and accounts without a password are made by the new one alone.",
    "CREATE UNIQUE INDEX `user_account_personId_key`": "Nothing before this made a second account for one person; where two stood the migration would stop and name them.",
  },
  "20261126000110_rosters": {
    "CREATE UNIQUE INDEX `resettlement_site_countyCode_name_key`": "Resettlement sites came from reference data alone, one row a name; no page of the release before wrote any.",
  },
  "20261126000310_workfare": {
    "workfare_project: ADD CONSTRAINT `workfare_project_days_check`": "Projects came from generated data alone and always ended after they began; no page of the release before wrote any.",
    "workfare_project: DROP COLUMN `fundLine`": "Before the first release: no older one runs beside it. The money moved to workfare_fund in the step before, and a test brings such rows forward.",
    "workfare_project: DROP COLUMN `fiscalFundsFen`": "Before the first release: no older one runs beside it. The money moved to workfare_fund in the step before, and a test brings such rows forward.",
  },
  "20261126001300_labour_brands": {
    "DROP TABLE `brand_claim`": "Before the first release: no older one runs beside it. Each row became an application in the step before, and a test brings such rows forward.",
  },
  "20261127002010_brand_use": {
    "brand_event: MODIFY `kind`": "One more word at the end of the list: the release before writes none but those it knows, and only reads a brand's history on the pages of those who keep it.",
  },
  "20261127005000_sealed_status": {
    "person_category: MODIFY `kind`": "It may now be empty: what the release before writes still fits. Before the first release no older one runs beside it, and a test brings rows forward whose word stands in the plain column.",
    "person: MODIFY `labourCapacity`": "It may now be empty: what the release before writes still fits. Before the first release no older one runs beside it, and a test brings rows forward whose word stands in the plain column.",
    "training_enrolment: MODIFY `help`": "It may now be empty: what the release before writes still fits. Before the first release no older one runs beside it, and a test brings rows forward whose word stands in the plain column.",
    "training_need_person: MODIFY `first`": "The release before writes it still and reads an empty one as no; each provincial run makes the list anew.",
    "training_event: MODIFY `help`": "It may now be empty: what the release before writes still fits. Before the first release no older one runs beside it, and a test brings rows forward whose word stands in the plain column.",
  },
  "20261126003000_overseas": {
    "care_case: MODIFY `kind`": "One more word at the end of the list: the release before writes none but those it knows, and such cases are only made by posts abroad, which it doesn't have.",
  },
};

import { account } from "./account.ts";
import { accountErrors } from "./account-errors.ts";
import { agent } from "./agent.ts";
import { agentErrors } from "./agent-errors.ts";
import { auth } from "./auth.ts";
import { board } from "./board.ts";
import { brands } from "./brands.ts";
import { brandsErrors } from "./brands-errors.ts";
import { certificates } from "./certificates.ts";
import { claims } from "./claims.ts";
import { common } from "./common.ts";
import { desk } from "./desk.ts";
import { dispatch } from "./dispatch.ts";
import { dispatchErrors } from "./dispatch-errors.ts";
import { employer } from "./employer.ts";
import { errors } from "./errors.ts";
import { fairs } from "./fairs.ts";
import { fairsErrors } from "./fairs-errors.ts";
import { jobs } from "./jobs.ts";
import { jobsDesk } from "./jobs-desk.ts";
import { jobsDeskErrors } from "./jobs-desk-errors.ts";
import { ledger } from "./ledger.ts";
import { ledgerErrors } from "./ledger-errors.ts";
import { me } from "./me.ts";
import { needs } from "./needs.ts";
import { needsErrors } from "./needs-errors.ts";
import { offers } from "./offers.ts";
import { offersErrors } from "./offers-errors.ts";
import { openings } from "./openings.ts";
import { operators } from "./operators.ts";
import { operatorsErrors } from "./operators-errors.ts";
import { overseas } from "./overseas.ts";
import { overseasErrors } from "./overseas-errors.ts";
import { personErrors } from "./person-errors.ts";
import { policy } from "./policy.ts";
import { profile } from "./profile.ts";
import { profileErrors } from "./profile-errors.ts";
import { reasons } from "./reasons.ts";
import { reasonsForEmployer } from "./reasons-for-employer.ts";
import { recruit } from "./recruit.ts";
import { recruitErrors } from "./recruit-errors.ts";
import { rosterErrors } from "./roster-errors.ts";
import { rosters } from "./rosters.ts";
import { rules } from "./rules.ts";
import { rulesErrors } from "./rules-errors.ts";
import { runs } from "./runs.ts";
import { seek } from "./seek.ts";
import { style } from "./style.ts";
import { tables } from "./tables.ts";
import { terms } from "./terms.ts";
import { welfare } from "./welfare.ts";
import { welfareErrors } from "./welfare-errors.ts";
import { training } from "./training.ts";
import { trainingErrors } from "./training-errors.ts";
import { watch } from "./watch.ts";
import { why } from "./why.ts";
import { workfare } from "./workfare.ts";
import { workfareErrors } from "./workfare-errors.ts";
import { workshops } from "./workshops.ts";

export const zh = {
  account,
  agent,
  auth,
  board,
  brands,
  certificates,
  claims,
  common,
  desk,
  dispatch,
  employer,
  errors: { ...errors, ...accountErrors, ...agentErrors, ...ledgerErrors, ...offersErrors, ...personErrors, ...profileErrors, ...recruitErrors, ...rosterErrors, ...welfareErrors, ...workfareErrors, ...rulesErrors, ...trainingErrors, ...needsErrors, ...brandsErrors, ...dispatchErrors, ...jobsDeskErrors, ...fairsErrors, ...overseasErrors, ...operatorsErrors },
  fairs,
  jobs,
  jobsDesk,
  ledger,
  me,
  needs,
  offers,
  openings,
  operators,
  overseas,
  policy,
  profile,
  reasons,
  reasonsForEmployer,
  recruit,
  rosters,
  rules,
  runs,
  seek,
  style,
  tables,
  terms,
  training,
  welfare,
  watch,
  why,
  workfare,
  workshops,
};

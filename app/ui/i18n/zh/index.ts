import { auth } from "./auth.ts";
import { board } from "./board.ts";
import { common } from "./common.ts";
import { employer } from "./employer.ts";
import { errors } from "./errors.ts";
import { jobs } from "./jobs.ts";
import { me } from "./me.ts";
import { policy } from "./policy.ts";
import { reasons } from "./reasons.ts";
import { reasonsForEmployer } from "./reasons-for-employer.ts";
import { recruit } from "./recruit.ts";
import { recruitErrors } from "./recruit-errors.ts";
import { runs } from "./runs.ts";
import { seek } from "./seek.ts";
import { style } from "./style.ts";
import { terms } from "./terms.ts";
import { why } from "./why.ts";

export const zh = { auth, board, common, employer, errors: { ...errors, ...recruitErrors }, jobs, me, policy, reasons, reasonsForEmployer, recruit, runs, seek, style, terms, why };

import { bankAccountNumber } from "#app/domain/person/bank-account.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { tick } from "#app/domain/tick.ts";

/** What is asked of an account, whoever says it. The tick says that it is the person's own. */
export const accountFields = { account: bankAccountNumber, bankName: plainLine(2, "bank-name-short", 40), ownName: tick };

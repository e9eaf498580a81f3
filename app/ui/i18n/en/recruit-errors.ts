import type { recruitErrors as chinese } from "../zh/recruit-errors.ts";

export const recruitErrors: Record<keyof typeof chinese, string> = {
  "name-short": "Please write the full name, as on the business licence",
  "credit-code-excel-damaged": "A spreadsheet has turned the code into a number such as 9.1E+17; please copy it from the licence",
  "credit-code-length": "A credit code has 18 characters; please check it",
  "credit-code-characters": "A credit code has no I, O, S, V or Z; please check for a slip",
  "credit-code-checksum": "The code's check character doesn't fit; one character may be wrong",
  "credit-code-registered": "This credit code is registered already. If you forgot the password, or didn't open the account, please ask your labour bureau",
  "licence-needed": "Agencies: please give the number of your human resources service licence",
  "phone-form": "This isn't a telephone number; please give 11 digits, or a landline with its area code",
  "password-short": "A password has at least 10 characters",
  "password-guessable": "Please keep the credit code and the telephone number out of the password",
};

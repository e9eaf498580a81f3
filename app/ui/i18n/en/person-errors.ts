import type { personErrors as chinese } from "../zh/person-errors.ts";

export const personErrors: Record<keyof typeof chinese, string> = {
  "person-name-short": "Write the name as on the resident ID card",
  "person-name-wrong": "A name holds no figures or signs; write it as on the resident ID card",
  "mobile-form": "The mobile number is wrong; it has 11 digits",
  "account-form": "The account number is wrong; it has 12 to 23 digits",
  "account-check": "The card number is wrong: one digit was copied wrongly; compare it with the card",
  "id-excel-damaged": "The resident ID was turned into a number like 1.4E+17 and lost its end; type all 18 characters",
  "id-excel-rounded": "The end of the resident ID was turned into zeros; type it again from the card",
  "id-fifteen-digits": "15-digit resident IDs are out of use; type the one of 18 characters",
  "id-length": "A resident ID has 18 characters; please count",
  "id-characters": "A resident ID holds digits only, with an X at its end at most",
  "id-birth-date": "The birth date in the resident ID does not exist; type it again from the card",
  "id-checksum": "The resident ID is wrong, most likely in one digit; type it again from the card",
  "born-later": "The birth date in the resident ID is after today; type it again from the card",
  "under-sixteen": "Younger than 16: the labour law allows no registration for work",
};

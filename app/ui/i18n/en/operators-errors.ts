import type { operatorsErrors as zh } from "../zh/operators-errors.ts";

export const operatorsErrors: Record<keyof typeof zh, string> = {
  "operator-name": "Say who it is, by name or position",
  "operator-username": "A user name has 4 to 40 small letters, digits, dots, hyphens or underscores and begins with a letter",
  "operator-username-taken": "Somebody has this user name; choose another",
  "operator-place": "Choose a training body or a labour brand of your region",
  "operator-body-over": "The approval of this training body has run out or was taken back; approve it anew first",
  "operator-closed": "The account is closed; open it again before inviting",
  "invitation-over": "This link was used, ran out or was replaced; ask the bureau to send another",
  "password-user-name": "Keep the user name out of the password",
};

import type { Catalogue } from "../catalogue.ts";

export const operators: Catalogue["operators"] = {
  title: "Accounts of bodies and brands", says: "People of training bodies and labour brands keep their own classes and members with such an account. They set the password themselves, by the link in a text message; no officer handles it. Listed are the accounts whose region, training body and brand are all yours.",
  none: "There is no such account yet.", noneSays: "Open the first one below, for a training body or a labour brand; its owner gets a text message.",
  name: "Name or position", nameHint: "For example: Ms Li, teaching office", username: "User name", usernameHint: "4 to 40 small letters, digits, dots, hyphens or underscores, beginning with a letter. It is what they sign in with.", phone: "Mobile number", phoneHint: "The link to set the password goes there; the whole number is not kept",
  body: "Training body", noBody: "No training", brand: "Labour brand", noBrand: "No brand", place: "Works for", nowhere: "Given to no body or brand yet", home: "Region", state: "State", last: "Last invitation", open: "Open",
  add: "Open an account", submit: "Open it and send the text message", opened: "The account is open; the message to set its password is on its way.", invited: "A new link is on its way; the one before opens nothing any more.", placed: "Changed.", closed: "The account is closed, and whoever was signed in is out.", reopened: "The account is open again. Without a password it needs another invitation.",
  states: { CLOSED: "Closed", ACTIVE: "In use", INVITED: "Password not set yet", LAPSED: "Link ran out: invite again" },
  sent: "Sent to {{phone}} at {{at}}", until: "good until {{at}}", used: "used to set the password", over: "replaced, taken back or run out", neverSent: "Never sent",
  again: "Send another link", againSays: "If it never came, ran out, or the password is forgotten. Once the new password is set, every session of the account ends.", againSubmit: "Send text message",
  change: "Change whom it works for", changeSubmit: "Save", close: "Close the account", closeSays: "When somebody leaves. What was done with it stays.", closeSubmit: "Close", reopen: "Open the account again", reopenSubmit: "Open again", reason: "Reason", reasonHint: "Goes into the audit; up to 60 characters",
  bodyAccounts: "Open an account", brandAccounts: "Open a new account",
  invite: {
    title: "Set your password", heading: "Set your password", says: "You work for {{place}}; your user name is {{username}}. With a password you can sign in.", password: "Password", hint: "At least 8 characters, without the user name", submit: "Save the password", done: "The password is set. Now sign in as {{username}}.", signIn: "Sign in",
    gone: "This link opens nothing any more", goneSays: "It was used, is older than 72 hours, or was replaced by another one. Call the bureau that opened the account and ask for a new one. If you have a password already, just sign in.",
  },
};

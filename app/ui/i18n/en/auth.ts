import type { Catalogue } from "../catalogue.ts";

export const auth: Catalogue["auth"] = {
  title: "Sign in", heading: "Sign in", says: "Looking at posts needs no account. To apply and see offers, sign in.", saysThen: "Please sign in; you then come back to the page you wanted. Whoever is away for long is signed out.", username: "User name", password: "Password", submit: "Sign in", demo: "Demonstration accounts", demoSays: "One click signs you in; no password needed.", demoEnter: "Sign in as this",
  signedIn: "You are signed in ({{role}}).", goOn: "Go on", logoutHeading: "Sign out", logoutSays: "Sign out when you leave a shared computer.", logout: "Sign out",
};

/** What a look at name and resident ID gave: by a register, or by an officer or agent who saw the card. */
export const IDENTITY_RESULTS = ["MATCH", "MISMATCH", "UNAVAILABLE", "CARD_SEEN"] as const;
export type IdentityResult = (typeof IDENTITY_RESULTS)[number];

export type RealName = "VERIFIED" | "CARD_SEEN" | "MISMATCH" | "UNVERIFIED";

/** What holds of a person's real name: the newest look that said something. A register that was away says nothing. */
export function realNameOf(newestFirst: readonly { result: IdentityResult }[]): RealName {
  const said = newestFirst.find(({ result }) => result !== "UNAVAILABLE");
  if (!said) return "UNVERIFIED";
  return said.result === "MATCH" ? "VERIFIED" : said.result === "CARD_SEEN" ? "CARD_SEEN" : "MISMATCH";
}

/** Seconds between two looks that a person asks for themselves. */
export const RECHECK_SECONDS = 60;

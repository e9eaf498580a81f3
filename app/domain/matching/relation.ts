import type { PersonFacts, PostFacts } from "./facts.ts";

/** How a post's occupation stands to what the person wants or can prove. */
export type Relation = "WISHED_FIRST" | "WISHED" | "CERTIFIED" | "RELATED" | "NONE";

/** How many wishes of a person count, most wanted first. */
export const WISHES_READ = 3;

/** The classification's small group, for example 6-18-02 of 6-18-02-04. */
export function smallGroupOf(occupationCode: string): string {
  return occupationCode.split("-").slice(0, 3).join("-");
}

/** The small groups in which posts can stand to a person at all: of the wishes that count and of their certificates, each once. */
export function groupsOf(person: Pick<PersonFacts, "occupationCodes" | "certificates">): string[] {
  const codes = [...person.occupationCodes.slice(0, WISHES_READ), ...person.certificates.map((one) => one.occupationCode)];
  return [...new Set(codes.map(smallGroupOf))];
}

/** The strongest relation that holds. Related means the same small group as a wish. */
export function relationOf(person: PersonFacts, post: PostFacts): Relation {
  const code = post.occupationCode;
  if (code === null) return "NONE";
  const wishes = person.occupationCodes.slice(0, WISHES_READ);
  if (wishes[0] === code) return "WISHED_FIRST";
  if (wishes.includes(code)) return "WISHED";
  if (person.certificates.some((one) => one.stands && one.occupationCode === code)) return "CERTIFIED";
  const group = smallGroupOf(code);
  return wishes.some((wish) => smallGroupOf(wish) === group) ? "RELATED" : "NONE";
}

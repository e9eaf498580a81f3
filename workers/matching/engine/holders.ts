import { type AuctionState, NOBODY } from "../auction/auction.ts";

/** Calls `visit` with every place of a holder of a post. */
export function eachHolder({ held, holderStart }: AuctionState, post: number, visit: (at: number) => void): void {
  const from = holderStart[post]!;
  for (let at = from; at < from + held[post]!; at += 1) visit(at);
}

/** Takes a person out of the post they hold. */
export function leave(state: AuctionState, person: number): void {
  const { owner, held, holderStart, holderPerson, holderValue } = state;
  const post = owner[person]!;
  const last = holderStart[post]! + held[post]! - 1;
  let at = holderStart[post]!;
  while (holderPerson[at] !== person) at += 1;
  holderPerson[at] = holderPerson[last]!;
  holderValue[at] = holderValue[last]!;
  held[post]! -= 1;
  owner[person] = NOBODY;
}

/** Puts a person without a post into an opening that is free. */
export function join(state: AuctionState, person: number, post: number, value: number): void {
  const at = state.holderStart[post]! + state.held[post]!;
  state.holderPerson[at] = person;
  state.holderValue[at] = value;
  state.held[post]! += 1;
  state.owner[person] = post;
}

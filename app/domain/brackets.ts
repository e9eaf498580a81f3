/** Marks that open and marks that close what they opened: any of the first up to any of the second. */
export type Brackets = readonly [opening: string, closing: string];

/**
 * A text without its brackets and what is in them, each put as `instead`: from the mark that opens to the next that closes it, so that what is opened
 * within goes with it. A mark that nothing closes stays, as does one that closes nothing. Takes one look at the text for each kind of brackets.
 */
export function withoutBrackets(text: string, kinds: readonly Brackets[], instead = ""): string {
  const closed = kinds.map(() => 0);
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds.findIndex(([opening]) => opening.includes(text[at]!));
    if (kind === -1) continue;
    // the place found last still holds until it is passed: text of nothing but opening marks is looked through once
    if (closed[kind]! <= at) closed[kind] = nextOf(text, kinds[kind]![1], at + 1);
    const end = closed[kind]!;
    if (end === text.length) continue;
    parts.push(text.slice(kept, at), instead);
    at = end;
    kept = end + 1;
  }
  return parts.join("") + text.slice(kept);
}

function nextOf(text: string, marks: string, from: number): number {
  let at = from;
  while (at < text.length && !marks.includes(text[at]!)) at += 1;
  return at;
}

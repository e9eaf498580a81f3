import fc from "fast-check";
import { expect, it } from "vitest";
import { chooseOwner, type Desk } from "./owner.ts";

const desk = (id: string, role: Desk["role"], regionCode: string): Desk => ({ id, role, regionCode });
const none = new Map<string, number>();

it("a case is the nearest desk's: village before township before county before city before province", () => {
  const all = [desk("province", "OFFICER", "140000"), desk("city", "OFFICER", "141100"), desk("county", "OFFICER", "141124"), desk("town", "AGENT", "141124100"), desk("village", "AGENT", "141124100200")];
  for (let left = all.length; left > 0; left -= 1) expect(chooseOwner(all.slice(0, left), none)?.id).toBe(all[left - 1]!.id);
  expect(chooseOwner([], none)).toBeNull();
});

it("in one place an officer's before an agent's, and of equals whoever has fewest open", () => {
  expect(chooseOwner([desk("a", "AGENT", "141124100"), desk("b", "OFFICER", "141124100")], none)?.id).toBe("b");
  expect(chooseOwner([desk("a", "OFFICER", "141124"), desk("b", "OFFICER", "141124")], new Map([["a", 3], ["b", 2]]))?.id).toBe("b");
});

it("cases of one place are spread evenly, in whatever order the desks are named", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 40 }), fc.boolean(), (desks, cases, reversed) => {
    const names = Array.from({ length: desks }, (_, n) => desk(`u${n}`, "AGENT", "141124100"));
    const open = new Map<string, number>();
    for (let n = 0; n < cases; n += 1) {
      const { id } = chooseOwner(reversed ? [...names].reverse() : names, open)!;
      open.set(id, (open.get(id) ?? 0) + 1);
    }
    const counts = names.map(({ id }) => open.get(id) ?? 0);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  }));
});

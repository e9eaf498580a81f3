import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountObjection, accountProblem, bankAccountNumber, isCardNumber } from "./bank-account.ts";
import { maskAccount } from "./masks.ts";

describe("a bank account", () => {
  it("is read however it is typed: blanks, dashes and full-width figures don't matter", () => {
    expect(bankAccountNumber.parse("６２２８ 4804-0256 4890 018")).toBe("6228480402564890018");
  });

  it("names what is wrong with it", () => {
    expect(accountProblem("")).toBe("required");
    expect(accountProblem("12345")).toBe("account-form");
    expect(accountProblem("6228480402564890O18")).toBe("account-form");
    expect(accountProblem("6228480402564890019")).toBe("account-check");
    expect(accountProblem("04010100012345678")).toBeNull();
  });

  it("finds every single wrong figure of a card, which is what the check figure is for", () => {
    const card = "6228480402564890018";
    expect(isCardNumber(card)).toBe(true);
    fc.assert(fc.property(fc.nat(card.length - 1), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const wrong = card.slice(0, at) + String((Number(card[at]) + by) % 10) + card.slice(at + 1);
      expect(isCardNumber(wrong)).toBe(false);
    }));
  });

  it("shows strangers four figures at most", () => {
    expect(maskAccount("6228480402564890018")).toBe("****0018");
    expect(maskAccount("1234567")).toBe("****");
  });
});

describe("where a wage or a subsidy goes", () => {
  it("is the worker's own account and nobody else's", () => {
    expect(accountObjection(null)).toBe("no-account");
    expect(accountObjection({ holderIsPerson: false, sharedWith: [] })).toBe("account-of-another");
    expect(accountObjection({ holderIsPerson: true, sharedWith: ["P9"] })).toBe("account-shared");
    expect(accountObjection({ holderIsPerson: true, sharedWith: [] })).toBeNull();
  });
});

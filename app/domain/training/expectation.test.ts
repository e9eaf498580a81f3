import { describe, expect, it } from "vitest";
import { endOfExpectation, type ExpectationFacts } from "./expectation.ts";

const facts: ExpectationFacts = { invitation: "ACCEPTED", classState: "RUNNING", enrolment: "ENROLLED", postOpen: true };

describe("a post that waits for somebody's training", () => {
  it("waits while the person learns, and while an invitation can still be answered", () => {
    expect(endOfExpectation(facts)).toBeNull();
    expect(endOfExpectation({ ...facts, invitation: "INVITED", classState: "OPEN", enrolment: null })).toBeNull();
    expect(endOfExpectation({ ...facts, invitation: "INVITED", classState: "PLANNED", enrolment: null })).toBeNull();
  });

  it("stops with the reason: the result, a no, no answer, a cancelled class, a post that is closed", () => {
    expect((["PASSED", "FAILED", "DROPPED", "WITHDRAWN"] as const).map((enrolment) => endOfExpectation({ ...facts, enrolment }))).toEqual(["PASSED", "FAILED", "STAYED_AWAY", "WITHDRAWN"]);
    expect(endOfExpectation({ ...facts, invitation: "DECLINED", enrolment: null })).toBe("DECLINED");
    expect(endOfExpectation({ ...facts, invitation: "INVITED", enrolment: null })).toBe("NOT_ANSWERED");
    expect(endOfExpectation({ ...facts, classState: "CANCELLED", enrolment: "WITHDRAWN" })).toBe("CLASS_CANCELLED");
    expect(endOfExpectation({ ...facts, postOpen: false })).toBe("POST_CLOSED");
    expect(endOfExpectation({ ...facts, enrolment: "PASSED", postOpen: false })).toBe("POST_CLOSED");
  });
});

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { CERTIFICATE_FIELDS, dayProblem, levelProblem } from "./certificate.ts";

const certificateInput = z.object(CERTIFICATE_FIELDS);

const told = { kind: "SKILL_LEVEL", occupationCode: "6-18-02-04", level: "INTERMEDIATE", number: " 2314 0000 ", issuer: "山西省技能鉴定中心", issuedOn: "2023-05-01", expiresOn: "" };
const codesOf = (more: object) => certificateInput.safeParse({ ...told, ...more }).error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);

describe("a certificate as its holder tells it", () => {
  it("is read with blanks put right", () => {
    expect(certificateInput.parse(told)).toEqual({ ...told, number: "2314 0000", expiresOn: undefined });
  });

  it.each([
    [{ kind: "SKILL_LEVEL", level: "SENIOR" }, undefined], [{ kind: "QUALIFICATION", level: "SENIOR" }, undefined], [{ kind: "QUALIFICATION" }, undefined], [{ kind: "TRAINING" }, undefined], [{ kind: "SPECIAL_ABILITY" }, undefined],
    [{ kind: "SKILL_LEVEL" }, "level-needed"], [{ kind: "TRAINING", level: "SENIOR" }, "level-without-grades"], [{ kind: "SPECIAL_ABILITY", level: "APPRENTICE" }, "level-without-grades"],
  ] as const)("has a level only where its kind has levels: %j: %s", (one, code) => {
    expect(levelProblem(one)?.code).toBe(code);
  });

  it.each([
    [{ kind: "DRIVING" }, "kind certificate-kind"], [{ kind: undefined }, "kind certificate-kind"], [{ number: "\u200b" }, "number certificate-number-needed"], [{ issuer: "某" }, "issuer issuer-short"],
    [{ issuedOn: "2023-02-30" }, "issuedOn date-form"], [{ number: "9".repeat(61) }, "number too-long"], [{ occupationCode: "" }, "occupationCode occupation-needed"],
  ])("%j is refused: %s", (more, code) => {
    expect(codesOf(more)).toEqual([code]);
  });
});

describe("a certificate's days", () => {
  it.each([
    [{ issuedOn: "2026-11-26" }, "issued-later"], [{ issuedOn: "1980-01-01" }, "issued-before-birth"], [{ issuedOn: "2020-01-01", expiresOn: "2020-01-01" }, "expires-before-issued"],
  ])("%j: %s", (days, code) => {
    expect(dayProblem(days, "1980-01-01", "2026-11-25")?.code).toBe(code);
  });

  it("are right when it was issued in its holder's life and ends later", () => {
    expect(dayProblem({ issuedOn: "2026-11-25" }, "1980-01-01", "2026-11-25")).toBeNull();
    expect(dayProblem({ issuedOn: "2020-01-01", expiresOn: "2021-01-01" }, "1980-01-01", "2026-11-25")).toBeNull();
  });
});

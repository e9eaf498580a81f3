import { describe, expect, it } from "vitest";
import { mayOpenWhileActing } from "#app/domain/account/delegation.ts";
import { plainColumnName } from "#app/domain/import/columns.ts";
import { parseDate } from "#app/domain/import/date.ts";
import { parseEducation } from "#app/domain/import/education.ts";
import { parseExperience } from "#app/domain/import/experience.ts";
import { parseHeadcount } from "#app/domain/import/headcount.ts";
import { shortName } from "#app/domain/import/region-index.ts";
import { parseWage } from "#app/domain/import/wage.ts";
import { findContact } from "#app/domain/inquiry/contacts.ts";
import { cuesOf } from "#app/domain/occupation/cues.ts";
import { certificateTrade } from "#app/domain/occupation/meet.ts";
import { plainTitle } from "#app/domain/post/duplicates.ts";
import { findUnlawful } from "#app/domain/post/lawful.ts";
import { findUnwise } from "#app/domain/post/unwise.ts";
import { readBankAnswer } from "#app/domain/welfare/bank.ts";
import { inChinese } from "#app/ui/policy-value.ts";
import { sourceFromPath } from "#app/usecases/imports/input.ts";
import { parsePostSearch } from "#search/queries/params.ts";

const MANY = 60_000;
/** What makes a careless pattern try again from every place: the square of so many marks is minutes. */
const MARKS = ["(", "[", "【", "（", " ", "\u3000", "1", "1,", "-", "/", ".csv", "a", "a ", "是 ", "藏族", "(]", "1年", "'", "\"", "信"];
const BEGINNINGS = ["", "微信", "须15"];

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "a page's address": (text) => mayOpenWhileActing(`/${text}`),
  "a column's name": plainColumnName, "a day": parseDate, "an education": parseEducation, "an experience": parseExperience, "a headcount": parseHeadcount, "a place": shortName, "a wage": parseWage,
  "a message": findContact, "a title's cues": cuesOf, "a title": plainTitle, "a certificate": certificateTrade, "an advertisement's law": (text) => findUnlawful({ title: "", description: text }),
  "a bank's answer": readBankAnswer, "a policy's unit": inChinese, "a file's name": sourceFromPath, "a search": (text) => parsePostSearch(new URLSearchParams({ q: text })),
  "an advertisement's advice": (text) => findUnwise({ title: "", description: text } as Parameters<typeof findUnwise>[0]),
};

/** The patterns themselves are looked at by lint (regexp/no-super-linear-*): it can't see those put together from parts. */
describe("a text of sixty thousand marks", () => {
  it.each(Object.entries(READERS))("is read as %s in the time of one look", (_name, read) => {
    for (const mark of MARKS) for (const beginning of BEGINNINGS) expect(() => read(beginning + mark.repeat(MANY / mark.length))).not.toThrow();
  });
});

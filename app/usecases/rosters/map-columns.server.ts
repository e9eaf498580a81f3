import { z } from "zod";
import { rememberColumns } from "#app/data/rosters.server.ts";
import { plainColumnName } from "#app/domain/import/columns.ts";
import { PERSON_FIELD_NAMES, type PersonField } from "#app/domain/import/person-columns.ts";
import { ok, type Problem } from "#app/domain/result.ts";
import { isPersonField, mappingOf, type MappingProblem, MOST_ROSTER_COLUMNS } from "#app/domain/roster/roster.ts";
import { useCase } from "../use-case.server.ts";
import { moveRoster } from "./roster-acts.server.ts";

/** An officer says what the columns mean; the bureau's next roster is read the same way. A worker then weighs every row, writing nothing. */
export const mapColumns = useCase({
  name: "map-roster-columns",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "roster", id: (input) => input.rosterId },
  input: z.object({
    rosterId: z.ulid("invalid"),
    version: z.coerce.number("invalid").int("invalid").min(0, "invalid"),
    columns: z.array(z.string("invalid").refine((field) => field === "" || isPersonField(field), "invalid").transform((field): PersonField | "" => (isPersonField(field) ? field : ""))).max(MOST_ROSTER_COLUMNS, "invalid"),
  }),
  async run({ deps, actor, input }) {
    const { rosterId, version, columns } = input;
    return moveRoster(deps, actor, { rosterId, version, act: "map", to: "CHECKING" }, (roster) => {
      const header = (roster.header ?? []) as string[];
      if (columns.length !== header.length) return { ok: false, problems: [{ code: "invalid", field: "columns" }] };
      const { mapping, problems } = mappingOf(columns);
      return problems.length > 0 ? { ok: false, problems: problems.map(told) } : ok({ mapping: mapping as object, checked: undefined });
    }, (tx, roster) => {
      const names = (roster.header ?? []) as string[];
      const choices = new Map(names.map((name, place) => [plainColumnName(name).slice(0, 80), columns[place]!]));
      choices.delete("");
      return rememberColumns(tx, roster.regionCode, [...choices].map(([name, field]) => ({ name, field })), actor.userId, deps.clock.now());
    });
  },
});

function told(problem: MappingProblem): Problem {
  const names = problem.code === "column-twice" ? [problem.field] : problem.fields;
  return { code: `roster-${problem.code}`, field: "columns", params: { columns: names.map((field) => PERSON_FIELD_NAMES[field]).join(" / ") } };
}

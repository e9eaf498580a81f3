import { useCase } from "../use-case.server.ts";
import { importInput } from "./input.ts";
import { PEOPLE_AT_ONCE, PersonPlan } from "./person-plan.server.ts";
import { runImport } from "./run-import.server.ts";

/**
 * Imports a roster of workers. The blind index of the resident ID decides who somebody is: the same ID again changes what the
 * row says and never makes a second person. Names, IDs and phones pass through the crypto module; officers import
 * people of their own region only, and every run is in the audit.
 */
export const importPersons = useCase({
  name: "import-persons",
  roles: ["OFFICER", "ADMIN", "SYSTEM"],
  subject: { type: "import", id: (_input, value) => value.runId },
  input: importInput.extend({ batchSize: importInput.shape.batchSize.unwrap().default(PEOPLE_AT_ONCE) }),
  run: ({ deps, actor, input }) => runImport(deps, actor, new PersonPlan(deps, { source: input.source, actor, keep: new Set(), category: null }), input),
});

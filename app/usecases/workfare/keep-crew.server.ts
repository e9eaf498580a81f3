import { z } from "zod";
import { loadCrew } from "#app/data/workfare/crew.server.ts";
import { findPersonByIdNumber, isName } from "#app/data/persons.server.ts";
import { findProjectFor, lockProject } from "#app/data/workfare/projects.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { personName, residentId } from "#app/domain/person/identity.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { MEMBER_PARTS } from "#app/domain/workfare/terms.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const memberKey = (projectId: string, personId: string) => `${projectId}:${personId}`;

/** Puts somebody of the special team on the crew, by name and resident ID. Who lives elsewhere, or is not on record, is answered alike. */
export const addMember = useCase({
  name: "add-crew-member",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "workfare", id: (input) => input.projectId },
  input: z.object({ projectId: z.ulid("invalid"), name: personName, idNumber: residentId, part: z.enum(MEMBER_PARTS, "required"), fromOn: z.iso.date("date-form") }),
  async run({ deps, actor, input }) {
    const found = await findProjectFor(deps, actor, input.projectId, "CREW");
    if (!found) return refuse("not-found");
    if (input.fromOn >= found.project.endsOn) return refuse("day-outside-works", { field: "fromOn" });
    const person = await findPersonByIdNumber(deps, input.idNumber.id);
    if (!person || !isName(deps, person.nameEnc, input.name) || !actsForPerson(actor, person)) return refuse("crew-person-unknown", { field: "idNumber" });
    return deps.db.$transaction(async (tx) => {
      await lockProject(tx, input.projectId);
      const openKey = memberKey(input.projectId, person.id);
      if ((await tx.workfareMember.count({ where: { openKey } })) > 0) return refuse("crew-member-already", { field: "idNumber" });
      await tx.workfareMember.create({ data: { id: deps.newId(), projectId: input.projectId, personId: person.id, part: input.part, fromOn: toDate(input.fromOn), openKey, recordedAt: deps.clock.now(), recordedBy: actor.userId } });
      return ok({ personId: person.id });
    });
  },
});

/** Gives somebody of the crew a part (foreman, representative, worker), or takes them off it from tomorrow on. What was stays as a row. */
export const setMemberPart = useCase({
  name: "set-crew-part",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "workfare", id: (input) => input.projectId },
  input: z.object({ projectId: z.ulid("invalid"), personId: z.ulid("invalid"), part: z.enum([...MEMBER_PARTS, "GONE"], "required"), was: z.enum(MEMBER_PARTS, "invalid") }),
  async run({ deps, actor, input }) {
    const found = await findProjectFor(deps, actor, input.projectId, "CREW");
    if (!found) return refuse("not-found");
    const today = deps.clock.today();
    return deps.db.$transaction(async (tx) => {
      await lockProject(tx, input.projectId);
      const crew = await loadCrew(deps.pool, input.projectId, { from: today, until: found.project.endsOn > today ? found.project.endsOn : addDays(today, 1) });
      const member = crew.find((one) => one.personId === input.personId);
      if (!member) return refuse("not-found");
      const open = await tx.workfareMember.findUnique({ where: { openKey: memberKey(input.projectId, input.personId) } });
      if ((open?.part ?? "WORKER") !== input.was) return refuse("changed-meanwhile-shown");
      // who was hired leaves through the placement's ledger, where their opening is given back
      if (input.part === "GONE" && member.placementId !== null && open === null) return refuse("crew-leaves-by-ledger");
      if (input.part === input.was) return ok({ personId: input.personId });
      const now = deps.clock.now();
      if (open) await tx.workfareMember.update({ where: { id: open.id }, data: { untilOn: toDate(addDays(today, 1)), openKey: null } });
      if (input.part !== "GONE") {
        await tx.workfareMember.create({
          data: {
            id: deps.newId(), projectId: input.projectId, personId: input.personId, part: input.part, placementId: member.placementId, fromOn: open?.fromOn && open.fromOn > toDate(today) ? open.fromOn : toDate(today),
            openKey: memberKey(input.projectId, input.personId), recordedAt: now, recordedBy: actor.userId,
          },
        });
      }
      return ok({ personId: input.personId });
    });
  },
});

import { z } from "zod";
import { type Naming, namesFor, type OwnRow, type OwnSection, ownData } from "#app/data/own-data.server.ts";
import { ok } from "#app/domain/result.ts";
import { findOwnPerson } from "../profile/own-person.server.ts";
import { useCase } from "../use-case.server.ts";

/** A person takes away all that is held of them; the audit keeps that it was asked for. Rows are read while they are sent. */
export const exportOwnData = useCase({
  name: "export-own-data",
  roles: ["SEEKER"],
  subject: { type: "person", id: () => undefined },
  input: z.object({}),
  async run({ deps, actor }) {
    const own = await findOwnPerson(deps, actor, undefined);
    if (!own.ok) return own;
    const sections: AsyncIterable<OwnSection> = ownData(deps, own.person.id);
    const namesOf: (row: OwnRow) => Promise<Naming> = namesFor(deps.pool);
    return ok({ sections, namesOf });
  },
});

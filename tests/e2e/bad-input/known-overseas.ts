import { addDays } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { makeLicence, makePostAbroad } from "#tests/factories/overseas.ts";

export type KnownOverseas = Awaited<ReturnType<typeof knownOverseas>>;

/** A licence of the demo employer's with somebody of Linxian on the way, and one of a company of Datong with somebody from there. */
export async function knownOverseas(deps: Deps, seed: number) {
  const make = createFactory(deps, 2_300 + seed);
  const own = (await deps.db.user.findUniqueOrThrow({ where: { username: "employer" } })).employerId!;
  const of = async (employerId: string, homeCountyCode: string) => {
    const licenceId = await makeLicence(deps, employerId);
    const { postId } = await makePostAbroad(deps, make, { employerId, licenceId, post: { title: `日本电焊工${seed}`, validFrom: addDays(deps.clock.today(), -1) } });
    const { id: personId } = await make.person({ homeCountyCode, wish: { occupationCodes: ["6-18-02-04"], willOverseas: 1 } });
    const yes = await acceptPost(deps, { userId: null, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "test" }, { postId });
    if (!yes.ok) throw new Error(JSON.stringify(yes.problems));
    const { id: applicationId } = await deps.db.overseasApplication.findUniqueOrThrow({ where: { placementId: yes.value.placementId } });
    return { licenceId, postId, applicationId };
  };
  return { here: await of(own, "141124"), elsewhere: await of(await make.employer({ regionCode: "140222" }), "140222") };
}

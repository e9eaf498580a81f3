import { addDays, toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";

export type KnownFairs = Awaited<ReturnType<typeof knownFairs>>;

/** Fairs of the officer's county and of one far away: planned with a booth that waits, on now with a booth and somebody it reported, and over. In the first the demo employer and seeker take part. */
export async function knownFairs(deps: Deps, seed: number) {
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  const make = createFactory(deps, 2_300 + seed);
  const [seeker, demo] = await Promise.all(["seeker", "employer"].map((username) => deps.db.user.findUniqueOrThrow({ where: { username } })));
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
  const ownPost = await deps.db.post.findFirstOrThrow({ where: { employerId: demo!.employerId!, status: "PUBLISHED" }, orderBy: { id: "asc" } });
  const of = async (regionCode: string, ours: boolean) => {
    const drive = deps.newId();
    await deps.db.employmentDrive.create({ data: { id: drive, regionCode, name: `测试活动${seed}`, startsOn: toDate(addDays(today, -40)), lastOn: toDate(addDays(today, 60)), recordedAt: now } });
    const fair = async (state: "PLANNED" | "OPEN" | "CLOSED", startsIn: number) => {
      const id = deps.newId();
      const marks = { openedAt: state === "PLANNED" ? null : hours(startsIn), closedAt: state === "CLOSED" ? hours(startsIn + 9) : null };
      await deps.db.jobFair.create({ data: { id, driveId: drive, regionCode, title: `测试招聘会${state}`, kind: "BOTH", place: "体育馆", address: "体育路1号", phone: "03584422000", says: "带身份证", startsAt: hours(startsIn), endsAt: hours(startsIn + 10), booths: 5, state, ...marks, recordedAt: now } });
      return id;
    };
    const booth = async (fairId: string, state: "APPLIED" | "APPROVED", employerId: string, postId: string) => {
      const id = deps.newId();
      await deps.db.fairBooth.create({ data: { id, fairId, employerId, state, number: state === "APPROVED" ? 1 : null, openKey: `${fairId}:${employerId}`, recordedAt: now, posts: { create: [{ postId }] } } });
      return id;
    };
    const other = await make.employer({ regionCode });
    const otherPost = await make.post({ employerId: other, regionCode });
    const person = (await make.person({ homeCountyCode: regionCode, wish: false })).id;
    const [planned, open, over] = [await fair("PLANNED", 100), await fair("OPEN", -2), await fair("CLOSED", -60)];
    const post = ours ? ownPost.id : otherPost;
    const applied = await booth(planned, "APPLIED", other, otherPost);
    const stand = await booth(open, "APPROVED", ours ? demo!.employerId! : other, post);
    await deps.db.fairGuest.create({ data: { id: deps.newId(), fairId: open, personId: person, state: "CAME", code: "100200300", saidAt: now, cameAt: now } });
    await deps.db.fairHiring.create({ data: { id: deps.newId(), fairId: open, boothId: stand, postId: post, personId: person, state: "REPORTED", saidByRole: "EMPLOYER", recordedAt: now } });
    if (ours) await deps.db.fairGuest.create({ data: { id: deps.newId(), fairId: planned, personId: seeker!.personId!, code: "100200301", saidAt: now } });
    return { drive, planned, open, over, applied, stand, person, post };
  };
  return { here: await of("141124", true), elsewhere: await of("140222", false) };
}

import type { PoolConnection } from "mysql2/promise";
import { DEMO_ACCOUNTS, type DemoAccount } from "#app/platform/demo-accounts.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { hashPassword } from "#app/platform/passwords.server.ts";
import { type DemoStory, makeDemoStory } from "../generate/demo-story.ts";
import { TABLE_ORDER } from "../generate/rows.ts";
import type { World } from "../generate/world.ts";
import type { LoadRows } from "./load.ts";
import { addPerson, addRow, type RowSets } from "./rows.ts";

/** Writes the demo story and one account for each role. In production mode there is none of either. */
export async function loadDemoAccounts(deps: Deps, connection: PoolConnection, load: LoadRows, world: World): Promise<{ rows: number; seekerId: string; homeTownCode: string }> {
  const story = makeDemoStory(world);
  const sets: RowSets = {};
  const { phone, ...employer } = story.employer;
  addRow(sets, "employer", { ...employer, phoneEnc: deps.crypto.encrypt("employer.phone", phone) });
  for (const post of story.posts) addRow(sets, "post", post);
  for (const bundle of [story.seeker, story.awaited]) addPerson(sets, world, deps.crypto, bundle);
  let rows = 0;
  await connection.beginTransaction();
  for (const table of TABLE_ORDER) {
    const list = sets[table];
    if (list === undefined) continue;
    await load(connection, table, list as never);
    rows += list.length;
  }
  await connection.commit();
  const hashes = await Promise.all(DEMO_ACCOUNTS.map(({ password }) => hashPassword(password)));
  await deps.db.user.createMany({
    data: DEMO_ACCOUNTS.map((account, i) => ({
      id: deps.newId(), username: account.username, displayName: account.labelZh, passwordHash: hashes[i]!, role: account.role, demo: true,
      recordedAt: deps.clock.now(), ...placeOf(account, story),
    })),
  });
  return { rows: rows + DEMO_ACCOUNTS.length, seekerId: story.seeker.person.id, homeTownCode: story.homeTownCode };
}

function placeOf({ username }: DemoAccount, story: DemoStory): { regionCode?: string; personId?: string; employerId?: string } {
  switch (username) {
    case "seeker":
      return { personId: story.seeker.person.id };
    case "employer":
      return { employerId: story.employer.id };
    case "county":
      return { regionCode: story.county.code };
    case "city":
    case "operator":
      return { regionCode: story.county.cityCode };
    case "agent":
    case "town":
      return { regionCode: story.homeTownCode };
    default:
      return { regionCode: "140000" };
  }
}

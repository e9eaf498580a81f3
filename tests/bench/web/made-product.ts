import { setTimeout as sleep } from "node:timers/promises";
import type { Deps } from "#app/platform/deps.server.ts";
import { seedStarter } from "#prisma/seed/starter.ts";
import { rebuildIndexes } from "#search/rebuild.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import type { OnProgress } from "../suites.ts";

/** Of the generator's posts so many are open on the day: the others are drafts, blocked, closed or have run out. */
const SHARE_OPEN = 0.845;
const POSTS_PER_EMPLOYER = 7.5;
/** Workshops look for a firm near them among all firms, so that more of these would cost minutes and change nothing. */
const MOST_EMPLOYERS = 20_000;

export interface MadeProduct {
  services: TestServices;
  /** documents of the posts index, and how long the engine took for all of them */
  indexed: number;
  indexSeconds: number;
  /** what the engine's data grew by */
  indexMb: number;
}

/** Made-up posts, about `posts` of them open, in a database and an index of their own that go away with `services.close`. */
export async function makeProduct(deps: Deps, { posts, workers, seed }: { posts: number; workers: number; seed: number }, onProgress: OnProgress): Promise<MadeProduct> {
  const services = await openTestServices({ from: deps.env as unknown as Record<string, string> });
  try {
    const rows = Math.ceil(posts / SHARE_OPEN);
    const employers = Math.min(MOST_EMPLOYERS, Math.max(30, Math.ceil(rows / POSTS_PER_EMPLOYER)));
    await seedStarter(services, onProgress, { workers, posts: rows, employers, seed, index: false, match: false });
    const before = await engineMb(services);
    const built = await rebuildIndexes(services, { onProgress });
    return { services, indexed: built.posts?.documents ?? 0, indexSeconds: built.posts?.seconds ?? 0, indexMb: (await engineMb(services)) - before };
  } catch (error) {
    await services.close();
    throw error;
  }
}

/** The engine frees what it replaced after a while, so it is asked until two answers are alike. */
async function engineMb({ meili }: Deps): Promise<number> {
  for (let last = -1; ; await sleep(500)) {
    const now = Math.round((await meili.getStats()).databaseSize / 2 ** 20);
    if (now === last) return now;
    last = now;
  }
}

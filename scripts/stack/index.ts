import { join } from "node:path";
import type { Progress } from "../progress.ts";
import { externalUrls, type ExternalUrls } from "./external.ts";
import { foldersFor, type Folders, type Profile } from "./folders.ts";
import { GuardClient, type Announced, type StackInfo } from "./guard-client.ts";
import { databaseUrl } from "./mariadb.ts";
import { meiliUrl } from "./meilisearch.ts";
import { endLeftovers, removeOldTestFolders, takeStartLock } from "./prepare.ts";
import type { ProcessRef } from "./processes.mjs";
import { redisUrl } from "./redis.ts";
import { generateSecrets, loadSecrets, type Secrets } from "./secrets.ts";
import type { RunningService } from "./service.ts";
import { keepAlive, startServices } from "./services.ts";

export { StackUnavailable } from "./missing.ts";

export interface Stack {
  env: Record<string, string>;
  /** True when the services belong to another command or to someone else. */
  attached: boolean;
  /** True with services named by the environment, which belong to somebody else. */
  external: boolean;
  /** What a running `npm start` said about itself. */
  announced: Announced | null;
  folders: Folders;
  announce(value: Announced): void;
  /** A process to be ended when this command ends, however it ends. */
  adopt(ref: ProcessRef): void;
  /** From now on services that die are started again, with a note. */
  keepServicesAlive(note: (line: string) => void): void;
  /** The process of a service of one's own by its name (mariadb, redis, meilisearch); null for services of somebody else. */
  serviceProcess(name: string): ProcessRef | null;
  stop(): Promise<void>;
}

export interface StackOptions {
  profile: Profile;
  progress: Progress;
}

function appEnv(secrets: () => Secrets): Record<string, string> {
  const { SESSION_SECRET, DATA_KEY, INDEX_KEY, APP_MODE = "demo" } = process.env;
  const given = Object.fromEntries(Object.entries({ SESSION_SECRET, DATA_KEY, INDEX_KEY }).filter(([, value]) => value)) as Record<string, string>;
  // In production keys are named by whoever runs it, never made up here: the application says which one is missing.
  if (APP_MODE === "production" || Object.keys(given).length === 3) return { ...given, APP_MODE };
  const { sessionSecret, dataKey, indexKey } = secrets();
  return { SESSION_SECRET: sessionSecret, DATA_KEY: dataKey, INDEX_KEY: indexKey, ...given, APP_MODE };
}

function stackEnv(folders: Folders, info: StackInfo, secrets: Secrets): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl(folders, info.databasePort, secrets),
    REDIS_URL: redisUrl(info.redisPort, secrets),
    MEILI_URL: meiliUrl(info.meiliPort),
    MEILI_KEY: secrets.meiliKey,
    ...appEnv(() => secrets),
  };
}

const secretsFor = (folders: Folders) =>
  folders.profile !== "main" ? generateSecrets() : loadSecrets(join(folders.root, "secrets.json"));

function makeStack(folders: Folders, env: Record<string, string>, guard: GuardClient, running: RunningService[], kind: Pick<Stack, "attached" | "external">): Stack {
  let stopping: Promise<void> | null = null;
  const processes = new Map(running.map(({ plan, ref }) => [plan.name, ref]));
  return {
    env,
    ...kind,
    announced: guard.announced,
    folders,
    announce: guard.announce,
    adopt: guard.registerChild,
    keepServicesAlive(note) {
      const onStarted = ({ plan, ref }: RunningService) => void processes.set(plan.name, ref);
      for (const service of running) keepAlive(service, folders, guard, { isStopping: () => stopping !== null, note, onStarted });
    },
    serviceProcess: (name) => processes.get(name) ?? null,
    stop: () => (stopping ??= guard.release()),
  };
}

const NO_PORTS: StackInfo = { databasePort: 0, redisPort: 0, meiliPort: 0 };

async function startStack(folders: Folders, external: ExternalUrls | null, progress: Progress): Promise<Stack> {
  const guard = await GuardClient.launch(folders);
  try {
    if (external) {
      const env = { ...external, ...appEnv(() => secretsFor(folders)) };
      guard.ready(NO_PORTS);
      return makeStack(folders, env, guard, [], { attached: true, external: true });
    }
    const secrets = secretsFor(folders);
    const { info, running } = await startServices(folders, secrets, guard, progress);
    guard.ready(info);
    return makeStack(folders, stackEnv(folders, info, secrets), guard, running, { attached: false, external: false });
  } catch (error) {
    await guard.release();
    throw error;
  }
}

/**
 * Brings up the services of a profile, or joins those that another command holds. They end when the last command that
 * uses them ends, however it ends. With DATABASE_URL, REDIS_URL and MEILI_URL set it uses those and installs nothing.
 */
export async function openStack({ profile, progress }: StackOptions): Promise<Stack> {
  const external = externalUrls(profile, process.env);
  const folders = foldersFor(profile, external !== null);
  const release = await takeStartLock(folders);
  try {
    const existing = await GuardClient.connect(folders);
    if (existing) {
      await Promise.race([existing.readied, existing.closed]);
      if (existing.state === "ready" && existing.info) {
        const env = external ? { ...external, ...appEnv(() => secretsFor(folders)) } : stackEnv(folders, existing.info, secretsFor(folders));
        return makeStack(folders, env, existing, [], { attached: true, external: external !== null });
      }
    }
    await GuardClient.waitUntilGone(folders);
    if (!external) await endLeftovers(folders);
    if (profile !== "main") removeOldTestFolders();
    return await startStack(folders, external, progress);
  } finally {
    release();
  }
}

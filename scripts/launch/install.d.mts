import type { Progress } from "./bar.d.mts";

export interface LockfileTree {
  packages: Record<string, { version?: string; integrity?: string; link?: boolean; optional?: boolean; devOptional?: boolean }>;
}
export function sha256(...parts: (string | NodeJS.ArrayBufferView)[]): string;
export function treeMatches(lock: LockfileTree, hidden: LockfileTree | null, exists: (path: string) => boolean): boolean;
export function withInstallLock(root: string, progress: Progress, work: () => Promise<void>): Promise<void>;

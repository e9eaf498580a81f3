export interface ProcessRef {
  pid: number;
  start: string | null;
}
export function startTimeOf(pid: number): string | null;
export function isAlive(one: ProcessRef): boolean;
export function identify(pid: number): ProcessRef;
export function processesUsing(folders: readonly string[], names: readonly string[]): ProcessRef[];
export function signal(one: ProcessRef, name: NodeJS.Signals, options?: { group?: boolean }): void;
export function sleep(ms: number): Promise<void>;
export function endAll(list: readonly ProcessRef[], options?: { politeMs?: number; group?: boolean }): Promise<void>;

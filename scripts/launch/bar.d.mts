export interface Step {
  update(done: number, total?: number): void;
  end(remark?: string): void;
  fail(remark?: string): void;
}
export interface Progress {
  note(line: string): void;
  step(label: string, total?: number): Step;
}
export interface ProgressStream {
  isTTY?: boolean;
  writable: boolean;
  write(text: string): unknown;
}
export function renderBar(label: string, done: number, total: number, width?: number): string;
export function createProgress(options?: { stream?: ProgressStream; silent?: boolean }): Progress;

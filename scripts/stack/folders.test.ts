import { describe, expect, it } from "vitest";
import { socketPath } from "./folders.ts";

describe("socket paths", () => {
  it("stand in the run folder when they fit", () => {
    expect(socketPath("/srv/app/.data/run", "guard.sock")).toBe("/srv/app/.data/run/guard.sock");
  });

  it("stay below the kernel's 107 bytes in a deep folder, also in Chinese", () => {
    const deep = `/srv/${"很深的文件夹/".repeat(12)}run`;
    expect(Buffer.byteLength(socketPath(deep, "guard.sock"))).toBeLessThan(107);
  });

  it("differ for two deep folders and two names", () => {
    const deep = (name: string) => `/srv/${name.repeat(120)}/run`;
    expect(new Set([socketPath(deep("a"), "x"), socketPath(deep("b"), "x"), socketPath(deep("a"), "y")]).size).toBe(3);
  });
});

import { describe, expect, it } from "vitest";
import { qrOf } from "./qr.server.ts";

describe("a QR code", () => {
  const { size, path } = qrOf("https://jgt.example/jobs/01K00000000000000000000000");
  it("has one of the sizes that the standard knows: 21 and four more for each version (ISO/IEC 18004)", () => {
    expect((size - 21) % 4).toBe(0);
  });
  it("is the same for the same text and another for another", () => {
    expect(qrOf("https://jgt.example/jobs/01K00000000000000000000000").path).toBe(path);
    expect(qrOf("https://jgt.example/jobs/01K00000000000000000000001").path).not.toBe(path);
  });
  it("draws the three finder patterns in their corners", () => {
    for (const start of ["M0 0h7v1", `M0 ${size - 7}h7v1`]) expect(path).toContain(start);
    expect(path).toContain(`M${size - 7} 0h7v1`);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EVENTS } from "#app/domain/events/events.ts";
import { SUBSCRIPTIONS } from "./subscriptions.ts";

describe("docs/flows.md", () => {
  it("has a row for every event and consumer, and no other", () => {
    const page = readFileSync(new URL("../docs/flows.md", import.meta.url), "utf8");
    const rows = [...page.matchAll(/^\| `([a-z.]+)` \| [a-z ]+ \| `([a-z-]+)` \|/gm)].map(([, event, consumer]) => `${event} → ${consumer}`);
    const subscribed = Object.entries(SUBSCRIPTIONS).flatMap(([event, consumers]) => consumers.map((consumer) => `${event} → ${consumer}`));
    expect(rows.sort()).toEqual(subscribed.sort());
    expect(Object.keys(EVENTS).sort()).toEqual(Object.keys(SUBSCRIPTIONS).sort());
  });
});

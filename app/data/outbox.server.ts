import type { EventName } from "#app/domain/events/events.ts";
import type { Pool, Tx } from "#app/platform/database.server.ts";
import { carriedTrace } from "#app/platform/traces/steps.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type InsertRows, insertBulk } from "./imports/write-bulk.server.ts";

export interface OutboxNote {
  event: EventName;
  subjectId: string;
}

/** Writes what happened in the transaction in which it happens. */
export async function emit(deps: Pick<Deps, "newId" | "clock">, tx: Tx, notes: OutboxNote[]): Promise<void> {
  if (notes.length === 0) return;
  const [recordedAt, traceparent] = [deps.clock.now(), carriedTrace()];
  await tx.outboxEvent.createMany({ data: notes.map((note) => ({ id: deps.newId(), recordedAt, traceparent, ...note })) });
}

/** The same for bulk writers on a mysql2 connection that has its own transaction open. */
export async function emitBulk(
  deps: Pick<Deps, "newId" | "clock">,
  connection: Pick<Awaited<ReturnType<Pool["getConnection"]>>, "query">,
  notes: OutboxNote[],
  insert: InsertRows = insertBulk,
): Promise<void> {
  const [recordedAt, traceparent] = [deps.clock.now(), carriedTrace()];
  await insert(connection, "outbox_event", notes.map((note) => ({ id: deps.newId(), event: note.event, subjectId: note.subjectId, recordedAt, traceparent })));
}

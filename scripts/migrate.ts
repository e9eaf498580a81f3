import { runCommand } from "./command.ts";

await runCommand({
  name: "migrate",
  describe: "applies the migrations that are missing",
  run: ({ migrations }) =>
    Promise.resolve({
      ok: true,
      result: { applied: migrations.applied, total: migrations.total },
      text: [...migrations.applied, `${migrations.applied.length} applied, ${migrations.total} in all`].join("\n"),
    }),
});

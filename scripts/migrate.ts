import { runCommand } from "./command.ts";
import { ensureReference } from "./product/reference.ts";

await runCommand({
  name: "migrate",
  describe: "applies the migrations that are missing and brings the reference data up to date",
  async run({ deps, migrations, onProgress }) {
    await ensureReference(deps, onProgress, { renew: true });
    return {
      ok: true,
      result: { applied: migrations.applied, total: migrations.total, reference: "up to date" },
      text: [...migrations.applied, `${migrations.applied.length} applied, ${migrations.total} in all; reference data up to date`].join("\n"),
    };
  },
});

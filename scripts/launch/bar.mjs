// Plain JavaScript: it also draws the bar while the dependencies are not installed yet.
const WIDTH = 28;
const LINE_EVERY_MS = 5_000;
const DRAW_EVERY_MS = 80;

/** The text of one bar; without a total only the count is shown. */
export function renderBar(label, done, total, width = WIDTH) {
  if (!total || total <= 0) return `${label}  ${done}`;
  const share = Math.max(0, Math.min(1, done / total));
  const filled = Math.round(share * width);
  const bar = "█".repeat(filled) + "░".repeat(width - filled);
  return `${label}  ${bar} ${done.toLocaleString("en-US")}/${total.toLocaleString("en-US")}  ${Math.floor(share * 100)}%`;
}

const seconds = (ms) => (ms < 10_000 ? (ms / 1000).toFixed(1) : String(Math.round(ms / 1000)));

/**
 * Bars with a count on a terminal; a plain line now and then elsewhere; nothing when silent.
 * @param {{ stream?: NodeJS.WriteStream, silent?: boolean }} [options]
 */
export function createProgress({ stream = process.stderr, silent = false } = {}) {
  const tty = Boolean(stream.isTTY) && !silent;
  let open = null;
  const write = (text) => {
    if (!silent && stream.writable) stream.write(text);
  };
  const clear = () => {
    if (tty && open) write("\r\x1b[2K");
  };
  const draw = () => {
    if (tty && open) write(`\r\x1b[2K${renderBar(open.label, open.done, open.total)}`);
  };
  return {
    note(line) {
      clear();
      write(`${line}\n`);
      draw();
    },
    step(label, total = 0) {
      const started = Date.now();
      const step = { label, done: 0, total, last: 0 };
      open = step;
      if (tty) draw();
      else step.last = started;
      return {
        update(done, newTotal = step.total) {
          step.done = done;
          step.total = newTotal;
          const now = Date.now();
          if (now - step.last < (tty ? DRAW_EVERY_MS : LINE_EVERY_MS)) return;
          step.last = now;
          open = step;
          if (tty) draw();
          else write(`… ${renderBar(step.label, step.done, step.total, 0).replace("   ", "  ")}\n`);
        },
        end(remark = "") {
          clear();
          if (open === step) open = null;
          const count = step.total > 0 ? `  ${step.done.toLocaleString("en-US")}/${step.total.toLocaleString("en-US")}` : "";
          write(`✓ ${step.label}${count}  ${seconds(Date.now() - started)} s${remark ? `  ${remark}` : ""}\n`);
        },
        fail(remark = "") {
          clear();
          if (open === step) open = null;
          write(`✗ ${step.label}  ${remark}\n`);
        },
      };
    },
  };
}

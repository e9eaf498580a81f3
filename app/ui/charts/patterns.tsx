export function patternId(id: string, index: number): string {
  return `pattern-${id}-${index}`;
}

/** Four fills that stay apart in black and white: solid, stripes, dots, cross-hatch. */
export function Pattern({ id, index }: { id: string; index: number }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect className={`pattern-${(index % 4) + 1}`} width="8" height="8" />
      {index % 4 === 1 && <path className="pattern-ink" d="M-2 2l4-4M0 8l8-8M6 10l4-4" />}
      {index % 4 === 2 && <circle className="pattern-dot" cx="4" cy="4" r="1.5" />}
      {index % 4 === 3 && <path className="pattern-ink" d="M0 4h8M4 0v8" />}
    </pattern>
  );
}

/** Shade and pattern of a band, lightest first: blank, dots, stripes, dense stripes, solid. */
export function BandPattern({ id, band }: { id: string; band: number }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect className={`band-${band}`} width="8" height="8" />
      {band === 1 && <circle className="band-dot" cx="2" cy="2" r="0.9" />}
      {band === 2 && <path className="band-ink" d="M-2 2l4-4M0 8l8-8M6 10l4-4" />}
      {band === 3 && <path className="band-ink" d="M-2 2l4-4M-2 6l8-8M0 8l8-8M2 10l8-8M6 10l4-4" />}
    </pattern>
  );
}

import type { rosterErrors as chinese } from "../zh/roster-errors.ts";

export const rosterErrors: Record<keyof typeof chinese, string> = {
  "roster-not-now": "This cannot be done with the list now: refresh to see where it is",
  "roster-column-missing": "A column is lacking: {{columns}}",
  "roster-column-twice": "Two columns are said to be “{{columns}}”: leave one",
  "roster-failed": "It did not work; the system tries again by itself",
  "file-too-large": "The file is over 400 MB: split it",
  "file-broke-off": "The file did not arrive whole: send it again",
  "import-file-not-found": "The file is not there",
  "import-file-empty": "The file is empty",
  "import-file-no-header": "The file has no header",
  "import-file-not-a-table": "This is no table: send XLSX or CSV",
  "import-file-old-excel-or-locked": "This is an old .xls or a locked workbook: save it as .xlsx without a password and send it again",
  "import-file-macros": "The workbook holds macros: save it as .xlsx and send it again",
  "import-file-zip-damaged": "The workbook is damaged: save it anew and send it again",
  "import-file-too-large": "The file is too large when unpacked: split it, or save it as CSV",
  "import-file-too-wide": "A line is too long, or there are too many columns (a roster has 200 at most): remove those not needed",
  "import-file-zip-bomb": "The file is packed abnormally tight and was not opened",
  "import-file-cut": "The file is damaged from its beginning: save it anew and send it again",
  "import-file-columns-missing": "The header lacks columns that are needed: {{columns}}",
};

import type { Catalogue } from "../catalogue.ts";

export const rosters: Catalogue["rosters"] = {
  title: "Rosters", says: "Send a list, see first what it would do, then let it in. People are known by their resident ID: nobody becomes two.",
  category: "Who everybody on the list is", categorySays: "Used where the rows don't say so themselves.", categoryByRows: "The rows say so", site: "Resettlement site", siteSays: "Choose one if everybody on the list lives there.", siteByRows: "The rows say so, or none",
  file: "Choose a file", fileSays: "XLSX or CSV, a million rows at most. Resident IDs must be text, else a spreadsheet turns their last digits into zeros.", template: "Download an empty template", send: "Send",
  list: "Lists that were sent", none: "None so far.", fileName: "File", state: "Where it is", at: "Sent at", region: "Region", rows: "Rows", by: "Sent by", size: "Size",
  states: { RECEIVING: "Being received", READING: "Header being read", MAPPING: "Waits for you: columns", CHECKING: "Being checked", CHECKED: "Waits for you: let it in?", TAKING: "Being taken in", DONE: "Taken in", FAILED: "Could not be read", CANCELLED: "Called off" },
  leads: {
    RECEIVING: "The file has not arrived whole.", READING: "The file is being opened and its header looked for.", MAPPING: "Please see what each column means. What you correct is remembered for the next list.", CHECKING: "Every row is being checked. Nothing has been written.",
    CHECKED: "This is what letting it in would do. Nothing has been written.", TAKING: "Being taken in. You can leave this page.", DONE: "The list has been taken in.", FAILED: "Nothing was written.", CANCELLED: "Stopped. People taken in before that stay.",
  },
  progress: "At row {{rows}}; beside it what has been read, in KB", refresh: "See how far it is", stopping: "Stopping once the batch at hand is written.", again: "Send another file",
  people: "people", lines: "rows", imported: "New", updated: "Changed", unchanged: "As they were", rejected: "Not taken", wouldImport: "Would be new", wouldUpdate: "Would change", updatedSays: "of {{n}} people our record says otherwise", notedSays: "{{n}} more rows without a cell or two",
  take: "Let these {{n}} people in", takeNone: "Letting it in would change nothing: what can be taken is on record already. Correct the columns and check again, or send a corrected file.", keep: "Where our record stays", keepSays: "What is ticked is not changed. What people have answered themselves is never changed.",
  differences: "Where our record says otherwise", differencesSays: "{{n}} people; the first {{shown}} below, side by side.", line: "Row", person: "Name", field: "What", ours: "Our record", theirs: "The list", nothing: "(empty)", months: "{{n}} months",
  rejectedSays: "These rows were not taken; the rest goes in all the same. Correct the file below and send it again as it is.", reasons: "Why rows were not taken", firstLines: "The first of them", why: "Why", column: "Column",
  reports: { REJECTS: "Download the rows not taken (to correct and send again)", NOTES: "Download the rows taken without a cell or two", DIFFERENCES: "Download all differences" },
  columns: "What the columns mean", columnsSays: "A name, a resident ID and a home (county, township, address or region code) are needed.", columnName: "Header", firstCells: "First cells", means: "Means", meansOf: "What “{{name}}” means", leaveOut: "Leave this column out", unnamed: "Column {{n}}",
  check: "Check every row", checkAgain: "Changed: check again", cancel: "I don't want this list any more", cancelSays: "Stops this list. People taken in already stay.", cancelButton: "Stop", about: "This file", broken: "The file is damaged at row {{line}}; the rest was not read.",
  fields: { name: "Name", phone: "Telephone", education: "Education", home: "Home", labourCapacity: "Labour capacity", canLeave: "Can leave home", experience: "Experience" }, otherName: "{{name}} (another name)", values: { yes: "yes", no: "no", education_NONE: "not told" },
};
